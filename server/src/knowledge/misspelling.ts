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

/** Shorter words have too few sounds, and shorter ends are those of too many. In letters. */
const BY_SOUND = { word: 7, meant: 10, end: 4 };

/**
 * Whether a word is likely a longer one, written down by how it sounds: "sequnize" for "synchronize". Both begin and end alike and
 * have as many syllables, and most consonants are there, in their order.
 */
export function isWrittenBySound(word: string, meant: string): boolean {
  const { end } = BY_SOUND;
  if (word.length < BY_SOUND.word || meant.length < BY_SOUND.meant || word[0] !== meant[0]) return false;
  if (word.slice(-end) !== meant.slice(-end) || syllables(word) !== syllables(meant)) return false;
  const [written, whole] = [consonantsOf(word), consonantsOf(meant)];
  let at = 0;
  for (const sound of whole) if (sound === written[at]) at++;
  return at === written.length && written.length * 3 >= whole.length * 2;
}

const syllables = (word: string) => word.match(/[aeiouy]+/g)?.length ?? 0;

/** The consonants that are heard, one letter for those that sound alike. */
const consonantsOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ck|ch|[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

/** Whether two neighbouring letters have changed places, and all else is the same. */
export function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
