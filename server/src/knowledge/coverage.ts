import { perObject } from '../text/per-object.ts';
import { recently } from '../text/recently.ts';
import { barSeparated } from './label-list.ts';
import { isMisspelling } from './misspelling.ts';
import type { AnswerKey, Evidence, KeyPoint, KeyQuestion, Term } from './model.ts';
import { areAlike, oppositesOf } from './near-words.ts';
import { isLight } from './question-words.ts';
import { isFunctionWord, type SaidWord, saidWords } from './said-words.ts';
import { wordStem } from './stem.ts';
import type { FindTerms } from './units.ts';
import { wordsOf } from './words.ts';

/** What a word of the question weighs in the answer: repeating the question covers little. */
const QUESTION_WORD = 0.15;
const KEY_POINT = 1.6;
/** Common words weigh a little less than rare ones: the logarithm of the rarity to this power. */
const RARITY = 0.25;
/** How far a word of the key is said by a word of the answer. */
const CREDIT: Credits = { word: 1, name: 1, spelling: 0.9, alike: 0.35, denied: 0.6 };
/** In words: an answer of several words may say in others what nobody thought of, and is believed to for so much. */
const DOUBT = 0.1;
/** It takes only some of the words to say the same in others: the share is raised to this power. */
const LENIENCE = 0.4;
/** In words: of a much longer key answer half will do. */
const LONG = 3;

/** In a key point each word counts by its rarity, and only the telling ones in full. */
const POINT = { rarity: 1, questionWord: 0.3, everyday: 0.5 };
const POINT_CREDIT: Credits = { word: 1, name: 1, spelling: 0.9, alike: 0.7, denied: 0 };
/** A key point is mentioned from this share of its words on. */
const MENTIONED = 0.4;
/** And in other words that its author lists from this share of those on: they are no more than hints of it. */
const SAID_OTHERWISE = 0.75;
/** A fill-in answered by another form of an accepted word: "requested" for "request". */
const OTHER_FORM = 0.5;

/** How many texts are remembered, taken apart. */
const MOST_SAID = 20;

type Credits = Readonly<Record<Evidence['by'], number>>;

/** A text to look words up in. */
interface Said {
  readonly words: readonly SaidWord[];
  readonly byStem: ReadonlyMap<string, readonly SaidWord[]>;
}

/** A word of a key answer or of a key point, once. */
interface Wanted {
  readonly word: SaidWord;
  readonly weight: number;
}

/** A key question taken apart. */
interface Taken {
  /** What the question and the headings above it name: an answer that names it as well tells nothing. */
  readonly subject: ReadonlySet<Term>;
  readonly answer: readonly Wanted[];
  readonly points: readonly TakenPoint[];
}

/** A key point taken apart. */
interface TakenPoint {
  readonly words: readonly Wanted[];
  /** The other wordings that its author lists. */
  readonly wordings: readonly (readonly Wanted[])[];
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
      for (const stem of new Set(wordsOf(answer).map(({ lower }) => wordStem(lower)))) {
        this.#frequency.set(stem, (this.#frequency.get(stem) ?? 0) + 1);
      }
    }
  }

  /** How much of the key answer an answer covers, 0..1. */
  coverage(question: KeyQuestion, answer: string): number {
    if (question.kind === 'fill-in' && question.accept.length > 0) return fillInCoverage(question.accept, answer);
    const said = this.#said(answer);
    return covered(this.#takeApart(question).answer, this.#findAnswer(question, said), said);
  }

  /** The key points of a question, each with whether and where an answer mentions it in the same or similar words. */
  keyPoints(question: KeyQuestion, answer: string): readonly KeyPoint[] {
    const { points, subject } = this.#takeApart(question);
    const said = this.#said(answer);
    return question.keyPoints.map((text, position) => {
      const { words, wordings } = points[position]!;
      const found = this.#find(words, said, subject);
      const telling = words.some(({ word }) => !isFunctionWord(word.lower));
      const share = telling ? shareOf(words, found, POINT_CREDIT) : Number(run(answer).includes(run(text)));
      const otherwise = share < MENTIONED ? saidOtherwise(wordings, said) : null;
      if (otherwise) return { text, mentioned: true, share: 1, evidence: otherwise };
      return { text, mentioned: share >= MENTIONED, share, evidence: found.filter((each) => each !== null) };
    });
  }

  /** For each word of a key answer where an answer says it, in the author's words or in the other ones that the author lists. */
  #findAnswer(question: KeyQuestion, said: Said): readonly (Evidence | null)[] {
    const { answer, points, subject } = this.#takeApart(question);
    const found = this.#find(answer, said, subject);
    const otherwise = points.flatMap(({ words, wordings }) => {
      const place = saidOtherwise(wordings, said)?.[0];
      return place ? words.map(({ word }) => [word.stem, place] as const) : [];
    });
    if (otherwise.length === 0) return found;
    const byStem = new Map(otherwise);
    return answer.map(({ word }, position) => {
      const [evidence, place] = [found[position]!, byStem.get(word.stem)];
      const isSaid = evidence !== null && evidence.by !== 'alike' && evidence.by !== 'denied';
      return isSaid || !place ? evidence : { word: word.lower, span: place.span, by: 'name' };
    });
  }

  readonly #takeApart = perObject((question: KeyQuestion): Taken => {
    const asked = this.#said(question.text);
    const whole = this.#said(question.answer);
    const points = this.#said(question.keyPoints.join('\n')).byStem;
    const headings = question.section.flatMap((heading) => this.#said(heading).words);
    return {
      subject: new Set([...asked.words, ...headings].flatMap(({ terms }) => terms)),
      answer: this.#wanted(whole.words, RARITY, (stem) =>
        asked.byStem.has(stem) ? QUESTION_WORD : points.has(stem) ? KEY_POINT : 1,
      ),
      points: question.keyPoints.map((point) => this.#takePointApart(point, question, asked, whole)),
    };
  });

  #takePointApart(point: string, { alsoSaid }: KeyQuestion, asked: Said, whole: Said): TakenPoint {
    const wanted = (words: readonly SaidWord[]) =>
      this.#wanted(
        words,
        POINT.rarity,
        (stem) => (asked.byStem.has(stem) ? POINT.questionWord : 1) * (isLight(stem) ? POINT.everyday : 1),
      );
    const wordings = alsoSaid.filter((also) => also.point === point).flatMap((also) => barSeparated(also.wordings));
    return {
      words: wanted(inContext(saidWords(point, this.#findTerms), whole)),
      wordings: wordings.map((wording) => wanted(saidWords(wording, this.#findTerms))),
    };
  }

  /** The words, each once, with what they weigh. */
  #wanted(words: readonly SaidWord[], rarity: number, factor: (stem: string) => number): readonly Wanted[] {
    const once = new Map(words.map((word) => [word.stem, word]));
    return Array.from(once.values(), (word) => ({
      word,
      weight: this.#rarity(word.stem) ** rarity * factor(word.stem),
    }));
  }

  #rarity(stem: string): number {
    return Math.log(1 + this.#answers / (this.#frequency.get(stem) ?? 1));
  }

  /** Remembered for the few texts that an answer is looked at with: its key points and its coverage ask for the same. */
  readonly #said = recently((text): Said => {
    const words = saidWords(text, this.#findTerms);
    const byStem = new Map<string, SaidWord[]>();
    for (const word of words) {
      const known = byStem.get(word.stem);
      if (known === undefined) byStem.set(word.stem, [word]);
      else known.push(word);
    }
    return { words, byStem };
  }, MOST_SAID);

  /** For each word that is wanted where the answer says it; null where it doesn't. */
  #find(wanted: readonly Wanted[], said: Said, subject: ReadonlySet<Term>): readonly (Evidence | null)[] {
    const own = new Set(wanted.map(({ word }) => word.stem));
    // A word that stands for one of the key stands for no other.
    const free = new Set([...said.byStem.keys()].filter((stem) => !own.has(stem)));
    const alike = (stem: string): readonly SaidWord[] => {
      for (const other of free) {
        if (!areAlike(stem, other)) continue;
        free.delete(other);
        return said.byStem.get(other)!;
      }
      return [];
    };
    return wanted.map(({ word }) => {
      const terms = word.terms.filter((term) => !subject.has(term));
      return (
        evidence(word, said.byStem.get(word.stem) ?? [], 'word') ??
        evidence(
          word,
          terms.length === 0 ? [] : said.words.filter((other) => other.terms.some((term) => terms.includes(term))),
          'name',
        ) ??
        evidence(
          word,
          said.words.filter((other) => this.#isMisspelling(word, other)),
          'spelling',
        ) ??
        evidence(word, alike(word.stem), 'alike') ??
        deniedOpposite(word, said)
      );
    });
  }

  #isMisspelling(word: SaidWord, other: SaidWord): boolean {
    if (this.#frequency.has(other.stem)) return false;
    return isMisspelling(word.stem, other.stem) || isMisspelling(word.lower, other.lower);
  }
}

/** The words of a key point, denied where the answer that it is from says so: "nobody has to **poll**". */
function inContext(point: readonly SaidWord[], { byStem }: Said): readonly SaidWord[] {
  return point.map((word) => ({
    ...word,
    denied: byStem.get(word.stem)?.every(({ denied }) => denied) ?? word.denied,
  }));
}

/** Where an answer says one of some wordings, nearly all of its words in any form and order; null where it says none. */
function saidOtherwise(wordings: TakenPoint['wordings'], { byStem }: Said): readonly Evidence[] | null {
  for (const wording of wordings) {
    const found = wording.map(({ word }) => evidence(word, byStem.get(word.stem) ?? [], 'word'));
    if (shareOf(wording, found, POINT_CREDIT) >= SAID_OTHERWISE) return found.filter((each) => each !== null);
  }
  return null;
}

/** A place that says a word; one that says it of the contrary counts only where there is no other. */
function evidence({ lower, denied }: SaidWord, places: readonly SaidWord[], by: Evidence['by']): Evidence | null {
  const [first] = places;
  if (first === undefined) return null;
  const agreeing = places.find((place) => place.denied === denied);
  const { start, end } = agreeing ?? first;
  return { word: lower, span: { start, end }, by: agreeing === undefined ? 'denied' : by };
}

/** "not fixed" for "variable". */
function deniedOpposite(word: SaidWord, { byStem }: Said): Evidence | null {
  const opposites = oppositesOf(word.stem).flatMap((stem) => byStem.get(stem) ?? []);
  const denied = opposites.filter((opposite) => opposite.denied !== word.denied);
  return evidence(
    word,
    denied.map((opposite) => ({ ...opposite, denied: word.denied })),
    'alike',
  );
}

/** The weighted share of the words that have been said, 0..1. */
function shareOf(wanted: readonly Wanted[], found: readonly (Evidence | null)[], credits: Credits): number {
  const whole = weightOf(wanted);
  return whole === 0 ? 0 : saidOf(wanted, found, credits) / whole;
}

/** From what has been said of a key's words to how much of it is covered, 0..1: more than its share, and of a long key all the more. */
function covered(wanted: readonly Wanted[], found: readonly (Evidence | null)[], { byStem }: Said): number {
  const whole = weightOf(wanted);
  if (whole === 0) return 0;
  const share = Math.min(1, (saidOf(wanted, found, CREDIT) + (byStem.size > 1 ? DOUBT : 0)) / whole);
  return (1 - (1 - share) ** ((2 * whole) / (whole + LONG))) ** LENIENCE;
}

const weightOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0);

function saidOf(wanted: readonly Wanted[], found: readonly (Evidence | null)[], credits: Credits): number {
  return wanted.reduce((sum, { weight }, position) => {
    const by = found[position]?.by;
    return by === undefined ? sum : sum + weight * credits[by];
  }, 0);
}

/** The words of a text, each between spaces. */
const run = (text: string) =>
  ` ${wordsOf(text)
    .map(({ lower }) => lower)
    .join(' ')} `;

/** 1 where the answer is an accepted word or has it, as a sentence written out does. */
function fillInCoverage(accept: readonly string[], answer: string): number {
  const form = (text: string, of: (word: { singular: string; lower: string }) => string) =>
    ` ${wordsOf(text).map(of).join(' ')} `;
  const has = (of: (word: { singular: string; lower: string }) => string) =>
    accept.some((word) => form(word, of).trim() !== '' && form(answer, of).includes(form(word, of)));
  if (has(({ singular }) => singular)) return 1;
  return has(({ lower }) => wordStem(lower)) ? OTHER_FORM : 0;
}
