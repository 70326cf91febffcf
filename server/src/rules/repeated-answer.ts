import { t } from '@vscode/l10n';
import { hashOf } from '../text/hash.ts';
import { type QuestionAt, type QuestionGroup, questionGroups } from '../worksheet/placed-question.ts';
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
    const groups = questionGroups(worksheet);
    const twice = hashesFoundTwice(groups);
    if (twice.size === 0) return [];
    const first = new Map<string, { readonly said: Said; readonly group: QuestionGroup }>();
    const findings: Finding[] = [];
    for (const group of groups) {
      for (const said of saidIn(group)) {
        if (!twice.has(said.hash)) continue;
        const earlier = first.get(said.answer);
        if (!earlier) first.set(said.answer, { said, group });
        else if (earlier.said.asked !== said.asked) {
          const question = group.placed[said.index]!;
          const above = earlier.group.placed[earlier.said.index]!;
          findings.push({
            rule: 'repeated-answer',
            severity: 'information',
            span: answerWords(document.text, question),
            message: t('The same answer stands under "{0}".', shortened(above.text)),
            question,
            related: [{ uri, line: above.answer!.lines[0], message: t('The same answer') }],
          });
        }
      }
    }
    return findings;
  },
};

/** Fewer words than these are right under several questions. */
const fewest = 6;

/** The words of an answer, and those of its question. */
interface Said {
  readonly index: number;
  readonly answer: string;
  readonly asked: string;
  /** The same for the same answer, and rarely for another one. */
  readonly hash: number;
}

/** The hashes that more than one answer has: after each keystroke all are looked at, and hardly ever is one there twice. */
function hashesFoundTwice(groups: readonly QuestionGroup[]): ReadonlySet<number> {
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const group of groups) {
    for (const { hash } of saidIn(group)) {
      if (once.has(hash)) twice.add(hash);
      else once.add(hash);
    }
  }
  return twice;
}

const ofGroups = new WeakMap<readonly QuestionAt[], readonly Said[]>();

/** The answers of some questions that may not well stand twice, remembered for as long as the questions stay. */
function saidIn({ questions }: QuestionGroup): readonly Said[] {
  let known = ofGroups.get(questions);
  if (!known) {
    known = questions.flatMap(({ question }, index) => {
      const { status, answer, filled, text } = question;
      if (status !== 'answered' || !answer || filled || copiesQuestion(question)) return [];
      const words = plainWords(answer.text);
      if (words.split(' ').length < fewest) return [];
      return [{ index, answer: words, asked: plainWords(text), hash: hashOf(words) }];
    });
    ofGroups.set(questions, known);
  }
  return known;
}
