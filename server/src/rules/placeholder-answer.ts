import { t } from '@vscode/l10n';
import { withoutKeyPointMarks } from '../knowledge/key-answer.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { allowedAnswer, isForAuthors, type Rule } from './rule.ts';

/** Reports words that only hold the place of an answer. */
export const placeholderAnswer: Rule = {
  id: 'placeholder-answer',
  severity: 'information',
  summary: 'A word such as "TODO" stands where an answer belongs.',
  explanation:
    'Words such as "TODO", "???", "xyz", "answer here" and a label with nothing behind it hold the place of an answer, with or without ' +
    'brackets around them. The question counts as unanswered until something else stands there.',
  examples: [
    {
      name: 'A word that holds the place',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What is a port?\n   - <|TODO|>\n2. What is a segment?\n   - A unit of data.\n',
    },
  ],
  checkQuestion({ document, worksheet }, question) {
    if (question.status !== 'placeholder' || !question.slot || isForAuthors(worksheet)) return [];
    const span = question.slot.insert;
    const words = document.text.slice(span.start, span.end);
    return [
      {
        rule: 'placeholder-answer',
        severity: 'information',
        span: { start: span.start + words.length - words.trimStart().length, end: span.end },
        message: t('"{0}" holds the place of an answer.', words.trim()),
        question,
      },
    ];
  },
  fix(context, { question }) {
    const key = allowedAnswer(context, question);
    if (!key || !question?.slot) return [];
    const short = question.kind === 'fill-in' ? (key.accept[0] ?? key.shortAnswer) : key.shortAnswer;
    const isShort = question.kind === 'fill-in' || question.slot.singleLine;
    const answer = isShort ? short : withoutKeyPointMarks(key.answer);
    const { text, lines } = context.document;
    return [
      {
        title: t('Answer from "{0}"', key.key),
        edits: [writeAnswer(text, lines, question.slot, answer, null)],
        preferred: true,
      },
    ];
  },
};
