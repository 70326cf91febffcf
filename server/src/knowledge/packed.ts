import { parseMarkdown } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import { BUILT_IN_SCHEME } from './built-in-scheme.ts';
import type { AnswerKey, Glossary, KeyQuestion, Term } from './model.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { type PackedIndex, packIndex, unpackIndex } from './packed-index.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseAnswerKey } from './parse-key.ts';
import { createWordFilter, type WordFilter } from './word-filter.ts';

export { BUILT_IN_SCHEME };

/**
 * A glossary or key as it is stored in a bundle: without what each entry repeats, and without empty fields. What stands in
 * the file as it is, is a place in it.
 */
export type Packed = PackedGlossary | PackedKey;

/** A value whose longer texts are the offsets of their start and end in the file, where they stand there as they are. */
type Placed<T> = T extends string
  ? T | readonly [start: number, end: number]
  : T extends object
    ? { readonly [K in keyof T]: Placed<T[K]> }
    : T;

interface PackedGlossary {
  readonly kind: 'glossary';
  readonly uri: string;
  readonly title: string;
  /** The file's own text. */
  readonly source: string;
  readonly terms: readonly Placed<Partial<Term> & Pick<Term, 'name' | 'definition' | 'line' | 'span'>>[];
}

interface PackedKey {
  readonly kind: 'key';
  readonly uri: string;
  readonly title: string;
  /** The file's own text. */
  readonly source: string;
  readonly questions: readonly Placed<Partial<KeyQuestion> & Pick<KeyQuestion, 'text' | 'answer' | 'line' | 'span'>>[];
}

/**
 * The problems of a file are its author's business: they are not packed.
 *
 * @param source the file's text
 */
export function pack(file: Glossary | AnswerKey, source: string): Packed {
  const { uri, title } = file;
  const shed = <T extends object>(entry: T): T =>
    Object.fromEntries(
      Object.entries(entry).filter(
        ([name, value]) =>
          !['uri', 'glossary', 'key'].includes(name) && value !== null && !(Array.isArray(value) && value.length === 0),
      ),
    ) as T;
  const packed = <T extends { readonly span: Span }>(entry: T) =>
    placed(shed(entry), source, entry.span.end) as Placed<T>;
  return file.kind === 'glossary'
    ? { kind: 'glossary', uri, title, source, terms: file.terms.map(packed) }
    : { kind: 'key', uri, title, source, questions: file.questions.map(packed) };
}

/** Shorter texts take no more room, packed, than their place. */
const SHORTEST_PLACED = 60;

/** @param from the offset in `source` from which texts are looked for */
function placed(value: unknown, source: string, from: number): unknown {
  if (typeof value === 'string') {
    const start = value.length < SHORTEST_PLACED ? -1 : source.indexOf(value, from);
    return start < 0 ? value : [start, start + value.length];
  }
  return mapped(value, (part) => placed(part, source, from));
}

/** The value that was placed. */
function inFull(value: unknown, source: string): unknown {
  if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'number')
    return source.slice(value[0], value[1]);
  return mapped(value, (part) => inFull(part, source));
}

function mapped(value: unknown, map: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(part)]));
}

/** Files and what indexing found out about them. */
export interface PackedKnowledge {
  readonly files: readonly Packed[];
  readonly index: PackedIndex;
  /** Ordinary English words, in the form `isOrdinaryWord` asks for. */
  readonly words: WordFilter;
}

/** Glossaries and keys, ready for `createKnowledge`. */
export interface KnowledgeFiles {
  readonly glossaries: readonly Glossary[];
  readonly keys: readonly AnswerKey[];
}

/**
 * Parses and packs the files that come with the extension.
 *
 * @param files their names in `knowledge/` (`osi.glossary.md`) and their texts
 * @param words ordinary English words, to which those of the files are added
 */
export function packKnowledge(
  files: readonly { readonly name: string; readonly text: string }[],
  words: readonly string[] = [],
): PackedKnowledge {
  const parsed = files.map(({ name, text }) => {
    const parse = name.endsWith('.key.md') ? parseAnswerKey : parseGlossary;
    return parse(`${BUILT_IN_SCHEME}:/${name}`, parseMarkdown(text));
  });
  const { glossaries, keys } = sorted(parsed);
  const all = [...words, ...files.map(({ text }) => text)].flatMap(ordinaryWords);
  return {
    files: parsed.map((file, index) => pack(file, files[index]!.text)),
    index: packIndex(glossaries, keys),
    words: createWordFilter(new Set(all)),
  };
}

/** The glossaries and keys that were packed, indexed as far as they were. */
export function unpackKnowledge({ files, index }: PackedKnowledge): KnowledgeFiles {
  const unpacked = sorted(files.map(unpack));
  unpackIndex(index, unpacked.glossaries, unpacked.keys);
  return unpacked;
}

function sorted(files: readonly (Glossary | AnswerKey)[]): KnowledgeFiles {
  return {
    glossaries: files.filter((file) => file.kind === 'glossary'),
    keys: files.filter((file) => file.kind === 'key'),
  };
}

/** The glossary or key that was packed, without its problems. */
export function unpack(packed: Packed): Glossary | AnswerKey {
  const { uri, title, source } = packed;
  if (packed.kind === 'glossary') {
    const terms = packed.terms.map((term) => ({ ...emptyTerm, ...(inFull(term, source) as Partial<Term>) }) as Term);
    return {
      kind: 'glossary',
      uri,
      title,
      terms: terms.map((term) => ({ ...term, glossary: title, uri })),
      problems: [],
    };
  }
  const questions = packed.questions.map(
    (question) => ({ ...emptyQuestion, ...(inFull(question, source) as Partial<KeyQuestion>) }) as KeyQuestion,
  );
  return {
    kind: 'key',
    uri,
    title,
    questions: questions.map((question) => ({ ...question, key: title, uri })),
    problems: [],
  };
}

/** What is left out where there is nothing. */
const emptyTerm: Partial<Term> = { aliases: [], seeAlso: [], sources: [] };
const emptyQuestion: Partial<KeyQuestion> = {
  alsoAsked: [],
  kind: 'open',
  section: [],
  answer: '',
  shortAnswer: '',
  keyPoints: [],
  alsoSaid: [],
  accept: [],
  hint: null,
  misconceptions: [],
  sources: [],
};
