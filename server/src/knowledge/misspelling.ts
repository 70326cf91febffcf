import { distance } from 'fastest-levenshtein';

/** A shorter word is too near to too many others. In letters. */
export const SHORTEST_MISSPELT = 5;

/**
 * Whether one word is likely the other misspelt: one letter is wrong, missing or too many (two in long words), or two
 * neighbours have changed places. The first letter is taken to be right.
 */
export function isMisspelling(word: string, other: string): boolean {
  if (word[0] !== other[0] || word.length < SHORTEST_MISSPELT || other.length < SHORTEST_MISSPELT) return false;
  const limit = word.length < 8 ? 1 : 2;
  if (Math.abs(word.length - other.length) > limit) return false;
  return distance(word, other) <= limit || areSwapped(word, other);
}

/** Whether two neighbouring letters have changed places, and all else is the same. */
export function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
