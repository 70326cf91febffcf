import { t } from '@vscode/l10n';
import type { Question } from '../worksheet/model.ts';
import { copiesQuestion } from './copied-question.ts';
import type { Rule } from './rule.ts';
import { answerWords } from './wording.ts';
import { wrongFilling } from './wrong-fill-in.ts';

/** Reports answers whose author doubts them. */
export const unsureAnswer: Rule = {
  id: 'unsure-answer',
  severity: 'information',
  summary: 'A short answer ends in a question mark.',
  explanation: 'An answer such as "request?" reads as a question back to the teacher. The quick fix drops the mark.',
  examples: [
    {
      name: 'A word with a question mark',
      markdown: '---\nworksheets: worksheet\n---\n### What does a client send first?\n\n<|a request?|>\n',
      fixed: '---\nworksheets: worksheet\n---\n### What does a client send first?\n\na request\n',
    },
  ],
  checkQuestion(context, question) {
    // Who is told that the word is another one need not hear that it is doubted.
    if (!isUnsure(question) || wrongFilling(context, question)) return [];
    const { document } = context;
    const span = answerWords(document.text, question);
    const words = document.text.slice(span.start, span.end);
    return [
      {
        rule: 'unsure-answer',
        severity: 'information',
        span,
        message: t('"{0}" ends in a question mark. If you are sure, drop it.', words),
        question,
      },
    ];
  },
  fix({ document }, { span }) {
    const text = document.text.slice(span.start, span.end);
    const marks = /(?<!\s)\s*(?:\(\?+\)|(?<!\?)\?+)(?=[^?]*$)/.exec(text);
    if (!marks) return [];
    const start = span.start + marks.index;
    return [
      {
        title: t('Remove the question mark'),
        edits: [{ span: { start, end: start + marks[0].length }, newText: '' }],
        preferred: true,
      },
    ];
  },
};

/** A question that is repeated instead of answered ends in its own mark. */
const isUnsure = (question: Question) =>
  question.status === 'unsure' && (question.filled ?? question.answer) !== null && !copiesQuestion(question);
