import { distance } from 'fastest-levenshtein';
import { once } from '../text/once.ts';
import { recently } from '../text/recently.ts';
import { isBuiltIn } from './built-in-scheme.ts';
import type { QuestionReading } from './key-wordings.ts';
import { isMisspelling } from './misspelling.ts';
import type { AskedQuestion, KeyQuestion, QuestionMatch, Term } from './model.ts';
import {
  type AskedText,
  type AskedUnits,
  type IndexedQuestion,
  type IndexedWording,
  SCORE,
  scoreOf,
  scoreOfWordings,
  type UnitSet,
  unitSet,
} from './question-score.ts';
import { UnitWeights } from './unit-weights.ts';
import { type FindTerms, type Unit, unitsOf } from './units.ts';
import { isTitleCase, readWording } from './wording.ts';

/**
 * From this score on two questions are taken to ask the same. The weights of `question-score.ts` and `unit-weights.ts` were chosen on the questions in
 * test/fixtures/knowledge and half of those in test/fixtures/matching, the other half held back; then the threshold on all.
 */
const MATCH_THRESHOLD = 0.44;
/** With less of a lead over the second best it is open which of the two is meant. */
const LEAST_LEAD = 0.01;
/** In UTF-16 code units; a longer text is no question that a key has. */
const LONGEST_QUESTION = 1000;
/** How many words are remembered that no key question has. */
const MOST_WORDS = 10_000;

/** Recognises questions by what they ask. Immutable. */
export class QuestionIndex {
  readonly #findTerms: FindTerms;
  readonly #weights: UnitWeights;
  readonly #postings = new Map<string | Term, IndexedWording[]>();
  /** The word of some key question that is nearest to one that none has; null where none is near enough. */
  readonly #nearest = recently((key): string | null => {
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const known of this.#weights.keys()) {
      if (!isMisspelling(key, known)) continue;
      const steps = distance(key, known);
      if (steps < least) {
        best = known;
        least = steps;
      }
    }
    return best;
  }, MOST_WORDS);

  /** The same text is asked for with headings above it and without. */
  readonly #read = recently((text): AskedText => {
    const wording = readWording(text, this.#findTerms);
    const set = unitSet(wording.units.map((unit) => this.#corrected(unit)));
    const weights = set.units.map((unit) => this.#weights.of(unit));
    return { ...set, wording, weights, titleCase: isTitleCase(wording.text), plain: plainOf(wording.text) };
  });

  constructor(readings: readonly QuestionReading[], findTerms: FindTerms) {
    this.#findTerms = findTerms;
    this.#weights = new UnitWeights(readings);
    for (const reading of readings) this.#add(reading);
  }

  /**
   * The key question that asks the same; null where none does for certain. A workspace's key goes before the built-in ones;
   * of the workspace's questions with one wording that of the last key counts.
   */
  match(asked: AskedQuestion): QuestionMatch | null {
    const ranked = this.rank(asked);
    const best = ranked[0]?.score ?? 0;
    if (best < MATCH_THRESHOLD) return null;
    // What the built-in keys say in the same words, under the same heading, a workspace's key may say in its own.
    const enough = Math.min(best, SCORE.alike) * (1 - SCORE.section) - LEAST_LEAD;
    const own = ranked.filter(({ question, score }) => !isBuiltIn(question.uri) && score > enough);
    const [first, ...others] = own.length > 0 ? own : ranked;
    if (first === undefined) return null;
    const rivals = others.filter(({ score }) => first.score - score < LEAST_LEAD);
    const text = plainOf(first.question.text);
    const copied = first.score > SCORE.alike;
    if (!rivals.every(({ question, score }) => (copied && score > SCORE.alike) || plainOf(question.text) === text))
      return null;
    const last = rivals.findLast(({ question }) => question.uri !== first.question.uri);
    return last ?? first;
  }

  /** The key questions that have something in common with the one asked, best first. */
  rank({ text, section }: AskedQuestion): readonly QuestionMatch[] {
    if (text.length > LONGEST_QUESTION) return [];
    const asked: AskedUnits = {
      ...this.#read(text),
      section: new Set(section.flatMap((heading) => this.#keysOf(heading))),
    };
    const scores = new Map<KeyQuestion, number[]>();
    for (const candidate of this.#candidates(asked)) {
      const { question } = candidate.question;
      const score = scoreOf(asked, candidate, this.#weights);
      const known = scores.get(question);
      if (known === undefined) scores.set(question, [score]);
      else known.push(score);
    }
    return [...scores]
      .map(([question, all]) => ({ question, score: scoreOfWordings(all) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  }

  #add({ question, section, accept, wordings, answer }: QuestionReading): void {
    const indexed: IndexedQuestion = {
      question,
      section: keySet(section),
      accept: keySet(accept),
      answer,
    };
    for (const [position, wording] of wordings.entries()) {
      const { units } = wording;
      const entry: IndexedWording = {
        question: indexed,
        wording,
        own: position === 0,
        set: once(() => unitSet(units)),
        plain: once(() => plainOf(wording.text)),
        weights: once(() => {
          const each = units.map((unit) => this.#weights.of(unit));
          return { each, sum: each.reduce((sum, weight) => sum + weight, 0) };
        }),
      };
      for (const key of postingKeys(units)) {
        const postings = this.#postings.get(key);
        if (postings === undefined) this.#postings.set(key, [entry]);
        else postings.push(entry);
      }
    }
  }

  #keysOf(text: string): string[] {
    return unitsOf(text, this.#findTerms).map((unit) => unit.key);
  }

  /** A word that no key question has is read as the nearest one that some have, where that is near enough. */
  #corrected(unit: Unit): Unit {
    if (this.#weights.has(unit.key) || unit.terms.length > 0) return unit;
    const meant = this.#nearest(unit.key);
    return meant === null ? unit : { ...unit, key: meant, guessed: true };
  }

  #candidates({ units }: UnitSet): Set<IndexedWording> {
    const found = new Set<IndexedWording>();
    for (const key of postingKeys(units)) for (const entry of this.#postings.get(key) ?? []) found.add(entry);
    return found;
  }
}

const keySet = (units: readonly Unit[]) => new Set(units.map((unit) => unit.key));

/** Whatever a question can be found by. */
const postingKeys = (units: readonly Unit[]) =>
  new Set<string | Term>(units.flatMap(({ key, terms, parts }) => [key, ...terms, ...parts]));

/** A question without punctuation and case: equal where it was copied. */
const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
