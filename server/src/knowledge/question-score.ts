import type { KeyQuestion, Term } from './model.ts';
import type { UnitWeights } from './unit-weights.ts';
import type { Unit } from './units.ts';
import { questKinship, type Wording } from './wording.ts';

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

/** How the parts of a score go together. */
export const SCORE = {
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
export interface UnitSet {
  readonly units: readonly Unit[];
  readonly byKey: ReadonlyMap<string, Unit>;
  readonly terms: ReadonlySet<Term>;
  /** The parts of calls. */
  readonly parts: ReadonlySet<string>;
  /** Neighbouring units, so that the order of words counts a little. */
  readonly pairs: ReadonlySet<string>;
}

/** The text of a question that is asked, taken apart. */
export interface AskedText extends UnitSet {
  readonly wording: Wording;
  /** How much each unit tells. */
  readonly weights: readonly number[];
  readonly titleCase: boolean;
  readonly plain: string;
}

/** A question that is asked, taken apart. */
export interface AskedUnits extends AskedText {
  /** What the headings above it speak of. */
  readonly section: ReadonlySet<string>;
}

/** A key question, taken apart. */
export interface IndexedQuestion {
  readonly question: KeyQuestion;
  readonly section: ReadonlySet<string>;
  readonly accept: ReadonlySet<string>;
  /** What the answer speaks of: supports a match, but asks for nothing. */
  readonly answer: () => ReadonlySet<string>;
}

/** One of its wordings. */
export interface IndexedWording {
  readonly question: IndexedQuestion;
  readonly wording: Wording;
  /** Whether it is the question's own text, not one of its other wordings. */
  readonly own: boolean;
  readonly set: () => UnitSet;
  readonly plain: () => string;
  /** How much each unit tells, and all together. */
  readonly weights: () => { readonly each: readonly number[]; readonly sum: number };
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

/** How far a key question, worded so, asks what was asked: 0..1. */
export function scoreOf(asked: AskedUnits, candidate: IndexedWording, weights: UnitWeights): number {
  const { question, wording } = candidate;
  const sectionShare = overlap(asked.section, question.section);
  const generic = (asked.wording.generic || wording.generic) && asked.terms.size === 0;
  if (generic && sectionShare < SCORE.leastSection) return 0;
  const inSection = asked.section.size === 0 ? 1 : 1 - SCORE.section * (1 - sectionShare);
  if (asked.plain === candidate.plain()) return inSection;

  const forAsked = askedCoverage(asked, candidate, weights);
  const forKey = keyCoverage(asked, candidate);
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

/** The score of a key question by those of its wordings: that of the best; where two questions have one alike, the second best tells them apart. */
export function scoreOfWordings(scores: number[]): number {
  const [best = 0, second = best] = scores.sort((a, b) => b - a);
  return best > SCORE.alike ? best : best - SCORE.secondWording * (1 - second) * best;
}

/** How much of what is asked the key question has, and whether it lacks a name. */
function askedCoverage(asked: AskedUnits, { question, wording, set }: IndexedWording, weights: UnitWeights): Coverage {
  let whole = 0;
  let covered = 0;
  let missingName = false;
  let missingWord = false;
  let unknownName = false;
  for (const [index, unit] of asked.units.entries()) {
    // The word put into a blank isn't in the key's question.
    if (filledIn(asked, wording) && question.accept.has(unit.key) && !set().byKey.has(unit.key)) continue;
    const weight = asked.weights[index]!;
    const credit = coverage(set(), unit) || support(question, unit, asked);
    whole += weight;
    covered += weight * credit;
    missingName ||= credit === 0 && (unit.capital || unit.proper);
    unknownName ||= credit === 0 && unit.capital && !asked.titleCase && weights.isStrange(unit.key);
    missingWord ||= credit === 0 && (unit.terms.length > 0 || weights.isStrange(unit.key));
  }
  return { share: whole === 0 ? 0 : covered / whole, missingName, missingWord, unknownName };
}

/** How much of the key question the asked one has, and whether it lacks a name. */
function keyCoverage(asked: AskedUnits, { wording, weights }: IndexedWording): Coverage {
  const { each, sum } = weights();
  let covered = 0;
  let missingName = false;
  for (const [index, unit] of wording.units.entries()) {
    const fromSection = asked.terms.size > 0 && unit.terms.length > 0 ? CREDIT.askedSectionTerm : CREDIT.askedSection;
    const credit = coverage(asked, unit) || (asked.section.has(unit.key) ? fromSection : 0);
    covered += each[index]! * credit;
    missingName ||= unit.proper && credit === 0;
  }
  return { share: sum === 0 ? 0 : covered / sum, missingName };
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
function support(question: IndexedQuestion, unit: Unit, { wording }: AskedUnits): number {
  if (question.section.has(unit.key)) return CREDIT.keySection;
  // Who asks for a difference names the two: an answer that mentions one of them doesn't tell it.
  if (unit.terms.length > 0 && wording.quests.includes('difference')) return 0;
  return question.answer().has(unit.key) ? CREDIT.keyAnswer : 0;
}

/** Whether both are sentences with a blank, or neither is; a blank that has been filled in counts as one. */
function sameForm(asked: AskedUnits, { wording, question }: IndexedWording): boolean {
  if (asked.wording.hasBlank === wording.hasBlank) return true;
  return filledIn(asked, wording) && [...question.accept].some((word) => asked.byKey.has(word));
}

/** Whether the one may be the other with the blank filled in. */
const filledIn = (asked: AskedUnits, wording: Wording) => wording.hasBlank && asked.wording.statement;

/** Gathers units to look things up in. */
export function unitSet(units: readonly Unit[]): UnitSet {
  return {
    units,
    byKey: new Map(units.map((unit) => [unit.key, unit])),
    terms: new Set(units.flatMap((unit) => unit.terms)),
    parts: new Set(units.flatMap((unit) => unit.parts)),
    pairs: new Set(units.slice(1).map((unit, before) => `${units[before]!.key} ${unit.key}`)),
  };
}

const pairShare = (a: UnitSet, b: UnitSet) =>
  a.pairs.size === 0 || b.pairs.size === 0 ? 1 : overlap(a.pairs, b.pairs);

/** The share of the smaller set that is in the other; 0 where one is empty. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const key of a) if (b.has(key)) both++;
  return both / Math.min(a.size, b.size);
}
