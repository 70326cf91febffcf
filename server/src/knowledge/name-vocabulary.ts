import { perObject } from '../text/per-object.ts';
import { sameElements } from '../text/same-elements.ts';
import { SHORTEST_MISSPELT } from './misspelling.ts';
import type { Knowledge, Term } from './model.ts';
import { isEmptyWord } from './question-words.ts';
import { wordStem } from './stem.ts';
import { wordsOf } from './words.ts';

/** A word of a term's name. */
export interface NameWord {
  /** As the name has it. */
  readonly text: string;
  /** The rest of the name, where the word needs it. */
  readonly rest: string;
}

/** Words of names, and names of two parts such as `SYN-ACK`, that may be meant in a text. */
export interface Vocabulary {
  /** By the word in the singular. */
  readonly words: Map<string, NameWord>;
  /** By their parts in lower case. */
  readonly compounds: Map<string, { readonly text: string; readonly parts: readonly string[] }>;
}

/** A word of so many letters is hardly near to another one by chance: for it the names of all terms are looked through. */
export const LONG = 9;

/** The vocabulary last made, with all that it was made from. */
interface Made {
  readonly terms: readonly Term[];
  readonly question: string;
  readonly further: readonly string[];
  readonly vocabulary: Vocabulary;
}

const lastMade = new WeakMap<Knowledge, Made>();

/** The vocabulary for some texts, the second of which is a question: mostly that of the last keystroke in the same answer. */
export function vocabularyOf(knowledge: Knowledge, texts: readonly string[], further: readonly string[]): Vocabulary {
  const question = texts[1] ?? '';
  const terms = [...new Set(texts.flatMap((text) => knowledge.findTerms(text).flatMap(({ terms }) => terms)))];
  const last = lastMade.get(knowledge);
  if (last?.question === question && sameElements(last.terms, terms) && sameElements(last.further, further)) {
    return last.vocabulary;
  }
  const vocabulary = makeVocabulary(knowledge, terms, question, further);
  lastMade.set(knowledge, { terms, question, further, vocabulary });
  return vocabulary;
}

function makeVocabulary(
  knowledge: Knowledge,
  terms: readonly Term[],
  question: string,
  further: readonly string[],
): Vocabulary {
  const vocabulary: Vocabulary = { words: new Map(), compounds: new Map() };
  for (const term of withSiblings(knowledge, terms)) addTerm(term, vocabulary);
  const add = (text: string) => {
    for (const { key, word } of nameWords(text, '')) addWord(key, word, vocabulary);
  };
  [...further, ...namedIn(knowledge, question)].forEach(add);
  const { byStem } = allWords(knowledge);
  for (const key of [...vocabulary.words.keys()]) {
    byStem.get(wordStem(key))?.forEach(add);
  }
  return vocabulary;
}

/** Words of the question that are short for a term, such as "socket", which counts for nothing in other prose. */
const namedIn = (knowledge: Knowledge, question: string): readonly string[] =>
  wordsOf(question).flatMap(({ lower, singular }) => (knowledge.define(lower).length > 0 ? [singular] : []));

/** What is looked through whatever a text is about. */
export interface AllWords {
  /** The names of two parts. */
  readonly compounds: Vocabulary['compounds'];
  /** The words of all names by their stem: who speaks of what "synchronize flag" names may write "synchronization". */
  readonly byStem: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that are long. */
  readonly long: ReadonlyMap<string, NameWord>;
}

/** The words of the names of all terms. */
export const allWords = perObject(({ glossaries }: Knowledge): AllWords => {
  const terms = glossaries.flatMap((glossary) => glossary.terms);
  const byStem = new Map<string, Set<string>>();
  const long = new Map<string, NameWord>();
  for (const { name, aliases } of terms) {
    for (const { lower, singular } of [name, ...aliases].flatMap(wordsOf)) {
      if (lower.length < SHORTEST_MISSPELT || (lower.endsWith('s') && lower !== singular)) continue;
      const words = byStem.get(wordStem(singular)) ?? new Set();
      byStem.set(wordStem(singular), words.add(lower));
      if (lower.length >= LONG - 2) long.set(lower, { text: lower, rest: '' });
    }
  }
  const vocabulary: Vocabulary = { words: new Map(), compounds: new Map() };
  for (const term of terms) addTerm(term, vocabulary);
  return { byStem, long, compounds: vocabulary.compounds };
});

/** The terms, and where one is a layer the other layers of its glossary. */
function withSiblings({ glossaries }: Knowledge, terms: readonly Term[]): ReadonlySet<Term> {
  const isLayer = ({ name }: Term) => / layer$/i.test(name);
  const layered = new Set(terms.filter(isLayer).map(({ uri }) => uri));
  const siblings = glossaries
    .filter(({ uri }) => layered.has(uri))
    .flatMap((glossary) => glossary.terms.filter(isLayer));
  return new Set([...terms, ...siblings]);
}

/** What a term adds to a vocabulary. */
interface TermWords {
  readonly compounds: readonly { readonly text: string; readonly parts: readonly string[] }[];
  readonly words: readonly { readonly key: string; readonly word: NameWord }[];
}

const termWords = perObject(({ name, aliases }: Term): TermWords => {
  const names = [name, ...aliases].filter((text) => !/[()]/.test(text));
  return {
    compounds: names.flatMap((text) => {
      const parts = /^([\p{L}\p{N}]+)[-.]([\p{L}\p{N}]+)$/u.exec(text);
      return parts ? [{ text, parts: [parts[1]!.toLowerCase(), parts[2]!.toLowerCase()] }] : [];
    }),
    words: names.flatMap((text) => {
      const layer = /^(\S+) layer$/i.exec(text)?.[1];
      return nameWords(layer ?? text, layer === undefined ? '' : 'layer');
    }),
  };
});

function addTerm(term: Term, vocabulary: Vocabulary): void {
  const { compounds, words } = termWords(term);
  for (const compound of compounds) vocabulary.compounds.set(compound.parts.join(' '), compound);
  for (const { key, word } of words) addWord(key, word, vocabulary);
}

/** The words of a name that are long enough to be told when they are misspelt. */
const nameWords = (text: string, rest: string): TermWords['words'] =>
  wordsOf(text)
    .filter(({ lower }) => lower.length >= SHORTEST_MISSPELT && !isEmptyWord(lower, false))
    .map(({ singular, start, end }) => ({ key: singular, word: { text: text.slice(start, end), rest } }));

function addWord(key: string, word: NameWord, { words }: Vocabulary): void {
  if (word.rest !== '' || !words.has(key)) words.set(key, word);
}
