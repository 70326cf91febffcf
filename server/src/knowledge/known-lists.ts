import { once } from '../text/once.ts';
import { perObject } from '../text/per-object.ts';
import { plainText } from '../worksheet/plain-text.ts';
import type { AnswerKey, KeyQuestion, Knowledge } from './model.ts';
import { numberWord } from './number-words.ts';

/** A list that a key answer gives and counts: "the seven layers". Nothing belongs to it but its items. */
export interface GivenList {
  readonly question: KeyQuestion;
  /** As the key's author writes them, in the author's order. */
  readonly items: readonly string[];
  /** What the items are, in the plural: "layers". */
  readonly noun: string;
  /** Whether another order is wrong; the opposite one is not. */
  readonly ordered: boolean;
}

/** The same with what glossaries know of it; its noun says whose items they are: "OSI layers". */
export interface KnownList extends GivenList {
  /** For each item its other names of several words: "network access" for the link layer. */
  readonly aliases: readonly (readonly string[])[];
  /** Whether each item stands on top of the one before it, as layers numbered from the bottom do; null where there is no up and down. */
  readonly rising: boolean | null;
}

const MOST_WORDS_OF_NAME = 4;
const HAS_ORDER = /\b(?:order|steps?|stages?|phases?|layers?|levels?|bottom|top|handshake|sequence)\b/i;

/** A line of a list; inner lists are explanations. */
const ITEM = /^(\d+[.)]|[-*+])\s+(.*)/gm;

/** The lists that the keys in force give, in their order. */
export const knownLists = perObject((knowledge: Knowledge): readonly KnownList[] =>
  knowledge.keys.flatMap(givenLists).map((list) => knownList(list, knowledge)),
);

const given = new WeakMap<AnswerKey, () => readonly GivenList[]>();

/** The lists that the answers of a key give and count. */
export function givenLists(key: AnswerKey): readonly GivenList[] {
  if (!given.has(key)) lookForLists(key, () => key.questions);
  return given.get(key)!();
}

/** Has {@link givenLists} look at some questions of a key only: at those known to give a list, since it was looked through when it was built in. */
export function lookForLists(key: AnswerKey, questions: () => readonly KeyQuestion[]): void {
  given.set(
    key,
    once(() => questions().flatMap((question) => listIn(question) ?? [])),
  );
}

/** The list that an answer gives; null where it gives none, or doesn't count. */
function listIn(question: KeyQuestion): GivenList | null {
  const lines = [...question.answer.matchAll(ITEM)];
  if (lines.length < 3) return null;
  const items = lines.map(([, , line]) => nameOf(plainText(line!)));
  const about = aboutList(question);
  const noun = counted(about, lines.length);
  if (noun === null || items.some((item) => item === null)) return null;
  return { question, items: items as string[], noun, ordered: /^\d/.test(lines[0]![1]!) && HAS_ORDER.test(about) };
}

const aboutList = ({ text, answer, alsoAsked }: KeyQuestion) => [text, plainText(answer), ...alsoAsked].join('\n');

function knownList(list: GivenList, knowledge: Knowledge): KnownList {
  const { items, noun, ordered } = list;
  const whose = Array.from(aboutList(list.question).matchAll(/\b[A-Z][A-Z/]+[A-Z]\b/g), ([name]) => name);
  const owner = whose.find((name) => knowledge.define(`${name} ${noun}`).length > 0);
  return {
    ...list,
    aliases: items.map((name) => aliasesOf(`${name} ${noun}`, noun, knowledge)),
    noun: owner === undefined ? noun : `${owner} ${noun}`,
    rising: ordered ? rising(items, noun, knowledge) : null,
  };
}

/** What an item is called: what stands in front of its explanation; null where it is a sentence. */
function nameOf(item: string): string | null {
  const name = item.split(/[:(–—]|\s-\s/, 1)[0]!.trim();
  return name === '' || name.split(' ').length > MOST_WORDS_OF_NAME || /[.?!]$/.test(name) ? null : name;
}

/** What else glossaries call an item, without what the items are. */
function aliasesOf(item: string, noun: string, { define }: Knowledge): string[] {
  const kind = new RegExp(` ${noun.replace(/s$/, '')}s?$`, 'i');
  const aliases = define(item).flatMap((term) => term.aliases);
  return aliases
    .filter((alias) => kind.test(alias))
    .map((alias) => alias.replace(kind, ''))
    .filter((alias) => /\w\W+\w/.test(alias));
}

/** What there are so many of: the noun behind the number. */
function counted(text: string, count: number): string | null {
  const number = `(?:${numberWord(count)}|${count})`;
  return new RegExp(`\\b${number}[ -](\\p{Ll}{3,}s)\\b`, 'iu').exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Read off the numbers by which glossaries know layers: "layer 3". */
function rising(names: readonly string[], noun: string, { define }: Knowledge): boolean | null {
  const numbers = names.map((name) => {
    const aliases = define(`${name} ${noun}`).flatMap((term) => term.aliases);
    return Number(aliases.map((alias) => /^layer (\d)$/i.exec(alias)?.[1]).find(Boolean) ?? Number.NaN);
  });
  const steps = numbers.slice(1).map((number, at) => number - numbers[at]!);
  return steps.every((step) => step > 0) ? true : steps.every((step) => step < 0) ? false : null;
}
