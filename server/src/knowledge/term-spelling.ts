import { distance } from 'fastest-levenshtein';
import { perObject } from '../text/per-object.ts';
import { MANY_WORDS, recently } from '../text/recently.ts';
import type { Span } from '../text/span.ts';
import { isOrdinaryWord, isRareWord } from './built-in.ts';
import { areSwapped, isMisspelling, isWrittenBySound, SHORTEST_MISSPELT } from './misspelling.ts';
import type { Knowledge } from './model.ts';
import { allWords, LONG, type NameWord, type Vocabulary, vocabularyOf } from './name-vocabulary.ts';
import { isNearSomeName } from './near-names.ts';
import { wordStem } from './stem.ts';
import { type Word, wordsOf } from './words.ts';

/** A word that is likely a term's, misspelt. */
export interface Misspelling {
  readonly span: Span;
  /** The word that is meant, as it would be written in this place. */
  readonly word: string;
  /** The same with what else belongs to the term's name: `Application (layer)`. */
  readonly looksLike: string;
}

/** Fewer words than these may all be misspelt. */
const FEW = 3;

/**
 * Words that are no ordinary English, name no term, and are nearly spelled like a word of a term that a text is likely to speak
 * of: the terms in `context`, those in the text itself, and where that names some layer the other layers. More likely too
 * little is found than too much: where two words may be meant, nothing is.
 *
 * @param context texts about the same: the question first, its section, the key answer
 * @param further words that are expected besides
 */
export function misspellings(
  knowledge: Knowledge,
  prose: string,
  context: readonly string[],
  further: readonly string[] = [],
): readonly Misspelling[] {
  const words = wordsOf(prose);
  const unknown = words.filter((word) => mayBeMisspelt(knowledge, prose, word));
  const compounds = compoundsIn(prose, words).filter((parts) => mayMeanCompound(knowledge, prose, parts));
  // What is near to no name at all needs no vocabulary to tell.
  const suspect = unknown.filter((word) => further.length > 0 || mayMeanName(knowledge, word, words));
  if (suspect.length === 0 && compounds.length === 0) return [];
  if (unknown.length >= FEW && isForeign([prose, ...context.slice(0, 1)])) return [];
  const vocabulary = vocabularyOf(knowledge, [prose, ...context], further);
  const found: Misspelling[] = compounds.flatMap((parts) => misspeltCompound(prose, parts, vocabulary) ?? []);
  const { long } = allWords(knowledge);
  for (const word of suspect) {
    const meant =
      kindsIn(knowledge)(word.lower) === 'rare'
        ? twinOf(word, words, vocabulary.words)
        : (nearest(word, vocabulary.words) ??
          soundingAlike(word, long) ??
          (word.lower.length < LONG ? null : nearest(word, long)));
    if (!meant || found.some(({ span }) => span.start <= word.start && word.end <= span.end)) continue;
    const text = inPlaceOf(prose.slice(word.start, word.end), meant.text);
    found.push({
      span: { start: word.start, end: word.end },
      word: text,
      looksLike: meant.rest === '' ? text : `${text} (${meant.rest})`,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether most of the words in texts are no English. */
function isForeign(texts: readonly string[]): boolean {
  const long = texts.flatMap(wordsOf).filter(({ lower }) => lower.length >= SHORTEST_MISSPELT);
  return long.filter(({ lower }) => !isOrdinaryWord(lower)).length * 2 > long.length;
}

function mayBeMisspelt(knowledge: Knowledge, prose: string, { lower, start, end }: Word): boolean {
  if (lower.length < SHORTEST_MISSPELT || kindsIn(knowledge)(lower) === 'known') return false;
  // Part of a path, an address or a name in code.
  return (
    !/[\w@/\\#$.]$/.test(prose.slice(0, start).slice(-1)) && !/^(?:[\w@/\\#$(]|\.\w)/.test(prose.slice(end, end + 2))
  );
}

/** Whether a word is ordinary English or names something, is English but rare, or neither. */
type Kind = 'known' | 'rare' | 'strange';

/** What a word in lower case is. Remembered: each keystroke asks it of all words of an answer. */
const kindsIn = perObject(({ define }: Knowledge) =>
  recently((word): Kind => {
    if (/[^\p{L}]/u.test(word) || define(word).length > 0) return 'known';
    if (isRareWord(word)) return 'rare';
    return [word, ...basesOf(word)].some((each) => isOrdinaryWord(each)) ? 'known' : 'strange';
  }, MANY_WORDS),
);

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/ility$/, 'le'],
  [/(?:ness|ly|er|or|ed|ing|able|ment|less|ful|ish)$/, ''],
  [/(?:er|or|ed|ing|able)$/, 'e'],
  [/i(?:er|ed|ly|ness)$/, 'y'],
  [/iz(?:e|er|ed|ing|ation)$/, ''],
  [/in$/, 'ing'],
  [/e?s$/, ''],
];
const prefixes = /^(?:un|re|non|pre|de|dis|multi|sub|super|inter|over|under|auto|micro|meta)(?=.)/;

/** What a word may be made of: "reusable" in "reusability", "logging" without its end in "loggin", "contain" in "containes". */
function basesOf(word: string): readonly string[] {
  const bases = suffixes.filter(([suffix]) => suffix.test(word)).map(([suffix, other]) => word.replace(suffix, other));
  return [...bases, word.replace(prefixes, '')].filter((base) => base !== word && base.length >= SHORTEST_MISSPELT);
}

/** Two words with a mark between them. */
function compoundsIn(prose: string, words: readonly Word[]): (readonly [Word, Word])[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    return next && /^[-.]$/.test(prose.slice(word.next, next.start)) ? [[word, next] as const] : [];
  });
}

/** A compound with one part right and the other one misspelt: `SYN-AKC`, `Scoket.io`. */
function misspeltCompound(
  prose: string,
  [first, second]: readonly [Word, Word],
  { compounds }: Pick<Vocabulary, 'compounds'>,
): Misspelling | null {
  const written = [first.lower, second.lower] as const;
  for (const { text, parts } of compounds.values()) {
    const wrong = parts.findIndex((part, index) => part !== written[index]);
    if (wrong < 0 || parts[1 - wrong] !== written[1 - wrong]) continue;
    const [part, other] = [parts[wrong]!, written[wrong]!];
    const isShort = part.length < SHORTEST_MISSPELT;
    if (isShort ? part.length < 3 || !areSwapped(part, other) : isOrdinaryWord(other) || !isMisspelling(other, part)) {
      continue;
    }
    if (/[\w@/\\#$(.]/.test(`${prose[first.start - 1] ?? ' '}${prose[second.end] ?? ' '}`.replace(/\.$/, ' ')))
      continue;
    return { span: { start: first.start, end: second.end }, word: text, looksLike: text };
  }
  return null;
}

/** Whether two words may be a misspelt name of two parts, whatever the text is about. */
function mayMeanCompound(knowledge: Knowledge, prose: string, parts: readonly [Word, Word]): boolean {
  return misspeltCompound(prose, parts, allWords(knowledge)) !== null;
}

/** Whether a word may be a misspelt word of some name, whatever the text is about. */
function mayMeanName(knowledge: Knowledge, word: Word, written: readonly Word[]): boolean {
  if (kindsIn(knowledge)(word.lower) === 'rare') return nearTwin(word, written) !== undefined;
  return isNearSomeName(knowledge, word);
}

/** The word of a vocabulary that is meant; null where there is none, or more than one. */
function nearest(word: Word, words: ReadonlyMap<string, NameWord>): NameWord | null {
  let best: NameWord[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const [key, candidate] of words) {
    const text = candidate.text.toLowerCase();
    const asIs = steps(word.lower, text);
    // That the s is a plural's is a guess more.
    const asPlural =
      word.lower === word.singular || text.endsWith('s') ? Number.POSITIVE_INFINITY : steps(word.singular, key) + 0.5;
    const fewest = Math.min(asIs, asPlural);
    if (fewest > least || fewest === Number.POSITIVE_INFINITY || wordStem(word.lower) === wordStem(key)) continue;
    const meant = asPlural < asIs ? { ...candidate, text: plural(candidate.text) } : candidate;
    best = fewest < least ? [meant] : [...best, meant];
    least = fewest;
  }
  return new Set(best.map(({ text }) => text.toLowerCase())).size === 1 ? best[0]! : null;
}

/** The one of some words, by themselves in lower case, that somebody may have written by its sound; null where there is none, or more than one. */
function soundingAlike({ lower }: Word, words: ReadonlyMap<string, NameWord>): NameWord | null {
  let meant: NameWord | null = null;
  for (const [text, word] of words) {
    if (!isWrittenBySound(lower, text)) continue;
    if (meant) return null;
    meant = word;
  }
  return meant;
}

/**
 * For a word that is rare English: the word of a vocabulary that the same text has as well, with one letter more or less, or two
 * in each other's places: "serer" where "server" follows. null where there is none, and for what may be a form of it.
 */
function twinOf(word: Word, written: readonly Word[], vocabulary: ReadonlyMap<string, NameWord>): NameWord | null {
  const twin = nearTwin(word, written);
  const known = twin && vocabulary.get(twin.singular);
  return twin && known ? { text: twin.lower, rest: known.rest } : null;
}

/** The first word of a text that is nearly the same as another one, and no form of it; `undefined` where there is none. */
const nearTwin = (word: Word, written: readonly Word[]): Word | undefined =>
  written.find(({ lower }) => {
    if (lower === word.lower || !isMisspelling(word.lower, lower) || basesOf(word.lower).includes(lower)) return false;
    return areSwapped(word.lower, lower) || (lower.length !== word.lower.length && distance(word.lower, lower) === 1);
  });

/** How many letters are wrong; infinite where one word is likely not the other misspelt. */
function steps(written: string, meant: string): number {
  if (!isMisspelling(written, meant)) return Number.POSITIVE_INFINITY;
  return areSwapped(written, meant) ? 1 : distance(written, meant);
}

/** A word as it is written in another one's place. */
function inPlaceOf(written: string, text: string): string {
  if (/\p{Lu}/u.test(text.slice(1))) return text;
  return /^\p{Lu}/u.test(written) ? text[0]!.toUpperCase() + text.slice(1) : text[0]!.toLowerCase() + text.slice(1);
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`;
}
