import { withoutKeyPointMarks } from '../knowledge/key-answer.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { allowedAnswer, type Rule } from './rule.ts';

/** Reports words that only hold the place of an answer. */
export const placeholderAnswer: Rule = {
  id: 'placeholder-answer',
  severity: 'information',
  summary: 'A word such as "TODO" stands where an answer belongs.',
  explanation: 'The question counts as unanswered until something else stands there.',
  examples: [
    {
      name: 'A word that holds the place',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What is a port?\n   - <|TODO|>\n2. What is a segment?\n   - A unit of data.\n',
    },
  ],
  check: ({ worksheet, document }) =>
    worksheet.questions.flatMap((question) => {
      if (question.status !== 'placeholder' || !question.slot) return [];
      const span = question.slot.insert;
      const words = document.text.slice(span.start, span.end);
      const inner = { start: span.start + words.length - words.trimStart().length, end: span.end };
      return [
        {
          rule: 'placeholder-answer',
          severity: 'information' as const,
          span: inner,
          message: `"${words.trim()}" holds the place of an answer.`,
          question,
        },
      ];
    }),
  fix(context, { question }) {
    const key = allowedAnswer(context, question);
    if (!key || !question?.slot) return [];
    const answer = question.kind === 'fill-in' ? (key.accept[0] ?? key.shortAnswer) : withoutKeyPointMarks(key.answer);
    const { text, lines } = context.document;
    return [
      {
        title: `Fill in an answer from "${key.key}"`,
        edits: [writeAnswer(text, lines, question.slot, answer, null)],
        preferred: true,
      },
    ];
  },
};
