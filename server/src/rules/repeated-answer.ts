import { t } from '@vscode/l10n';
import type { Question } from '../worksheet/model.ts';
import { PlacedQuestion } from '../worksheet/placed-question.ts';
import { copiesQuestion } from './copied-question.ts';
import type { Finding, Rule } from './rule.ts';
import { answerWords, plainWords, shortened } from './wording.ts';

/** Reports answers that stand under an earlier question as well. */
export const repeatedAnswer: Rule = {
  id: 'repeated-answer',
  severity: 'information',
  summary: 'The same answer stands under two questions.',
  explanation:
    'Two questions rarely have the same answer: often one was pasted in the wrong place, or the difference between the two is what is ' +
    'asked for. Reported at the second place, with a way to the first. A few words may well be right twice, and so may the answer to a ' +
    'question that is asked twice: they are left alone.',
  examples: [
    {
      name: 'One text under two questions',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What does a hub do?\n   - It takes every frame that comes in and sends it out again.\n' +
        '2. What does a switch do?\n   - <|It takes every frame that comes in, and sends it out again.|>\n3. Does a router read frames?\n   - yes\n' +
        '4. Does a switch read frames?\n   - yes\n',
    },
  ],
  check({ uri, document, worksheet }) {
    const first = new Map<string, Question>();
    const findings: Finding[] = [];
    for (const question of worksheet.questions) {
      const said = wordsOf(question);
      if (said === null) continue;
      const earlier = first.get(said);
      if (!earlier) first.set(said, question);
      else if (asked(earlier) !== asked(question)) {
        findings.push({
          rule: 'repeated-answer',
          severity: 'information',
          span: answerWords(document.text, question),
          message: t('The same answer stands under "{0}".', shortened(earlier.text)),
          question,
          related: [{ uri, line: earlier.answer!.lines[0], message: t('The same answer') }],
        });
      }
    }
    return findings;
  },
};

/** Fewer words than these are right under several questions. */
const fewest = 6;

const words = new WeakMap<Question, string | null>();

const questionWords = new WeakMap<Question, string>();

/** A question's words, remembered for as long as the question stays. */
function asked(question: Question): string {
  const key = question instanceof PlacedQuestion ? question.relative : question;
  const known = questionWords.get(key) ?? plainWords(key.text);
  questionWords.set(key, known);
  return known;
}

/** An answer's words, remembered for as long as the question stays; null where they may well stand twice. */
function wordsOf(question: Question): string | null {
  const key = question instanceof PlacedQuestion ? question.relative : question;
  let said = words.get(key);
  if (said === undefined) {
    said =
      key.status === 'answered' && key.answer && !key.filled && !copiesQuestion(key) ? plainWords(key.answer.text) : '';
    if (said.split(' ').length < fewest) said = null;
    words.set(key, said);
  }
  return said;
}
