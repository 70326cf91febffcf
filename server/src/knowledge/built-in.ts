import { packedKnowledge } from './built-in.generated.ts';
import type { AnswerKey, Glossary } from './model.ts';
import { type Packed, unpack } from './packed.ts';

export { BUILT_IN_SCHEME } from './packed.ts';

/** The glossaries and keys of one source, ready for `createKnowledge`. */
export interface KnowledgeFiles {
  readonly glossaries: readonly Glossary[];
  readonly keys: readonly AnswerKey[];
}

let files: KnowledgeFiles | null = null;

/** The glossaries and keys that come with the extension: the files of `knowledge/`, parsed when it was built. */
export function builtInKnowledge(): KnowledgeFiles {
  files ??= sortFiles((JSON.parse(packedKnowledge) as Packed[]).map(unpack));
  return files;
}

function sortFiles(all: readonly (Glossary | AnswerKey)[]): KnowledgeFiles {
  return {
    glossaries: all.filter((file) => file.kind === 'glossary'),
    keys: all.filter((file) => file.kind === 'key'),
  };
}
