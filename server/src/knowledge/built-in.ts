import { packedKnowledge } from './built-in.generated.ts';
import { ordinaryForm } from './ordinary-words.ts';
import { type KnowledgeFiles, type PackedKnowledge, unpackKnowledge } from './packed.ts';
import { hasWord, type WordFilter } from './word-filter.ts';

export { BUILT_IN_SCHEME, type KnowledgeFiles } from './packed.ts';

interface BuiltIn {
  readonly files: KnowledgeFiles;
  readonly words: WordFilter;
}

let builtIn: BuiltIn | null = null;
let packed: () => string = packedKnowledge;

/** Hands over the built-in knowledge where the server has no file to read it from. To be called before it is first asked for. */
export function provideBuiltInKnowledge(json: string): void {
  packed = () => json;
  builtIn = null;
}

/** The glossaries and keys that come with the extension: the files of `knowledge/`, parsed when it was built. */
export function builtInKnowledge(): KnowledgeFiles {
  return unpacked().files;
}

/**
 * Whether a word is ordinary English, in British or American spelling, or occurs in the built-in knowledge. Case and plural make
 * no difference; words of less than five letters all are.
 */
export function isOrdinaryWord(word: string): boolean {
  const form = ordinaryForm(word);
  return form === null || hasWord(unpacked().words, form);
}

function unpacked(): BuiltIn {
  if (!builtIn) {
    const knowledge = JSON.parse(packed()) as PackedKnowledge;
    builtIn = { files: unpackKnowledge(knowledge), words: knowledge.words };
  }
  return builtIn;
}
