import type { AnswerKey, KeyQuestion } from './model.ts';

interface Wording {
  readonly question: KeyQuestion;
  readonly words: ReadonlySet<string>;
}

/** Of the words of a text and those of a wording, so many have to be the same: four in five. */
const enough = (shared: number, all: number) => shared * 5 >= all * 4;

/** Finds the key question that is asked in nearly the same words; blanks count for nothing. Immutable, and much cheaper than matching by meaning. */
export class VerbatimIndex {
  readonly #wordings = new Map<string, Wording[]>();

  constructor(keys: readonly AnswerKey[]) {
    for (const question of keys.flatMap(({ questions }) => questions)) {
      for (const text of [question.text, ...question.alsoAsked]) {
        const words = wordsOf(text);
        if (words.size < 3) continue;
        for (const word of words) {
          const list = this.#wordings.get(word);
          if (list) list.push({ question, words });
          else this.#wordings.set(word, [{ question, words }]);
        }
      }
    }
  }

  /** The question with the same words as a text; null where there is none. */
  find(text: string): KeyQuestion | null {
    const said = wordsOf(text);
    const lists = Array.from(said, (word) => this.#wordings.get(word) ?? []).sort((a, b) => a.length - b.length);
    // At most one word in five may be missing, so that one of the rarest fifth and one more is in any wording that counts.
    for (const list of lists.slice(0, Math.floor(said.size / 5) + 1)) {
      for (const { question, words } of list) {
        const shared = [...words].filter((word) => said.has(word)).length;
        if (enough(shared, Math.max(words.size, said.size))) return question;
      }
    }
    return null;
  }
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
