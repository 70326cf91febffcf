import { parseMarkdown } from '../markdown/document.ts';
import { once } from '../text/once.ts';
import { BUILT_IN_SCHEME } from './built-in-scheme.ts';
import { givenLists, lookForLists } from './known-lists.ts';
import type { AnswerKey, Glossary, KeyQuestion, Term } from './model.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { type PackedIndex, packIndex, unpackIndex } from './packed-index.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseAnswerKey } from './parse-key.ts';
import { type QuestionRest, type TermRest, UnpackedQuestion, UnpackedTerm } from './unpacked.ts';
import { createWordFilter, type WordFilter } from './word-filter.ts';

export { BUILT_IN_SCHEME };

/**
 * The first line of what is packed: all that a first look at a worksheet needs. Two lines follow for each file, of which most are
 * never read: its entries, and its text.
 */
interface PackedHead {
  readonly files: readonly PackedFile[];
  readonly index: PackedIndex;
  /** Ordinary English words, in the form `isOrdinaryWord` asks for. */
  readonly words: WordFilter;
  /** Those that are rare, which `words` has as well. */
  readonly rareWords: WordFilter;
}

interface PackedFile {
  readonly kind: 'glossary' | 'key';
  readonly uri: string;
  readonly title: string;
  /** A line for each entry: a term's name and aliases, or a question's text and its other wordings, between tabs. */
  readonly names: string;
  /** Of a key: the positions of the questions whose answers give and count a list. */
  readonly lists: readonly number[];
}

/** A value whose longer texts are the offsets of their start and end in the file, where they stand there as they are. */
type Placed<T> = T extends string
  ? T | readonly [start: number, end: number]
  : T extends object
    ? { readonly [K in keyof T]: Placed<T[K]> }
    : T;

/** An entry without its empty fields. */
type Packed<T> = Placed<Partial<T>>;

/** Glossaries and keys, ready for `createKnowledge`. */
export interface KnowledgeFiles {
  readonly glossaries: readonly Glossary[];
  readonly keys: readonly AnswerKey[];
}

/** What was packed. */
export interface UnpackedKnowledge extends KnowledgeFiles {
  readonly words: WordFilter;
  /** Those that are rare, which `words` has as well. */
  readonly rareWords: WordFilter;
}

/**
 * Parses and packs the files that come with the extension. The problems of a file are its author's business: they are not packed.
 *
 * @param files their names in `knowledge/` (`osi.glossary.md`) and their texts
 * @param words ordinary English words, to which those of the files are added
 * @param rareWords those that hardly anybody writes
 * @returns lines of JSON, in ASCII
 */
export function packKnowledge(
  files: readonly { readonly name: string; readonly text: string }[],
  words: readonly string[] = [],
  rareWords: readonly string[] = [],
): string {
  const parsed = files.map(({ name, text }) => {
    const parse = name.endsWith('.key.md') ? parseAnswerKey : parseGlossary;
    return parse(`${BUILT_IN_SCHEME}:/${name}`, parseMarkdown(text));
  });
  const { glossaries, keys } = sorted(parsed);
  const usual = new Set([...words, ...files.map(({ text }) => text)].flatMap(ordinaryWords));
  const rare = rareWords.flatMap(ordinaryWords).filter((word) => !usual.has(word));
  const head: PackedHead = {
    files: parsed.map(packFile),
    index: packIndex(glossaries, keys),
    words: createWordFilter(new Set([...usual, ...rare])),
    rareWords: createWordFilter(new Set(rare)),
  };
  const lines = parsed.flatMap((file, index) => [packEntries(file, files[index]!.text), files[index]!.text]);
  return [head, ...lines].map((line) => ascii(JSON.stringify(line))).join('\n');
}

/** The glossaries and keys that were packed, without their problems, indexed as far as they were. */
export function unpackKnowledge(packed: string): UnpackedKnowledge {
  const [first, ...lines] = packed.split('\n');
  const { files, index, words, rareWords }: PackedHead = JSON.parse(first!);
  const unpacked = sorted(
    files.map((file, position) => {
      const entries = once(() => JSON.parse(lines[2 * position]!));
      const text = once(() => JSON.parse(lines[2 * position + 1]!) as string);
      return file.kind === 'glossary' ? unpackGlossary(file, entries, text) : unpackKey(file, entries, text);
    }),
  );
  unpackIndex(index, unpacked.glossaries, unpacked.keys);
  return { ...unpacked, words, rareWords };
}

/** Characters of one byte each are read and parsed faster. */
const ascii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function sorted(files: readonly (Glossary | AnswerKey)[]): KnowledgeFiles {
  return {
    glossaries: files.filter((file) => file.kind === 'glossary'),
    keys: files.filter((file) => file.kind === 'key'),
  };
}

function packFile(file: Glossary | AnswerKey): PackedFile {
  const { kind, uri, title } = file;
  const names =
    file.kind === 'glossary'
      ? file.terms.map(({ name, aliases }) => [name, ...aliases])
      : file.questions.map(({ text, alsoAsked }) => [text, ...alsoAsked]);
  const lists = file.kind === 'key' ? givenLists(file).map(({ question }) => file.questions.indexOf(question)) : [];
  return { kind, uri, title, names: names.map((line) => line.join('\t')).join('\n'), lists };
}

const unpackedBefore = ['name', 'aliases', 'glossary', 'text', 'alsoAsked', 'key', 'uri'];

function packEntries(file: Glossary | AnswerKey, source: string): readonly Packed<TermRest | QuestionRest>[] {
  const entries: readonly (Term | KeyQuestion)[] = file.kind === 'glossary' ? file.terms : file.questions;
  return entries.map((entry) => {
    const told = Object.entries(entry).filter(
      ([name, value]) =>
        !unpackedBefore.includes(name) && value !== null && !(Array.isArray(value) && value.length === 0),
    );
    return placed(Object.fromEntries(told), source, entry.span.end) as Packed<TermRest | QuestionRest>;
  });
}

function unpackGlossary(
  { uri, title, names }: PackedFile,
  entries: () => readonly Packed<TermRest>[],
  text: () => string,
): Glossary {
  const terms = once(() =>
    namesIn(names).map(([name, ...aliases], position) => {
      const rest = once(() => ({ ...emptyTerm, ...(inFull(entries()[position], text()) as TermRest) }));
      return new UnpackedTerm(name!, aliases, title, uri, rest);
    }),
  );
  return {
    kind: 'glossary',
    uri,
    title,
    get terms() {
      return terms();
    },
    problems: [],
  };
}

function unpackKey(
  { uri, title, names, lists }: PackedFile,
  entries: () => readonly Packed<QuestionRest>[],
  text: () => string,
): AnswerKey {
  const questions = once(() =>
    namesIn(names).map(([asked, ...alsoAsked], position) => {
      const rest = once(() => ({ ...emptyQuestion, ...(inFull(entries()[position], text()) as QuestionRest) }));
      return new UnpackedQuestion(asked!, alsoAsked, title, uri, rest);
    }),
  );
  const key: AnswerKey = {
    kind: 'key',
    uri,
    title,
    get questions() {
      return questions();
    },
    problems: [],
  };
  lookForLists(key, () => lists.map((position) => questions()[position]!));
  return key;
}

const namesIn = (lines: string) => (lines === '' ? [] : lines.split('\n').map((line) => line.split('\t')));

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

/** What is left out where there is nothing. */
const emptyTerm: Partial<TermRest> = { seeAlso: [], sources: [] };
const emptyQuestion: Partial<QuestionRest> = {
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
