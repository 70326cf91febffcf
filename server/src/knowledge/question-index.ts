import { distance } from 'fastest-levenshtein';
import { once } from '../text/once.ts';
import { recently } from '../text/recently.ts';
import { isBuiltIn } from './built-in-scheme.ts';
import type { QuestionReading } from './key-wordings.ts';
import { isMisspelling } from './misspelling.ts';
import type { AskedQuestion, KeyQuestion, QuestionMatch, Term } from './model.ts';
import { isGeneric, isLight } from './question-words.ts';
import { type FindTerms, type Unit, unitsOf } from './units.ts';
import { isTitleCase, questKinship, readWording, type Wording } from './wording.ts';

/**
 * From this score on two questions are taken to ask the same. The weights below were chosen on the questions in
 * test/fixtures/knowledge and half of those in test/fixtures/matching, the other half held back; then the threshold on all.
 */
const MATCH_THRESHOLD = 0.44;
/** With less of a lead over the second best it is open which of the two is meant. */
const LEAST_LEAD = 0.01;
/** In UTF-16 code units; a longer text is no question that a key has. */
const LONGEST_QUESTION = 1000;
/** How many words are remembered that no key question has. */
const MOST_WORDS = 10_000;

/** How far a unit of one question is said by what is not the same unit in the other. */
const CREDIT = {
  /** Another name of the same term. */
  otherName: 0.95,
  /** A word without the rest of the name it belongs to: "link" for "data link layer". */
  partOfName: 0.6,
  /** The parts of a call: "emit on a socket" for `socket.emit()`. */
  partsOfCall: 0.85,
  misspelt: 0.85,
  /** A heading above the key question says it, or its answer does. */
  keySection: 0.6,
  keyAnswer: 0.35,
  /** A heading above the asked question says it; less where the question itself names another term. */
  askedSection: 0.6,
  askedSectionTerm: 0.3,
};

/** How much a unit weighs, as a factor of its rarity. */
const WEIGHT = {
  term: 1.6,
  leastTerm: 2.3,
  everyday: 0.3,
  generic: 0.3,
  digit: 0.5,
  /** In how many questions a word counts as being that none has. */
  unknownFrequency: 1.1,
};

/** How the parts of a score go together. */
const SCORE = {
  askedExponent: 0.75,
  keyExponent: 0.7,
  bothBlank: 0.8,
  oneBlank: 0.8,
  /** A copied question scores above any that is only alike. */
  alike: 0.935,
  order: 0.02,
  otherWording: 0.98,
  secondWording: 0.03,
  /** A name that one of the two questions doesn't have is likely what the other is about. */
  missingName: 0.6,
  strangeName: 0.85,
  /** All the more where no key question has it: "What is a USB port?" */
  unknownName: 0.7,
  /** So is what a word says that no key question has, or a term that this one doesn't have. */
  strangeWord: 0.9,
  section: 0.06,
  /** A question that means whatever its section is about, in a section about the same. */
  genericInSection: 0.3,
  leastSection: 0.3,
};

/** Units to look things up in. */
interface UnitSet {
  readonly units: readonly Unit[];
  readonly byKey: ReadonlyMap<string, Unit>;
  readonly terms: ReadonlySet<Term>;
  /** The parts of calls. */
  readonly parts: ReadonlySet<string>;
  /** Neighbouring units, so that the order of words counts a little. */
  readonly pairs: ReadonlySet<string>;
}

interface Asked extends UnitSet {
  readonly wording: Wording;
  readonly titleCase: boolean;
  readonly plain: string;
  /** What the headings above it speak of. */
  readonly section: ReadonlySet<string>;
}

interface IndexedQuestion {
  readonly question: KeyQuestion;
  readonly section: ReadonlySet<string>;
  readonly accept: ReadonlySet<string>;
  /** What the answer speaks of: supports a match, but asks for nothing. */
  readonly answer: () => ReadonlySet<string>;
}

interface IndexedWording {
  readonly question: IndexedQuestion;
  readonly wording: Wording;
  /** Whether it is the question's own text, not one of its other wordings. */
  readonly own: boolean;
  readonly set: () => UnitSet;
  readonly plain: () => string;
  readonly weight: () => number;
}

interface Coverage {
  /** 0..1. */
  readonly share: number;
  readonly missingName: boolean;
  /** Whether something else is asked about that isn't written as a name. */
  readonly missingWord?: boolean;
  /** Whether a name is asked about that no key question has. */
  readonly unknownName?: boolean;
}

/** Recognises questions by what they ask. Immutable. */
export class QuestionIndex {
  readonly #findTerms: FindTerms;
  readonly #count: number;
  readonly #frequency = new Map<string, number>();
  readonly #postings = new Map<string | Term, IndexedWording[]>();
  /** The word of some key question that is nearest to one that none has; null where none is near enough. */
  readonly #nearest = recently((key): string | null => {
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const known of this.#frequency.keys()) {
      if (!isMisspelling(key, known)) continue;
      const steps = distance(key, known);
      if (steps < least) {
        best = known;
        least = steps;
      }
    }
    return best;
  }, MOST_WORDS);

  constructor(readings: readonly QuestionReading[], findTerms: FindTerms) {
    this.#findTerms = findTerms;
    this.#count = readings.length;
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
    const wording = readWording(text, this.#findTerms);
    const asked: Asked = {
      ...unitSet(wording.units.map((unit) => this.#corrected(unit))),
      wording,
      titleCase: isTitleCase(wording.text),
      plain: plainOf(wording.text),
      section: new Set(section.flatMap((heading) => this.#keysOf(heading))),
    };
    const scores = new Map<KeyQuestion, number[]>();
    for (const candidate of this.#candidates(asked)) {
      const { question } = candidate.question;
      const score = this.#score(asked, candidate);
      const known = scores.get(question);
      if (known === undefined) scores.set(question, [score]);
      else known.push(score);
    }
    return [...scores]
      .map(([question, all]) => ({ question, score: together(all) }))
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
    for (const key of new Set(wordings.flatMap(({ units }) => units.map((unit) => unit.key)))) {
      this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    }
    for (const [position, wording] of wordings.entries()) {
      const { units } = wording;
      const entry: IndexedWording = {
        question: indexed,
        wording,
        own: position === 0,
        set: once(() => unitSet(units)),
        plain: once(() => plainOf(wording.text)),
        weight: once(() => units.reduce((sum, unit) => sum + this.#weight(unit), 0)),
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

  /** Whether no key question has a word that tells something. */
  #isStrange(key: string): boolean {
    return !this.#frequency.has(key) && !isLight(key) && !isGeneric(key);
  }

  /** How much a unit tells: by its rarity among the key questions, more if it is a term. */
  #weight({ key, terms }: Unit): number {
    const weight = Math.log(1 + this.#count / (this.#frequency.get(key) ?? WEIGHT.unknownFrequency));
    if (terms.length > 0) return Math.max(weight * WEIGHT.term, WEIGHT.leastTerm);
    if (isGeneric(key)) return weight * WEIGHT.generic;
    return weight * (isLight(key) ? WEIGHT.everyday : /^\d$/.test(key) ? WEIGHT.digit : 1);
  }

  /** A word that no key question has is read as the nearest one that some have, where that is near enough. */
  #corrected(unit: Unit): Unit {
    if (this.#frequency.has(unit.key) || unit.terms.length > 0) return unit;
    const meant = this.#nearest(unit.key);
    return meant === null ? unit : { ...unit, key: meant, guessed: true };
  }

  #candidates({ units }: UnitSet): Set<IndexedWording> {
    const found = new Set<IndexedWording>();
    for (const key of postingKeys(units)) for (const entry of this.#postings.get(key) ?? []) found.add(entry);
    return found;
  }

  #score(asked: Asked, candidate: IndexedWording): number {
    const { question, wording } = candidate;
    const sectionShare = overlap(asked.section, question.section);
    const generic = (asked.wording.generic || wording.generic) && asked.terms.size === 0;
    if (generic && sectionShare < SCORE.leastSection) return 0;
    const inSection = asked.section.size === 0 ? 1 : 1 - SCORE.section * (1 - sectionShare);
    if (asked.plain === candidate.plain()) return inSection;

    const forAsked = this.#askedCoverage(asked, candidate);
    const forKey = this.#keyCoverage(asked, candidate);
    let score = SCORE.alike * forAsked.share ** SCORE.askedExponent * forKey.share ** SCORE.keyExponent;
    score *= 1 - SCORE.order * (1 - pairShare(asked, candidate.set()));
    if (asked.wording.hasBlank && wording.hasBlank) score **= SCORE.bothBlank;
    if (generic) score += (1 - score) * SCORE.genericInSection * sectionShare;
    score *= questKinship(asked.wording.quests, wording.quests) * inSection;
    if (!candidate.own) score *= SCORE.otherWording;
    // A question about Socket.IO is no question about something else, however much the rest is alike.
    if (forKey.missingName) score *= SCORE.missingName;
    if (forAsked.missingName) score *= SCORE.strangeName;
    if (forAsked.missingWord) score *= SCORE.strangeWord;
    if (forAsked.unknownName) score *= SCORE.unknownName;
    return sameForm(asked, candidate) ? score : score * SCORE.oneBlank;
  }

  /** How much of what is asked the key question has, and whether it lacks a name. */
  #askedCoverage(asked: Asked, { question, wording, set }: IndexedWording): Coverage {
    let whole = 0;
    let covered = 0;
    let missingName = false;
    let missingWord = false;
    let unknownName = false;
    for (const unit of asked.units) {
      // The word put into a blank isn't in the key's question.
      if (filledIn(asked, wording) && question.accept.has(unit.key) && !set().byKey.has(unit.key)) continue;
      const weight = this.#weight(unit);
      const credit = coverage(set(), unit) || support(question, unit, asked);
      whole += weight;
      covered += weight * credit;
      missingName ||= credit === 0 && (unit.capital || unit.proper);
      unknownName ||= credit === 0 && unit.capital && !asked.titleCase && this.#isStrange(unit.key);
      missingWord ||= credit === 0 && (unit.terms.length > 0 || this.#isStrange(unit.key));
    }
    return { share: whole === 0 ? 0 : covered / whole, missingName, missingWord, unknownName };
  }

  /** How much of the key question the asked one has, and whether it lacks a name. */
  #keyCoverage(asked: Asked, candidate: IndexedWording): Coverage {
    let covered = 0;
    let missingName = false;
    for (const unit of candidate.wording.units) {
      const fromSection = asked.terms.size > 0 && unit.terms.length > 0 ? CREDIT.askedSectionTerm : CREDIT.askedSection;
      const credit = coverage(asked, unit) || (asked.section.has(unit.key) ? fromSection : 0);
      covered += this.#weight(unit) * credit;
      missingName ||= unit.proper && credit === 0;
    }
    return { share: candidate.weight() === 0 ? 0 : covered / candidate.weight(), missingName };
  }
}

/** The score of the best wording; where two questions have one alike, the second best tells them apart. */
function together(scores: number[]): number {
  const [best = 0, second = best] = scores.sort((a, b) => b - a);
  return best > SCORE.alike ? best : best - SCORE.secondWording * (1 - second) * best;
}

/** How far a unit is said by a set: as a term, as a word, or as a part of a call. */
function coverage(set: UnitSet, unit: Unit): number {
  const same = set.byKey.get(unit.key);
  if (unit.terms.some((term) => set.terms.has(term))) return same === undefined ? CREDIT.otherName : 1;
  if (same !== undefined) {
    if (unit.guessed || same.guessed) return CREDIT.misspelt;
    return unit.group.every((key) => set.byKey.has(key)) ? 1 : CREDIT.partOfName;
  }
  if (unit.parts.length > 0 && unit.parts.every((part) => set.byKey.has(part))) return CREDIT.partsOfCall;
  return set.parts.has(unit.key) ? CREDIT.partsOfCall : 0;
}

/** What the surroundings of a key question say for a unit that the question itself doesn't have. */
function support(question: IndexedQuestion, unit: Unit, { wording }: Asked): number {
  if (question.section.has(unit.key)) return CREDIT.keySection;
  // Who asks for a difference names the two: an answer that mentions one of them doesn't tell it.
  if (unit.terms.length > 0 && wording.quests.includes('difference')) return 0;
  return question.answer().has(unit.key) ? CREDIT.keyAnswer : 0;
}

/** Whether both are sentences with a blank, or neither is; a blank that has been filled in counts as one. */
function sameForm(asked: Asked, { wording, question }: IndexedWording): boolean {
  if (asked.wording.hasBlank === wording.hasBlank) return true;
  return filledIn(asked, wording) && [...question.accept].some((word) => asked.byKey.has(word));
}

/** Whether the one may be the other with the blank filled in. */
const filledIn = (asked: Asked, wording: Wording) => wording.hasBlank && asked.wording.statement;

function unitSet(units: readonly Unit[]): UnitSet {
  return {
    units,
    byKey: new Map(units.map((unit) => [unit.key, unit])),
    terms: new Set(units.flatMap((unit) => unit.terms)),
    parts: new Set(units.flatMap((unit) => unit.parts)),
    pairs: new Set(units.slice(1).map((unit, before) => `${units[before]!.key} ${unit.key}`)),
  };
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

const pairShare = (a: UnitSet, b: UnitSet) =>
  a.pairs.size === 0 || b.pairs.size === 0 ? 1 : overlap(a.pairs, b.pairs);

/** The share of the smaller set that is in the other; 0 where one is empty. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const key of a) if (b.has(key)) both++;
  return both / Math.min(a.size, b.size);
}
