import { t } from '@vscode/l10n';
import { endsInCommon } from '../text/ends.ts';
import { hashOf } from '../text/hash.ts';
import { perObject } from '../text/per-object.ts';
import type { Question } from '../worksheet/model.ts';
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
  check(context) {
    const { uri, document, worksheet } = context;
    const groups = questionGroups(worksheet);
    const twice = tallyOf(context.scope).twiceIn(groups.map(({ questions }) => saidIn(questions)));
    if (twice.size === 0) return [];
    const first = new Map<string, { readonly said: Said; readonly group: QuestionGroup }>();
    const findings: Finding[] = [];
    for (const group of groups) {
      for (const said of saidIn(group.questions)) {
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

/**
 * Which hashes more than one answer has. After each keystroke all answers are looked at, and hardly ever is one there twice:
 * counted are those that came and went since the last time.
 */
class Tally {
  #counted: readonly (readonly Said[])[] = [];
  readonly #counts = new Map<number, number>();
  readonly #twice = new Set<number>();

  /** The hashes that are in `answers` more than once. */
  twiceIn(answers: readonly (readonly Said[])[]): ReadonlySet<number> {
    const old = this.#counted;
    const { start, end } = endsInCommon(old, answers);
    for (const said of old.slice(start, old.length - end)) this.#count(said, -1);
    for (const said of answers.slice(start, answers.length - end)) this.#count(said, 1);
    this.#counted = answers;
    return this.#twice;
  }

  #count(answers: readonly Said[], times: 1 | -1): void {
    for (const { hash } of answers) {
      const count = (this.#counts.get(hash) ?? 0) + times;
      if (count > 0) this.#counts.set(hash, count);
      else this.#counts.delete(hash);
      if (count > 1) this.#twice.add(hash);
      else this.#twice.delete(hash);
    }
  }
}

/** By their scope, of the document that was looked at last: the next is most often another version of it. */
const tallyOf = perObject((_scope: object) => new Tally());

/** The words of an answer, and those of its question. */
interface Words {
  readonly answer: string;
  readonly asked: string;
  /** The same for the same answer, and rarely for another one. */
  readonly hash: number;
}

interface Said extends Words {
  readonly index: number;
}

/** Null where the answer may well stand twice. */
const wordsOf = perObject((question: Question): Words | null => {
  const { status, answer, filled, text } = question;
  const isLeftAlone = status !== 'answered' || !answer || filled || copiesQuestion(question);
  const words = isLeftAlone ? '' : plainWords(answer.text);
  return words.split(' ').length < fewest ? null : { answer: words, asked: plainWords(text), hash: hashOf(words) };
});

/** The answers of some questions that may not well stand twice, remembered for as long as the questions stay. */
const saidIn = perObject((questions: readonly QuestionAt[]): readonly Said[] =>
  questions.flatMap(({ question }, index) => {
    const words = wordsOf(question);
    return words ? [{ ...words, index }] : [];
  }),
);
