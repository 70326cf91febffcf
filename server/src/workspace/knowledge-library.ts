import { builtInKnowledge } from '../knowledge/built-in.ts';
import { createKnowledge } from '../knowledge/knowledge.ts';
import { parseContextive } from '../knowledge/parse-contextive.ts';
import { parseGlossary } from '../knowledge/parse-glossary.ts';
import { parseAnswerKey } from '../knowledge/parse-key.ts';
import type { KnowledgeLibrary } from './knowledge-loader.ts';

/** The parsers of glossaries and keys, and the built-in knowledge. */
export const knowledgeLibrary: KnowledgeLibrary = {
  parse: (role, uri, document) => (role === 'glossary' ? parseGlossary(uri, document) : parseAnswerKey(uri, document)),
  parseContextive,
  combine(files) {
    const { glossaries, keys } = builtInKnowledge();
    return createKnowledge(
      [...glossaries, ...files.filter((file) => file.kind === 'glossary')],
      [...keys, ...files.filter((file) => file.kind === 'key')],
    );
  },
};
