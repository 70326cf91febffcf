import { t } from '@vscode/l10n';
import { type Span, shift } from '../text/span.ts';
import { findBlanks } from '../worksheet/blanks.ts';
import type { Question } from '../worksheet/model.ts';
import { isForAuthors, type Rule } from './rule.ts';

/** Reports blanks that are left open in a sentence whose other blanks are filled. */
export const unfilledBlank: Rule = {
  id: 'unfilled-blank',
  severity: 'information',
  summary: 'One of several blanks in a sentence is still open.',
  explanation:
    'A sentence with several blanks is answered when all of them are. Reported on each blank that is still open where others have been ' +
    'filled, in the sentence itself or where it was written out below. A sentence without any word put in is reported as a whole, by `unanswered`.',
  examples: [
    {
      name: 'One of two',
      markdown:
        '---\nworksheets: worksheet\n---\n1. A frame has a _____header_____ and a <|____|>.\n2. What is a port?\n   - A number.\n',
    },
    {
      name: 'The sentence written out once more',
      markdown:
        '---\nworksheets: worksheet\n---\n1. A frame has a ____ and a ____.\n   - A frame has a header and a <|____|>.\n' +
        '2. What is a port?\n   - A number.\n',
    },
  ],
  checkQuestion: ({ document, worksheet }, question) =>
    isForAuthors(worksheet)
      ? []
      : openBlanks(document.text, question).map((span) => ({
          rule: 'unfilled-blank',
          severity: 'information',
          span,
          message: t('This blank is still open.'),
          question,
        })),
};

/** Whether some of a sentence's blanks are filled, and others are not. */
export const isHalfFilled = (text: string, question: Question): boolean => openBlanks(text, question).length > 0;

function openBlanks(text: string, { kind, status, blanks, answer, span }: Question): readonly Span[] {
  if (kind !== 'fill-in') return [];
  if (status === 'blank') return findBlanks(text.slice(span.start, span.end)).filled ? blanks : [];
  if (!answer || blanks.length === 0) return [];
  return findBlanks(text.slice(answer.span.start, answer.span.end)).open.map((open) => shift(open, answer.span.start));
}
