import { t } from '@vscode/l10n';
import { withoutKeyPointMarks } from '../knowledge/key-answer.ts';
import type { KeyQuestion } from '../knowledge/model.ts';
import type { Question } from '../worksheet/model.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { allowedAnswer, type Fix, isForAuthors, type Rule, type RuleContext } from './rule.ts';
import { isHalfFilled } from './unfilled-blank.ts';

/** Reports questions without an answer. */
export const unanswered: Rule = {
  id: 'unanswered',
  severity: 'information',
  summary: 'A question has no answer yet.',
  explanation:
    'Reported on the question itself, in every layout: an empty bullet, a heading with nothing below it, a `____` left open. ' +
    'Where an answer key knows the question and the worksheet allows answers, the quick fix writes the answer where it belongs.',
  examples: [
    {
      name: 'An empty bullet below a question',
      markdown:
        '---\nworksheets: worksheet\n---\n1. <|What is a handshake?|>\n   -\n2. What is a port?\n   - A number.\n',
    },
    {
      name: 'A blank left open',
      markdown:
        '---\nworksheets: worksheet\n---\n## <|A frame starts with the ____ bit.|>\n\n## What is a port?\n\nA number.\n',
    },
  ],
  checkQuestion: ({ document, worksheet }, question) =>
    !isForAuthors(worksheet) && question.status === 'blank' && !isHalfFilled(document.text, question)
      ? [
          {
            rule: 'unanswered',
            severity: 'information',
            span: question.span,
            message: t('Not answered yet.'),
            question,
          },
        ]
      : [],
  fix(context, { question }) {
    const key = allowedAnswer(context, question);
    return question && key ? [...putWords(question, key), ...fillSlot(context, question, key)] : [];
  },
};

/** For a fill-in sentence: the accepted word into each blank. */
function putWords({ blanks }: Question, { accept }: KeyQuestion): Fix[] {
  const word = accept[0];
  if (word === undefined || blanks.length !== 1) return [];
  return [{ title: t('Replace ____ with "{0}"', word), edits: [{ span: blanks[0]!, newText: word }], preferred: true }];
}

function fillSlot({ document }: RuleContext, { kind, slot }: Question, key: KeyQuestion): Fix[] {
  if (!slot) return [];
  const word = kind === 'fill-in' ? key.accept[0] : undefined;
  const write = (title: string, answer: string, preferred: boolean): Fix => ({
    title,
    edits: [writeAnswer(document.text, document.lines, slot, answer, null)],
    preferred,
  });
  if (word !== undefined) return [write(t('Answer "{0}"', word), word, false)];
  return [
    write(t('Answer from "{0}"', key.key), slot.singleLine ? key.shortAnswer : withoutKeyPointMarks(key.answer), true),
    write(t('Answer with key points to fill in'), keyPointList(key), false),
  ];
}

/** The key points, one idea a line, as a list to write an answer from. */
export function keyPointList({ keyPoints, shortAnswer }: KeyQuestion): string {
  return keyPoints.length ? keyPoints.map((point) => `- ${point}`).join('\n') : `- ${shortAnswer}`;
}
