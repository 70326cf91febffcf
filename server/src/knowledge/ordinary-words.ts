import { SHORTEST_MISSPELT } from './misspelling.ts';
import { singular, wordsOf } from './words.ts';

/** The form in which ordinary words are kept: lower case, singular. null for words too short to be told from others. */
export function ordinaryForm(word: string): string | null {
  return word.length < SHORTEST_MISSPELT ? null : singular(word.toLowerCase());
}

/** The ordinary forms of the words of a text. */
export function ordinaryWords(text: string): string[] {
  return wordsOf(text).flatMap(({ lower }) => ordinaryForm(lower) ?? []);
}
