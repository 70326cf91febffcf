import { perObject } from '../text/per-object.ts';
import { MANY_WORDS, recently } from '../text/recently.ts';
import { isMisspelling, isWrittenBySound, SHORTEST_MISSPELT } from './misspelling.ts';
import type { Knowledge } from './model.ts';
import { preparedNames } from './term-index.ts';
import { singular, type Word, wordsOf } from './words.ts';

/**
 * Whether some word of some name may be meant by a word, misspelt or written by its sound, whatever is spoken of. Most words that are
 * in no dictionary are near to none, and remembered not to be.
 */
export function isNearSomeName(knowledge: Knowledge, word: Word): boolean {
  return nearnessTo(knowledge)(`${word.lower} ${word.singular}`);
}

const nearnessTo = perObject((knowledge: Knowledge) => recently(nearness(knowledge), MANY_WORDS));

/** Compares with all forms of the words of names, and of the words that names make when they are run together. */
function nearness({ glossaries }: Knowledge): (forms: string) => boolean {
  const words = glossaries.flatMap((glossary) => [
    ...glossary.terms.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf).flatMap(formsOf)),
    ...preparedNames(glossary).flatMap(({ exact, folded }) => [exact, folded]),
  ]);
  const byLetter = new Map<string, Set<string>>();
  for (const word of words.flatMap((one) => [one, singular(one)])) {
    if (word.length < SHORTEST_MISSPELT) continue;
    const letter = word[0]!;
    byLetter.set(letter, (byLetter.get(letter) ?? new Set()).add(word));
  }
  return (forms) => {
    const [lower = '', single = ''] = forms.split(' ');
    // What is meant starts with the same letter.
    return Array.from(byLetter.get(lower[0]!) ?? []).some(
      (word) => isMisspelling(lower, word) || isMisspelling(single, word) || isWrittenBySound(lower, word),
    );
  };
}

const formsOf = (word: Word): readonly string[] => [word.lower, word.singular];
