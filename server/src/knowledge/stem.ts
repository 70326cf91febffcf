import { stemmer } from 'stemmer';
import { MANY_WORDS, recently } from '../text/recently.ts';

/** The stem of an English word in lower case, by Porter's algorithm; remembered, as a class, and a person who types, use the same words. */
export const wordStem: (word: string) => string = recently(stemmer, MANY_WORDS);
