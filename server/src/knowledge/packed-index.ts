import { once } from '../text/once.ts';
import { findTerms } from './find-terms.ts';
import { type QuestionReading, readKey, rememberReading } from './key-wordings.ts';
import type { AnswerKey, Glossary, Term } from './model.ts';
import { createTermIndex, type PreparedName, preparedNames, rememberNames, type TermName } from './term-index.ts';
import type { Unit } from './units.ts';
import type { Quest, Wording } from './wording.ts';

/** What indexing has found out about built-in files, so that starting doesn't have to. Terms are positions among all terms. */
export interface PackedIndex {
  readonly names: PackedNames;
  readonly units: readonly PackedUnit[];
  /** For each key its questions. */
  readonly keys: readonly (readonly PackedReading[])[];
}

/** Prepared names, one a line of each. One text is parsed faster than thousands of lists. */
interface PackedNames {
  readonly terms: readonly number[];
  readonly texts: string;
  /** Two digits each: the places in NEEDS and FORMS. */
  readonly marks: string;
  readonly exact: string;
  /** Empty where it is the same as `exact`. */
  readonly folded: string;
  /** Empty where there is none. */
  readonly calls: string;
}

type PackedUnit = readonly [key: string, terms: readonly number[], parts: string, group: string, marks: number];
type Units = readonly number[];
type PackedReading = readonly [section: Units, accept: Units, wordings: readonly PackedWording[], answer: string];
type PackedWording = readonly [text: string, units: Units, quests: string, marks: number];

const NEEDS: readonly TermName['needs'][] = ['nothing', 'layers', 'closing', 'number', 'code'];
const FORMS: readonly TermName['form'][] = ['any', 'same-case', 'literal'];

/** Indexes files and packs what was found. */
export function packIndex(glossaries: readonly Glossary[], keys: readonly AnswerKey[]): PackedIndex {
  const positions = new Map(glossaries.flatMap(({ terms }) => terms).map((term, position) => [term, position]));
  const index = createTermIndex(glossaries);
  const units: PackedUnit[] = [];
  const unitPositions = new Map<string, number>();
  const packUnit = (unit: Unit): number => {
    const marks = Number(unit.capital) + 2 * Number(unit.proper);
    const terms = unit.terms.map((term) => positions.get(term)!);
    const packed: PackedUnit = [unit.key, terms, unit.parts.join(' '), unit.group.join(' '), marks];
    const text = JSON.stringify(packed);
    if (!unitPositions.has(text)) unitPositions.set(text, units.push(packed) - 1);
    return unitPositions.get(text)!;
  };
  const packWording = (wording: Wording): PackedWording => [
    wording.text,
    wording.units.map(packUnit),
    wording.quests.join(' '),
    Number(wording.hasBlank) + 2 * Number(wording.generic) + 4 * Number(wording.statement),
  ];
  const packReading = ({ section, accept, wordings, answer }: QuestionReading): PackedReading => [
    section.map(packUnit),
    accept.map(packUnit),
    wordings.map(packWording),
    [...answer()].join(' '),
  ];
  return {
    names: packNames(glossaries.flatMap(preparedNames), positions),
    keys: keys.map((key) => readKey(key, glossaries, (text) => findTerms(index, text)).map(packReading)),
    units,
  };
}

function packNames(names: readonly PreparedName[], positions: ReadonlyMap<Term, number>): PackedNames {
  const lines = (text: (name: PreparedName) => string) => names.map(text).join('\n');
  return {
    terms: names.map(({ name }) => positions.get(name.term)!),
    texts: lines(({ name }) => name.text),
    marks: names.map(({ name }) => `${NEEDS.indexOf(name.needs)}${FORMS.indexOf(name.form)}`).join(''),
    exact: lines(({ exact }) => exact),
    folded: lines(({ exact, folded }) => (folded === exact ? '' : folded)),
    calls: lines(({ call }) => call ?? ''),
  };
}

/** Puts back what was found about the same files, for when it is asked for. */
export function unpackIndex(packed: PackedIndex, glossaries: readonly Glossary[], keys: readonly AnswerKey[]): void {
  const terms = once(() => glossaries.flatMap((glossary) => glossary.terms));
  const names = once(() => unpackNames(packed.names, terms(), glossaries));
  for (const glossary of glossaries) rememberNames(glossary, () => names().get(glossary)!);
  const units = once(() => unpackUnits(packed.units, terms()));
  for (const [at, key] of keys.entries()) {
    rememberReading(key, glossaries, () => unpackReadings(packed.keys[at]!, key, units()));
  }
}

function unpackNames(
  packed: PackedNames,
  terms: readonly Term[],
  glossaries: readonly Glossary[],
): ReadonlyMap<Glossary, readonly PreparedName[]> {
  const [texts, exacts, foldeds, calls] = [packed.texts, packed.exact, packed.folded, packed.calls].map((lines) =>
    lines.split('\n'),
  ) as [string[], string[], string[], string[]];
  const all = packed.terms.map((position, at): PreparedName => {
    const term = terms[position]!;
    const text = texts[at]!;
    const exact = exacts[at]!;
    const needs = NEEDS[Number(packed.marks[2 * at])]!;
    const form = FORMS[Number(packed.marks[2 * at + 1])]!;
    return {
      name: { term, text, own: text === term.name, needs, form },
      call: calls[at] || null,
      exact,
      folded: foldeds[at] || exact,
    };
  });
  let from = 0;
  let past = 0;
  return new Map(
    glossaries.map((glossary) => {
      past += glossary.terms.length;
      const start = from;
      while (from < all.length && packed.terms[from]! < past) from++;
      return [glossary, all.slice(start, from)];
    }),
  );
}

function unpackUnits(packed: readonly PackedUnit[], terms: readonly Term[]): readonly Unit[] {
  return packed.map(([key, positions, parts, group, marks]) => ({
    key,
    terms: positions.map((position) => terms[position]!),
    parts: words(parts),
    group: words(group),
    capital: (marks & 1) !== 0,
    proper: (marks & 2) !== 0,
  }));
}

function unpackReadings(packed: readonly PackedReading[], key: AnswerKey, units: readonly Unit[]): QuestionReading[] {
  const unitsAt = (positions: Units) => positions.map((position) => units[position]!);
  return packed.map(([section, accept, wordings, answer], position) => ({
    question: key.questions[position]!,
    section: unitsAt(section),
    accept: unitsAt(accept),
    wordings: wordings.map(
      ([text, positions, quests, marks]): Wording => ({
        text,
        units: unitsAt(positions),
        quests: words(quests) as Quest[],
        hasBlank: (marks & 1) !== 0,
        generic: (marks & 2) !== 0,
        statement: (marks & 4) !== 0,
      }),
    ),
    answer: once(() => new Set(words(answer))),
  }));
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
