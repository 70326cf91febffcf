import { stemmer } from 'stemmer';
import { recently } from '../text/recently.ts';

/** As many different words as are remembered: more than a class writes. */
const MOST_WORDS = 20_000;

/** The stem of an English word in lower case, by Porter's algorithm; remembered, as a class, and a person who types, use the same words. */
export const wordStem: (word: string) => string = recently(stemmer, MOST_WORDS);
