import { stemmer } from 'stemmer';
import { isMisspelling } from './misspelling.ts';
import type { AnswerKey, KeyPoint, KeyQuestion, Term } from './model.ts';
import type { FindTerms } from './units.ts';
import { wordsOf } from './words.ts';

/** What a word of the question weighs in the answer: repeating the question covers little. */
const QUESTION_WORD = 0.2;
const KEY_POINT = 1.6;
const MISSPELT = 0.9;
/** A fill-in answered by another form of an accepted word: "requested" for "request". */
const OTHER_FORM = 0.5;
/** A key point is mentioned from this share of its words on. */
const MENTIONED = 0.45;

/** They hold sentences together and say nothing by themselves. */
const FUNCTION_WORDS = new Set(
  (
    'a an the and or but nor of in on at to from for with by into onto as is are was were be been being am it its this ' +
    'that these those there here he she they them their we us our you your i me my his her do does did done doing has ' +
    'have had having can could will would shall should may might must not no so than then too very just also such each ' +
    'any some which who whom whose what when where why how if while because s t re ve ll d m don isn doesn'
  ).split(' '),
);

interface Word {
  readonly stem: string;
  /** The terms it is part of. */
  readonly terms: readonly Term[];
}

interface Said {
  readonly stems: ReadonlySet<string>;
  readonly terms: ReadonlySet<Term>;
}

/** Measures how much of a key answer an answer covers. Immutable. */
export class CoverageMeasure {
  readonly #findTerms: FindTerms;
  readonly #frequency = new Map<string, number>();
  readonly #answers: number;

  /** @param keys words are weighted by their rarity among the answers of these keys */
  constructor(keys: readonly AnswerKey[], findTerms: FindTerms) {
    this.#findTerms = findTerms;
    const questions = keys.flatMap((key) => key.questions);
    this.#answers = questions.length;
    for (const { answer } of questions) {
      for (const stem of new Set(wordsOf(answer).map(({ lower }) => stemmer(lower)))) {
        this.#frequency.set(stem, (this.#frequency.get(stem) ?? 0) + 1);
      }
    }
  }

  /**
   * How much of the key answer an answer covers, 0..1. The share of the key's words that the answer has is rooted, as it
   * takes only some of them to say the same in other words.
   */
  coverage(question: KeyQuestion, answer: string): number {
    if (question.kind === 'fill-in' && question.accept.length > 0) return fillInCoverage(question.accept, answer);
    const asked = this.#said(question.text).stems;
    const points = this.#said(question.keyPoints.join('\n')).stems;
    const said = this.#said(answer);
    return Math.sqrt(
      this.#share(said, this.#words(question.answer), (stem) =>
        asked.has(stem) ? QUESTION_WORD : points.has(stem) ? KEY_POINT : 1,
      ),
    );
  }

  /** The key points of a question, each with whether an answer mentions it in the same or similar words. */
  keyPoints(question: KeyQuestion, answer: string): readonly KeyPoint[] {
    const said = this.#said(answer);
    const plain = run(answer);
    return question.keyPoints.map((text) => ({
      text,
      mentioned: plain.includes(run(text)) || this.#share(said, this.#words(text), () => 1) >= MENTIONED,
    }));
  }

  /** The weighted share of the words that have been said, 0..1. */
  #share(said: Said, words: readonly Word[], factor: (stem: string) => number): number {
    let whole = 0;
    let covered = 0;
    for (const word of new Map(words.map((each) => [each.stem, each])).values()) {
      const weight = this.#rarity(word.stem) * factor(word.stem);
      whole += weight;
      covered += weight * credit(said, word);
    }
    return whole === 0 ? 0 : covered / whole;
  }

  #rarity(stem: string): number {
    return Math.sqrt(Math.log(1 + this.#answers / (this.#frequency.get(stem) ?? 1)));
  }

  #said(text: string): Said {
    const words = this.#words(text);
    return { stems: new Set(words.map(({ stem }) => stem)), terms: new Set(words.flatMap(({ terms }) => terms)) };
  }

  #words(text: string): Word[] {
    const occurrences = this.#findTerms(text);
    let at = 0;
    const all = wordsOf(text);
    const telling = all.filter(({ lower }) => !FUNCTION_WORDS.has(lower));
    return (telling.length > 0 ? telling : all).map(({ start, end, lower }) => {
      while (at < occurrences.length && occurrences[at]!.span.end <= start) at++;
      const around = occurrences[at];
      return { stem: stemmer(lower), terms: around !== undefined && around.span.start < end ? around.terms : [] };
    });
  }
}

/** The words of a text, each between spaces. */
const run = (text: string) =>
  ` ${wordsOf(text)
    .map(({ lower }) => lower)
    .join(' ')} `;

/** How far a word of the key is said: by itself, by another name of its term, or misspelt. */
function credit({ stems, terms }: Said, { stem, terms: own }: Word): number {
  if (stems.has(stem) || own.some((term) => terms.has(term))) return 1;
  for (const other of stems) if (isMisspelling(stem, other)) return MISSPELT;
  return 0;
}

/** 1 where the answer is an accepted word or has it, as a sentence written out does. */
function fillInCoverage(accept: readonly string[], answer: string): number {
  const form = (text: string, of: (word: { singular: string; lower: string }) => string) =>
    ` ${wordsOf(text).map(of).join(' ')} `;
  const has = (of: (word: { singular: string; lower: string }) => string) =>
    accept.some((word) => form(word, of).trim() !== '' && form(answer, of).includes(form(word, of)));
  if (has(({ singular }) => singular)) return 1;
  return has(({ lower }) => stemmer(lower)) ? OTHER_FORM : 0;
}
