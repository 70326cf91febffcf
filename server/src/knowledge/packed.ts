import { parseMarkdown } from '../markdown/document.ts';
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

/** A text, or the offsets of its start and end in the file. */
type Placed = string | readonly [start: number, end: number];

interface PackedGlossary {
  readonly kind: 'glossary';
  readonly uri: string;
  readonly title: string;
  /** The file's own text. */
  readonly source: string;
  readonly terms: readonly (Partial<Omit<Term, 'definition'>> &
    Pick<Term, 'name' | 'line' | 'span'> & { readonly definition: Placed })[];
}

interface PackedKey {
  readonly kind: 'key';
  readonly uri: string;
  readonly title: string;
  /** The file's own text. */
  readonly source: string;
  readonly questions: readonly (Partial<Omit<KeyQuestion, 'answer'>> &
    Pick<KeyQuestion, 'text' | 'line' | 'span'> & { readonly answer: Placed })[];
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
  return file.kind === 'glossary'
    ? {
        kind: 'glossary',
        uri,
        title,
        source,
        terms: file.terms.map((term) => ({ ...shed(term), definition: place(term.definition, source, term.span.end) })),
      }
    : {
        kind: 'key',
        uri,
        title,
        source,
        questions: file.questions.map((question) => ({
          ...shed(question),
          answer: place(question.answer, source, question.span.end),
        })),
      };
}

/** Where a text stands in a source, from an offset on; the text itself where it stands nowhere. */
function place(text: string, source: string, from: number): Placed {
  const start = text === '' ? -1 : source.indexOf(text, from);
  return start < 0 ? text : [start, start + text.length];
}

const textAt = (placed: Placed, source: string): string =>
  typeof placed === 'string' ? placed : source.slice(...placed);

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
    const terms = packed.terms.map((term) => ({
      aliases: [],
      seeAlso: [],
      sources: [],
      ...term,
      definition: textAt(term.definition, source),
      glossary: title,
      uri,
    }));
    return { kind: 'glossary', uri, title, terms, problems: [] };
  }
  const questions = packed.questions.map((question) => ({
    alsoAsked: [],
    kind: 'open' as const,
    section: [],
    shortAnswer: '',
    keyPoints: [],
    accept: [],
    hint: null,
    misconceptions: [],
    sources: [],
    ...question,
    answer: textAt(question.answer, source),
    key: title,
    uri,
  }));
  return { kind: 'key', uri, title, questions, problems: [] };
}
