import { parseMarkdown } from '../markdown/document.ts';
import { BUILT_IN_SCHEME } from './built-in-scheme.ts';
import type { AnswerKey, Glossary, KeyQuestion, Term } from './model.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { type PackedIndex, packIndex, unpackIndex } from './packed-index.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseAnswerKey } from './parse-key.ts';
import { createWordFilter, type WordFilter } from './word-filter.ts';

export { BUILT_IN_SCHEME };

/** A glossary or key as it is stored in a bundle: without what each entry repeats, and without empty fields. */
export type Packed = PackedGlossary | PackedKey;

interface PackedGlossary {
  readonly kind: 'glossary';
  readonly uri: string;
  readonly title: string;
  readonly terms: readonly (Partial<Term> & Pick<Term, 'name' | 'definition' | 'line' | 'span'>)[];
}

interface PackedKey {
  readonly kind: 'key';
  readonly uri: string;
  readonly title: string;
  readonly questions: readonly (Partial<KeyQuestion> & Pick<KeyQuestion, 'text' | 'answer' | 'line' | 'span'>)[];
}

/** The problems of a file are its author's business: they are not packed. */
export function pack(file: Glossary | AnswerKey): Packed {
  const { uri, title } = file;
  const shed = <T extends object>(entry: T): T =>
    Object.fromEntries(
      Object.entries(entry).filter(
        ([name, value]) =>
          !['uri', 'glossary', 'key'].includes(name) && value !== null && !(Array.isArray(value) && value.length === 0),
      ),
    ) as T;
  return file.kind === 'glossary'
    ? { kind: 'glossary', uri, title, terms: file.terms.map(shed) }
    : { kind: 'key', uri, title, questions: file.questions.map(shed) };
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
  return { files: parsed.map(pack), index: packIndex(glossaries, keys), words: createWordFilter(new Set(all)) };
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
  const { uri, title } = packed;
  if (packed.kind === 'glossary') {
    const terms = packed.terms.map((term) => ({
      aliases: [],
      seeAlso: [],
      sources: [],
      ...term,
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
    key: title,
    uri,
  }));
  return { kind: 'key', uri, title, questions, problems: [] };
}
