import { once } from '../text/once.ts';
import { packedKnowledge } from './built-in.generated.ts';
import { ordinaryForm } from './ordinary-words.ts';
import { type KnowledgeFiles, unpackKnowledge } from './packed.ts';
import { hasWord } from './word-filter.ts';

export { BUILT_IN_SCHEME, type KnowledgeFiles } from './packed.ts';

let unpacked = once(() => unpackKnowledge(packedKnowledge()));

/** Hands over the built-in knowledge where the server has no file to read it from. To be called before it is first asked for. */
export function provideBuiltInKnowledge(packed: string): void {
  unpacked = once(() => unpackKnowledge(packed));
}

/** The glossaries and keys that come with the extension: the files of `knowledge/`, parsed when it was built. */
export function builtInKnowledge(): KnowledgeFiles {
  return unpacked();
}

/**
 * Whether a word is ordinary English, in British or American spelling, or occurs in the built-in knowledge. Case and plural make
 * no difference; words of less than five letters all are.
 */
export function isOrdinaryWord(word: string): boolean {
  const form = ordinaryForm(word);
  return form === null || hasWord(unpacked().words, form);
}

/** Whether a word is English, but so rare that it may well be a typing error. */
export function isRareWord(word: string): boolean {
  const form = ordinaryForm(word);
  return form !== null && hasWord(unpacked().rareWords, form);
}
