import { perObject } from '../text/per-object.ts';
import type { Span } from '../text/span.ts';
import { type KnownList, knownLists } from './known-lists.ts';
import { isMisspelling } from './misspelling.ts';
import type { KeyQuestion, Knowledge } from './model.ts';
import { type Word, wordsOf } from './words.ts';

/** An item of a known list at its place in a text. */
export interface Mention {
  /** Its position in the list. */
  readonly item: number;
  readonly span: Span;
}

/** Items that a text lists one after the other. */
export interface Listing {
  readonly list: KnownList;
  /** In the order of the text, each item once. */
  readonly mentions: readonly Mention[];
  /** The items that the text names nowhere, as positions in the list. */
  readonly missing: readonly number[];
  /** Whether nothing but separators stands between the items. */
  readonly bare: boolean;
}

/** Where a list goes on in the same line: separators, numbers, asides. */
const SEPARATORS =
  /^(?:[\s,;:/|>→=+&.()[\]\d–—-]|\b(?:and|then|next|finally|lastly|the|layers?|steps?|levels?|l\d)\b)*$/i;
const ASIDE = /\([^()]*\)/g;
const LINE_LEAD = /^[\s\d.):|>-]*(?:the\s+)?$/i;
/** Within a name: neither a comma nor a line end, which would part two items. */
const JOINT = /^[ \t/+–-]+$/;

/**
 * The items of a known list that an answer lists: nearly all of them, or it may well list something else. The key question's
 * own list counts, else one that no other question would share items with by chance.
 *
 * @param text an answer's words; see `answerText`
 * @param key the key question it answers; null where no key knows it
 */
export function listingIn(text: string, knowledge: Knowledge, key: KeyQuestion | null): Listing | null {
  const lists = knownLists(knowledge);
  const own = lists.find(({ question }) => question === key);
  const said = wordsOf(text);
  for (const list of own ? [own] : lists) {
    const listing = findListing(list, text, said);
    const left = list.items.length - (listing?.mentions.length ?? 0);
    if (listing && left <= (own && list.items.length > 5 ? 2 : 1) && (own || list.items.length >= 5)) return listing;
  }
  return null;
}

/**
 * The listing of a known list's items in a text: in a row, or each at the start of a line; null where there is none of
 * at least three.
 */
function findListing(list: KnownList, text: string, words: readonly Word[]): Listing | null {
  const mentions = mentionsOf(list, text, words);
  if (mentions.length < 3) return null;
  const lines = distinct(mentions.filter(({ span }) => startsLine(text, span.start)));
  const rows = inRows(mentions, text).map(distinct);
  const longest = [...rows, lines].reduce((best, next) => (next.length > best.length ? next : best), []);
  if (longest.length < 3) return null;
  const said = new Set(mentions.map(({ item }) => item));
  const missing = list.items.flatMap((name, item) =>
    said.has(item) || hasLastWord(name, words, mentions) ? [] : [item],
  );
  return { list, mentions: longest, missing, bare: longest.every(followsBare(text)) };
}

/** The name of a list's item. */
interface ItemName {
  readonly item: number;
  readonly words: readonly Word[];
  /** Its words run together, where it has more than one. */
  readonly joined: string | null;
}

/** The names of a list's items by their first letter, the longest name first. */
const itemNames = perObject(({ items, aliases }: KnownList): ReadonlyMap<string, readonly ItemName[]> => {
  const names = items
    .flatMap((name, item) => [name, ...aliases[item]!].map((text) => ({ item, words: wordsOf(text) })))
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ item, words }): ItemName => {
      return { item, words, joined: words.length > 1 ? words.map(({ singular }) => singular).join('') : null };
    });
  const byLetter = new Map<string, ItemName[]>();
  for (const name of names) {
    const letter = name.words[0]?.singular[0] ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), name]);
  }
  return byLetter;
});

/** The items that a text names, typing errors included, the longest name at each place. */
function mentionsOf(list: KnownList, text: string, said: readonly Word[]): Mention[] {
  const names = itemNames(list);
  const found: Mention[] = [];
  for (let at = 0; at < said.length; ) {
    let length = 0;
    // The first letter of a misspelt word is taken to be right.
    const item = names.get(said[at]!.singular[0]!)?.find((name) => {
      length = lengthAt(said, at, name, text);
      return length > 0;
    })?.item;
    if (item !== undefined) {
      found.push({ item, span: { start: said[at]!.start, end: said[at + length - 1]!.end } });
    }
    at += Math.max(1, length);
  }
  return found;
}

/** How many words of a text the name takes from a word on; 0 where it doesn't stand there. */
function lengthAt(said: readonly Word[], at: number, { words, joined }: ItemName, text: string): number {
  if (said[at]!.singular === joined) return 1;
  const stands = words.every(({ singular }, index) => {
    const word = said[at + index];
    if (!word) return false;
    const isWord = word.singular === singular || isMisspelling(word.singular, singular);
    return isWord && (index === 0 || JOINT.test(text.slice(said[at + index - 1]!.end, word.start)));
  });
  return stands ? words.length : 0;
}

/** Whether the last word of a longer name stands somewhere by itself: "link" for the data link layer. */
function hasLastWord(name: string, said: readonly Word[], mentions: readonly Mention[]): boolean {
  const words = wordsOf(name);
  const last = words.at(-1)!;
  return (
    words.length > 1 &&
    said.some(
      ({ singular, start }) =>
        singular === last.singular && !mentions.some(({ span }) => span.start <= start && start < span.end),
    )
  );
}

function startsLine(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return LINE_LEAD.test(text.slice(start, at));
}

function inRows(mentions: readonly Mention[], text: string): Mention[][] {
  const rows: Mention[][] = [];
  for (const mention of mentions) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && isSeparator(text.slice(before.span.end, mention.span.start))) row.push(mention);
    else rows.push([mention]);
  }
  return rows;
}

const isSeparator = (between: string) => SEPARATORS.test(between.replace(ASIDE, ' '));

const followsBare = (text: string) => (mention: Mention, at: number, all: readonly Mention[]) =>
  at === 0 || SEPARATORS.test(text.slice(all[at - 1]!.span.end, mention.span.start));

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<number>();
  return mentions.filter(({ item }) => !seen.has(item) && seen.add(item));
}
