/** How many bytes of a file are read to learn whether it is knowledge. */
export const HEAD_LENGTH = 1024;

/** What a Markdown file adds to the knowledge in force. */
export type KnowledgeRole = 'glossary' | 'key';

/**
 * What a Markdown text says it is in its front matter (`worksheets: glossary`); `null` where it is no knowledge. A look
 * at the first lines, cheap enough for every file of a workspace.
 *
 * @param head the start of the text, or the whole of it
 */
export function knowledgeRole(head: string): KnowledgeRole | null {
  const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^---[ \t]*$|$(?![\s\S]))/m.exec(head)?.[1];
  const entry = /^worksheets[ \t]*:(.*(?:\r?\n[ \t]+.*)*)/m.exec(frontMatter ?? '')?.[1];
  if (entry === undefined) return null;
  const role =
    /^\s*(["']?)(glossary|key)\1[ \t]*(?:#.*)?\r?$/.exec(entry)?.[2] ??
    /(?:^|[\s{,])role[ \t]*:[ \t]*(["']?)(glossary|key)\1(?=[\s,}#]|$)/.exec(entry)?.[2];
  return role === 'glossary' || role === 'key' ? role : null;
}
