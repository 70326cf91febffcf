import type { MarkdownDocument } from '../markdown/document.ts';
import { readFrontMatter } from '../worksheet/front-matter.ts';

/** How many bytes of a file are enough for {@link mayBeKnowledge}. */
export const HEAD_LENGTH = 1024;

/** What a Markdown file adds to the knowledge in force. */
export type KnowledgeRole = 'glossary' | 'key';

/**
 * Whether a Markdown file has front matter that speaks of worksheets: a look cheap enough for every file of a workspace.
 *
 * @param head the start of the text, or the whole of it
 */
export function mayBeKnowledge(head: string): boolean {
  return /^\uFEFF?---[ \t]*[\r\n]/.test(head) && /[\r\n]worksheets[ \t]*:/.test(head);
}

/** What a document says it is in its front matter; `null` where it is no knowledge. */
export function knowledgeRole(document: MarkdownDocument): KnowledgeRole | null {
  const { role } = readFrontMatter(document);
  return role === 'glossary' || role === 'key' ? role : null;
}
