import type { Span } from '../text/span.ts';
import { isMisspelling } from './misspelling.ts';
import type { KeyQuestion, Knowledge } from './model.ts';
import { wordStem } from './stem.ts';
import { BLANK } from './wording.ts';
import { type Word, wordsOf } from './words.ts';

/** What somebody has put into a blank. */
export interface FilledIn {
  /** Offsets in the text that was read; an article that the sentence has already is in it. */
  readonly span: Span;
  readonly text: string;
}

const ARTICLE = /^(?:an?|the)$/;
/** Words of this kind stand for one another where a sentence is repeated from memory. */
const DETERMINER = /^(?:an?|the|this|that|these|those|its?|their|any|some)$/;
/** Whoever writes more than this many words explains, and fills in nothing. */
const MOST_WORDS = 4;

/**
 * What an answer puts into the one blank of a sentence: without the words of the sentence that are repeated around it.
 *
 * @param sentence with its blank
 * @returns null where the sentence has not exactly one blank, and where the answer is no word for it
 */
export function filledIn(sentence: string, answer: string): FilledIn | null {
  const [before, after, ...more] = sentence.split(BLANK);
  if (before === undefined || after === undefined || more.length > 0) return null;
  const said = wordsOf(answer);
  const lead = repeated(said, wordsOf(before).toReversed(), (words, at) => words.slice(0, at).toReversed());
  // An article alone goes with its word: the sentence has one, which need not be the same.
  const rest = said.slice(lead === 1 && ARTICLE.test(said[0]!.lower) ? 0 : lead);
  const trail = repeated(rest, wordsOf(after), (words, at) => words.slice(words.length - at));
  const filling = rest.slice(0, rest.length - trail);
  const words = ARTICLE.test(filling[0]?.lower ?? '') ? filling.slice(1) : filling;
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const end = words.at(-1)!.end;
  return { span: { start: filling[0]!.start, end }, text: answer.slice(words[0]!.start, end) };
}

/** How many words at one end of the answer are those of the sentence next to the blank; as many as possible, but not all. */
function repeated(said: readonly Word[], next: readonly Word[], end: (words: readonly Word[], at: number) => Word[]) {
  for (let count = Math.min(said.length - 1, next.length); count > 0; count--) {
    if (end(said, count).every((word, at) => isSameInSentence(word, next[at]!))) return count;
  }
  return 0;
}

const isSameInSentence = (a: Word, b: Word) =>
  a.singular === b.singular || (DETERMINER.test(a.lower) && DETERMINER.test(b.lower));

/** Whether two sentences have their one blank between the same words. */
export function haveSameBlank(sentence: string, other: string): boolean {
  const [around, aroundOther] = [sentence, other].map((text) => {
    const parts = text.split(BLANK).map((part) => wordsOf(part));
    return parts.length === 2 ? [parts[0]!.at(-1), parts[1]![0]] : null;
  });
  if (!around || !aroundOther) return false;
  return around.every((word, at) => {
    const next = aroundOther[at];
    return word && next ? isSameInSentence(word, next) : word === next;
  });
}

/**
 * How words put into a blank compare with those a key accepts: `accepted` for the same but for case, plural, spacing and
 * typing errors, or another name of the same term; `form` for another form of an accepted word; else `other`.
 */
export function compareFilling(
  { accept }: KeyQuestion,
  filling: string,
  { define }: Pick<Knowledge, 'define'>,
): 'accepted' | 'form' | 'other' {
  const terms = new Set(define(filling));
  const isAccepted = (word: string) =>
    joined(filling) === joined(word) ||
    spaced(filling).includes(spaced(word)) ||
    isMisspelling(filling.toLowerCase(), word.toLowerCase()) ||
    define(word).some((term) => terms.has(term));
  const isForm = (word: string) => stems(filling) === stems(word);
  if (accept.some(isForm)) return accept.some((word) => joined(filling) === joined(word)) ? 'accepted' : 'form';
  return accept.some(isAccepted) ? 'accepted' : 'other';
}

const joined = (text: string) =>
  wordsOf(text)
    .map(({ singular }) => singular)
    .join('');
const spaced = (text: string) =>
  ` ${wordsOf(text)
    .map(({ singular }) => singular)
    .join(' ')} `;
const stems = (text: string) =>
  wordsOf(text)
    .map(({ lower }) => wordStem(lower))
    .join(' ');

const NOUN_FOLLOWS = /\b(?:an?|the|this|that|each|every|its|their|any|no)\s*$/i;
const NOUN_ENDS =
  /^\s*(?:$|[.,;:!?)]|(?:from|to|of|in|on|at|by|with|for|that|which|who|is|are|was|were|and|or|has|have|can|will|must|before|after|between|when)\b)/i;

/** Whether the blank of a sentence takes a noun, as far as the words around it show: "receiving a ____ from". */
export function takesNoun(sentence: string): boolean {
  const [before = '', after = ''] = sentence.split(BLANK);
  return NOUN_FOLLOWS.test(before) && NOUN_ENDS.test(after);
}
