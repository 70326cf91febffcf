import { distance } from 'fastest-levenshtein';
import type { AnswerKey, AskedQuestion, KeyQuestion, QuestionMatch, Term, TermOccurrence } from './model.ts';
import { isGeneric, isLight } from './question-words.ts';
import { questKinship, readWording, type Unit, unitsOf, type Wording } from './wording.ts';

export const TUNING = {
  threshold: 0.48,
  lead: 0.01,
  unknown: 0.75,
  answer: 0.35,
  sectionForKey: 0.6,
  sectionForAsked: 0.6,
  parts: 0.85,
  typo: 0.85,
  sectionBonus: 0.06,
  blankMismatch: 0.8,
  digit: 0.5,
  generic: 0.3,
  term: 1.3,
  termFloor: 2.3,
  light: 0.3,
  stranger: 1.3,
  missingName: 0.6,
  order: 0.02,
  bothBlank: 0.8,
  sectionForTerm: 0.3,
  otherTerm: 0.6,
  genericBonus: 0.3,
  alsoAsked: 0.98,
  otherName: 0.95,
  exponentAsked: 0.75,
  exponentKey: 0.7,
};

/** From this score on two questions are taken to ask the same; chosen on the lists in test/fixtures/matching. */
export const MATCH_THRESHOLD = TUNING.threshold;

/** Units to look things up in. */
interface UnitSet {
  readonly units: readonly Unit[];
  readonly byKey: ReadonlyMap<string, Unit>;
  readonly terms: ReadonlySet<Term>;
  /** The parts of calls. */
  readonly parts: ReadonlySet<string>;
}

/** One way to ask a key question, with what is compared. */
interface IndexedWording extends UnitSet {
  readonly question: IndexedQuestion;
  readonly wording: Wording;
  /** Whether it is the question's own text, not one of its other wordings. */
  readonly own: boolean;
  readonly weight: number;
}

interface IndexedQuestion {
  readonly question: KeyQuestion;
  /** What the headings above it and its key speak of. */
  readonly section: ReadonlySet<string>;
  /** What the answer speaks of: supports a match, but asks for nothing. */
  readonly answer: () => ReadonlySet<string>;
  readonly accept: ReadonlySet<string>;
}

type FindTerms = (text: string) => readonly TermOccurrence[];

/** Recognises questions by what they ask. Immutable. */
export class QuestionIndex {
  readonly #findTerms: FindTerms;
  readonly #postings = new Map<string | Term, IndexedWording[]>();
  readonly #frequency = new Map<string, number>();
  readonly #count: number;

  constructor(keys: readonly AnswerKey[], findTerms: FindTerms) {
    this.#findTerms = findTerms;
    const questions = keys.flatMap((key) => key.questions);
    this.#count = questions.length;
    const read = questions.map((question) => ({
      indexed: this.#indexQuestion(question),
      wordings: [question.text, ...question.alsoAsked].map((text) => readWording(text, findTerms)),
    }));
    for (const { wordings } of read) {
      for (const key of new Set(wordings.flatMap((wording) => wording.units.map((unit) => unit.key)))) {
        this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
      }
    }
    for (const { indexed, wordings } of read) {
      for (const [position, wording] of wordings.entries()) this.#add(indexed, wording, position === 0);
    }
  }

  /** The key question that asks the same; null where none does for certain. */
  match(asked: AskedQuestion): QuestionMatch | null {
    const [first, second] = this.rank(asked);
    if (first === undefined || first.score < TUNING.threshold) return null;
    return second !== undefined && first.score - second.score < TUNING.lead ? null : first;
  }

  /** The key questions that have something in common with the one asked, best first. */
  rank(asked: AskedQuestion): readonly QuestionMatch[] {
    const wording = readWording(asked.text, this.#findTerms);
    const units = unitSet(wording.units.map((unit) => this.#corrected(unit)));
    const section = new Set(asked.section.flatMap((heading) => this.#keysOf(heading)));
    const best = new Map<KeyQuestion, number>();
    for (const candidate of this.#candidates(units)) {
      const score = this.#score(wording, units, section, candidate);
      const { question } = candidate.question;
      if (score > (best.get(question) ?? 0)) best.set(question, score);
    }
    return [...best].map(([question, score]) => ({ question, score })).sort((a, b) => b.score - a.score);
  }

  #indexQuestion(question: KeyQuestion): IndexedQuestion {
    return {
      question,
      section: new Set([question.key, ...question.section].flatMap((heading) => this.#keysOf(heading))),
      answer: once(() => new Set(this.#keysOf(question.answer))),
      accept: new Set(question.accept.flatMap((word) => this.#keysOf(word))),
    };
  }

  #keysOf(text: string): string[] {
    return unitsOf(text, this.#findTerms).map((unit) => unit.key);
  }

  #add(question: IndexedQuestion, wording: Wording, own: boolean): void {
    const set = unitSet(wording.units);
    const weight = wording.units.reduce((sum, unit) => sum + this.#weight(unit), 0);
    const indexed = { ...set, question, wording, own, weight };
    for (const key of [...set.byKey.keys(), ...set.terms, ...set.parts]) {
      const postings = this.#postings.get(key);
      if (postings === undefined) this.#postings.set(key, [indexed]);
      else postings.push(indexed);
    }
  }

  /** How much a unit tells: by its rarity among the key questions, more if it is a term. */
  #weight({ key, terms }: Unit): number {
    const weight = Math.log(1 + this.#count / (this.#frequency.get(key) ?? 1 / TUNING.unknown));
    if (terms.length > 0) return Math.max(weight * TUNING.term, TUNING.termFloor);
    if (isGeneric(key)) return weight * TUNING.generic;
    return weight * (isLight(key) ? TUNING.light : /^\d$/.test(key) ? TUNING.digit : 1);
  }

  /** A word that no key question has is read as the nearest one that some have, where that is near enough. */
  #corrected(unit: Unit): Unit {
    const { key } = unit;
    if (this.#frequency.has(key) || unit.terms.length > 0 || key.length < 5) return unit;
    const limit = key.length < 8 ? 1 : 2;
    let best: string | null = null;
    let least = limit + 1;
    for (const known of this.#frequency.keys()) {
      if (known[0] !== key[0] || known.length < 5 || Math.abs(known.length - key.length) > limit) continue;
      const steps = distance(known, key);
      if (steps < least) {
        best = known;
        least = steps;
      }
    }
    return best === null ? unit : { ...unit, key: best, guessed: true };
  }

  #candidates(asked: UnitSet): Set<IndexedWording> {
    const found = new Set<IndexedWording>();
    for (const key of [...asked.byKey.keys(), ...asked.terms, ...asked.parts]) {
      for (const wording of this.#postings.get(key) ?? []) found.add(wording);
    }
    return found;
  }

  #score(wording: Wording, asked: UnitSet, section: ReadonlySet<string>, candidate: IndexedWording): number {
    const { question } = candidate;
    const sectionShare = overlap(section, question.section);
    const generic = (wording.generic || candidate.wording.generic) && asked.terms.size === 0;
    if (generic && sectionShare < 0.3) return 0;
    const towards = section.size === 0 ? 1 : 1 + TUNING.sectionBonus * (sectionShare - 1);
    if (wording.plain === candidate.wording.plain) return towards;

    let askedWeight = 0;
    let askedCovered = 0;
    for (const unit of asked.units) {
      // The word put into a blank isn't in the key's question.
      if (candidate.wording.hasBlank && question.accept.has(unit.key) && !candidate.byKey.has(unit.key)) continue;
      const weight = this.#weight(unit);
      const credit = covers(candidate, unit) || this.#supports(question, unit, wording);
      // A name that the key question doesn't know is likely what the question is about.
      askedWeight += weight * (credit === 0 && (unit.capital || unit.proper) ? TUNING.stranger : 1);
      askedCovered += weight * credit;
    }
    let keyCovered = 0;
    let namesMissing = false;
    for (const unit of candidate.units) {
      const fromSection = asked.terms.size > 0 && unit.terms.length > 0 ? TUNING.sectionForTerm : TUNING.sectionForKey;
      const credit = covers(asked, unit) || (section.has(unit.key) ? fromSection : 0);
      keyCovered += this.#weight(unit) * credit;
      if (unit.proper && credit === 0) namesMissing = true;
    }
    if (askedWeight === 0 || candidate.weight === 0) return 0;
    let score =
      (askedCovered / askedWeight) ** TUNING.exponentAsked * (keyCovered / candidate.weight) ** TUNING.exponentKey;
    score *= 1 - TUNING.order * (1 - commonPairs(asked.units, candidate.units));
    if (wording.hasBlank && candidate.wording.hasBlank) score **= TUNING.bothBlank;
    if (generic) score += (1 - score) * TUNING.genericBonus * sectionShare;
    score *= questKinship(wording.quests, candidate.wording.quests) * towards;
    if (!candidate.own) score *= TUNING.alsoAsked;
    // A key question about Socket.IO is no question about something else, however much the rest is alike.
    if (namesMissing) score *= TUNING.missingName;
    return sameForm(wording, asked, candidate) ? score : score * TUNING.blankMismatch;
  }

  /** What the surroundings of a key question say for a unit that the question itself doesn't have. */
  #supports(question: IndexedQuestion, unit: Unit, { quests }: Wording): number {
    if (question.section.has(unit.key)) return TUNING.sectionForAsked;
    // Who asks for a difference names the two: an answer that mentions one of them doesn't tell it.
    if (unit.terms.length > 0 && quests.has('difference')) return 0;
    return question.answer().has(unit.key) ? TUNING.answer : 0;
  }
}

function unitSet(units: readonly Unit[]): UnitSet {
  return {
    units,
    byKey: new Map(units.map((unit) => [unit.key, unit])),
    terms: new Set(units.flatMap((unit) => unit.terms)),
    parts: new Set(units.flatMap((unit) => unit.parts)),
  };
}

/** How far a unit is said by a set: as a term, as a word, or as a part of a call. */
function covers(set: UnitSet, unit: Unit): number {
  const same = set.byKey.get(unit.key);
  if (unit.terms.some((term) => set.terms.has(term))) return same === undefined ? TUNING.otherName : 1;
  if (same !== undefined) {
    if (unit.guessed || same.guessed) return TUNING.typo;
    // "link" alone need not be the one of "data link layer".
    return unit.group.every((key) => set.byKey.has(key)) ? 1 : TUNING.otherTerm;
  }
  if (unit.parts.length > 0 && unit.parts.every((part) => set.byKey.has(part))) return TUNING.parts;
  return set.parts.has(unit.key) ? TUNING.parts : 0;
}

/** Whether both are sentences with a blank, or neither is; a blank that has been filled in counts as one. */
function sameForm(wording: Wording, asked: UnitSet, candidate: IndexedWording): boolean {
  if (wording.hasBlank === candidate.wording.hasBlank) return true;
  return candidate.wording.hasBlank && [...candidate.question.accept].some((word) => asked.byKey.has(word));
}

/** The share of the smaller set that is in the other; 0 where one is empty. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const key of a) if (b.has(key)) both++;
  return both / Math.min(a.size, b.size);
}

/** The share of neighbours in one question that are neighbours in the other, so that the order of words counts a little. */
function commonPairs(a: readonly Unit[], b: readonly Unit[]): number {
  const pairs = (units: readonly Unit[]) => units.slice(1).map((unit, before) => `${units[before]!.key} ${unit.key}`);
  return a.length < 2 || b.length < 2 ? 1 : overlap(new Set(pairs(a)), new Set(pairs(b)));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
