import { packedKnowledge } from './built-in.generated.ts';
import { type KnowledgeFiles, type PackedKnowledge, unpackKnowledge } from './packed.ts';

export { BUILT_IN_SCHEME, type KnowledgeFiles } from './packed.ts';

let files: KnowledgeFiles | null = null;
let packed = packedKnowledge;

/** Hands over the built-in knowledge where the server has no file to read it from. To be called before it is first asked for. */
export function provideBuiltInKnowledge(json: string): void {
  packed = json;
  files = null;
}

/** The glossaries and keys that come with the extension: the files of `knowledge/`, parsed when it was built. */
export function builtInKnowledge(): KnowledgeFiles {
  files ??= unpackKnowledge(JSON.parse(packed) as PackedKnowledge);
  return files;
}
