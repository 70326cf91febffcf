import { packedKnowledge } from './built-in.generated.ts';
import { type KnowledgeFiles, type PackedKnowledge, unpackKnowledge } from './packed.ts';

export { BUILT_IN_SCHEME, type KnowledgeFiles } from './packed.ts';

let files: KnowledgeFiles | null = null;

/** The glossaries and keys that come with the extension: the files of `knowledge/`, parsed when it was built. */
export function builtInKnowledge(): KnowledgeFiles {
  files ??= unpackKnowledge(JSON.parse(packedKnowledge) as PackedKnowledge);
  return files;
}
