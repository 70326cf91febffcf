import { t } from '@vscode/l10n';
import { ideaInClause } from '../knowledge/idea.ts';
import { oppositeVerdict } from '../knowledge/misconceptions.ts';
import type { KeyPoint, KeyQuestion, Knowledge, Term } from '../knowledge/model.ts';
import { numberWord } from '../knowledge/number-words.ts';
import { answerText } from '../worksheet/answer-text.ts';
import { plainText } from '../worksheet/plain-text.ts';
import { comparedKey, type Rule, relatedKey } from './rule.ts';
import { answerWords } from './wording.ts';

/** From this part of the key points on an answer is enough, whatever it leaves out. */
const ENOUGH_POINTS = 0.3;
/** From this coverage on it may well say the rest in words of its own. */
const ENOUGH_COVERAGE = 0.55;
/** Who asks for some takes any, and what stands below the one question need not stand below the other. */
const ASKS_FOR_SOME = /\b(?:some|any|couple|few|examples?|possible|following|below|above|these)\b/i;

/** Hints at an idea of the key that an answer leaves out. */
export const missingKeyPoint: Rule = {
  id: 'missing-key-point',
  severity: 'hint',
  summary: 'An answer leaves out most of the ideas that a good answer mentions.',
  explanation:
    'The phrases in **bold** in a key answer are its ideas. An answer that mentions few of them and says little of the rest gets one hint, at ' +
    'one idea that nothing in the answer comes near to; other words for the same count as well. Nothing is said about an answer that covers ' +
    'enough, about one that is reported as the opposite of what the key says, about questions that ask for some examples, nor where the key ' +
    'says `Key points: none`. A short phrase is told with the clause it stands in. Where the worksheet allows hints only, ' +
    'the idea is not named; the key\u2019s `Hint:` takes its place.',
  examples: [
    {
      name: 'A first step',
      markdown:
        '---\nworksheets: worksheet\n---\n### What is a Web Socket?\n\n<|A communications protocol.|>\n\n### What is a packet?\n\n' +
        'A small block of data with a header that says where it goes, and a payload.\n',
    },
  ],
  checkQuestion(context, question) {
    const key = comparedKey(context, question);
    if (!key || key.kind === 'fill-in' || question.status !== 'answered' || !question.answer) return [];
    const missing = missingIdeas(question.text, question.answer.text, key, context.knowledge);
    const [idea] = missing;
    if (!idea) return [];
    // Who is told that the answer is the opposite has to think it over first.
    const { text, sentences } = answerText(context.document.text, question.answer);
    if (oppositeVerdict(text, sentences, question.text, key)) return [];
    return [
      {
        rule: 'missing-key-point',
        severity: 'hint',
        span: answerWords(context.document.text, question),
        message:
          context.assistance === 'answers'
            ? t('Not mentioned yet: {0}.', ideaInClause(idea, key.answer))
            : hintOf(key, missing.length),
        question,
        related: relatedKey(context, key),
      },
    ];
  },
};

/** The ideas that an answer which says little leaves out, the one to name first; empty where it says enough. */
function missingIdeas(asked: string, answer: string, key: KeyQuestion, knowledge: Knowledge): string[] {
  if (ASKS_FOR_SOME.test(asked) || ASKS_FOR_SOME.test(key.text)) return [];
  const points = knowledge.keyPoints(key, answer);
  const mentioned = points.filter((point) => point.mentioned).length;
  if (points.length === 0 || mentioned >= points.length * ENOUGH_POINTS) return [];
  if (knowledge.coverage(key, answer) >= ENOUGH_COVERAGE) return [];
  const nowhere = points.filter(({ share }) => share === 0);
  // Who comes near none of them has probably tried to say the first.
  const others = nowhere.length === points.length ? nowhere.slice(1) : nowhere;
  // A term is known by all its names: if none of them is there, neither is the idea.
  const known = new Set(termsOf(`${asked}\n${key.text}`, knowledge));
  const hasTerm = ({ text }: KeyPoint) => termsOf(text, knowledge).some((term) => !known.has(term));
  return [...others.filter(hasTerm), ...others.filter((point) => !hasTerm(point))].map(({ text }) => text);
}

const termsOf = (text: string, { findTerms }: Knowledge): Term[] => findTerms(text).flatMap(({ terms }) => terms);

function hintOf({ hint }: KeyQuestion, count: number): string {
  const number = numberWord(count);
  if (hint === null) return count === 1 ? t('One idea is still missing.') : t('Several ideas are still missing.');
  return count === 1
    ? t('One idea is still missing: {0}', plainText(hint))
    : t('{0} ideas are still missing: {1}', number[0]!.toUpperCase() + number.slice(1), plainText(hint));
}
