import { findTerms } from './find-terms.ts';
import { type QuestionReading, readKey, rememberReading } from './key-wordings.ts';
import type { AnswerKey, Glossary, Term } from './model.ts';
import { createTermIndex, type PreparedName, preparedNames, rememberNames, type TermName } from './term-index.ts';
import type { Unit } from './units.ts';
import type { Quest, Wording } from './wording.ts';

/** What indexing has found out about built-in files, so that starting doesn't have to. Terms are positions among all terms. */
export interface PackedIndex {
  readonly names: readonly PackedName[];
  readonly units: readonly PackedUnit[];
  /** For each key its questions. */
  readonly keys: readonly (readonly PackedReading[])[];
}

type PackedName = readonly [
  term: number,
  text: string,
  needs: number,
  form: number,
  exact: string,
  folded: string | 0,
  call: string | 0,
];
type PackedUnit = readonly [key: string, terms: readonly number[], parts: string, group: string, marks: number];
type Units = readonly number[];
type PackedReading = readonly [section: Units, accept: Units, wordings: readonly PackedWording[]];
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
  const packReading = ({ section, accept, wordings }: QuestionReading): PackedReading => [
    section.map(packUnit),
    accept.map(packUnit),
    wordings.map(packWording),
  ];
  return {
    names: glossaries
      .flatMap(preparedNames)
      .map(({ name, call, exact, folded }) => [
        positions.get(name.term)!,
        name.text,
        NEEDS.indexOf(name.needs),
        FORMS.indexOf(name.form),
        exact,
        folded === exact ? 0 : folded,
        call ?? 0,
      ]),
    keys: keys.map((key) => readKey(key, glossaries, (text) => findTerms(index, text)).map(packReading)),
    units,
  };
}

/** Puts back what was found about the same files. */
export function unpackIndex(packed: PackedIndex, glossaries: readonly Glossary[], keys: readonly AnswerKey[]): void {
  const terms = glossaries.flatMap((glossary) => glossary.terms);
  const names = new Map<Glossary, PreparedName[]>(glossaries.map((glossary) => [glossary, []]));
  const owners = new Map<Term, PreparedName[]>();
  for (const glossary of glossaries) for (const term of glossary.terms) owners.set(term, names.get(glossary)!);
  for (const [position, text, needs, form, exact, folded, call] of packed.names) {
    const term = terms[position]!;
    owners.get(term)!.push({
      name: { term, text, own: text === term.name, needs: NEEDS[needs]!, form: FORMS[form]! },
      call: call === 0 ? null : call,
      exact,
      folded: folded === 0 ? exact : folded,
    });
  }
  for (const [glossary, prepared] of names) rememberNames(glossary, prepared);

  const units = packed.units.map(
    ([key, positions, parts, group, marks]): Unit => ({
      key,
      terms: positions.map((position) => terms[position]!),
      parts: words(parts),
      group: words(group),
      capital: (marks & 1) !== 0,
      proper: (marks & 2) !== 0,
    }),
  );
  const unitsAt = (positions: Units) => positions.map((position) => units[position]!);
  for (const [at, key] of keys.entries()) {
    const questions = packed.keys[at]!.map(([section, accept, wordings], position) => ({
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
    }));
    rememberReading(key, { glossaries, questions });
  }
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
