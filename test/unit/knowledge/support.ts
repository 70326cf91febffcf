import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnswerKey, Glossary, Knowledge, TermOccurrence } from '../../../server/src/knowledge/model.ts';
import type { KnowledgeFiles } from '../../../server/src/knowledge/packed.ts';
import { parseGlossary } from '../../../server/src/knowledge/parse-glossary.ts';
import { parseAnswerKey } from '../../../server/src/knowledge/parse-key.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** A glossary from Markdown without front matter. */
export function glossary(text: string, uri = 'file:///terms.md'): Glossary {
  return parseGlossary(uri, parseMarkdown(text));
}

/** An answer key from Markdown; its front matter is put in front. */
export function answerKey(text: string, uri = 'file:///answers.md'): AnswerKey {
  return parseAnswerKey(uri, parseMarkdown(`---\nworksheets: key\n---\n${text}`));
}

/** The files of `knowledge/` as they are now, whatever was built. */
export function builtInFiles(): KnowledgeFiles {
  builtIn ??= readBuiltInFiles();
  return builtIn;
}

let builtIn: KnowledgeFiles | null = null;

function readBuiltInFiles(): KnowledgeFiles {
  const folder = path.join(root, 'knowledge');
  const read = (end: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(end))
      .map((name) => ({ uri: `worksheets-built-in:/${name}`, text: readFileSync(path.join(folder, name), 'utf8') }));
  return {
    glossaries: read('.glossary.md').map(({ uri, text }) => parseGlossary(uri, parseMarkdown(text))),
    keys: read('.key.md').map(({ uri, text }) => parseAnswerKey(uri, parseMarkdown(text))),
  };
}

/** Whatever a fixture holds. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(root, 'test/fixtures', name), 'utf8')) as T;
}

/** The occurrences as `text: Term | Term` lines. */
export function shown(text: string, occurrences: readonly TermOccurrence[]): string[] {
  return occurrences.map(
    ({ span, terms }) => `${text.slice(span.start, span.end)}: ${terms.map(({ name }) => name).join(' | ')}`,
  );
}

/** Just the names of what a text names. */
export function namesIn(knowledge: Knowledge, text: string): string[] {
  return knowledge.findTerms(text).flatMap(({ terms }) => terms.map(({ name }) => name));
}
