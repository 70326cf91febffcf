import { isContextivePath } from '../knowledge/parse-contextive.ts';

/** Files as the server sees them, wherever they are. Every place is a URI; nothing here throws for a file that is missing. */
export interface FileAccess {
  /** The files below a folder that may be knowledge (Markdown, and the glossaries of Contextive), or the file itself, without what `.gitignore` files exclude; in a fixed order. */
  findFiles(uri: string): Promise<readonly string[]>;
  /**
   * The text of a file, decoded as UTF-8; `null` where it cannot be read.
   *
   * @param limit reads no more than about this many bytes from the start
   */
  read(uri: string, limit?: number): Promise<string | null>;
}

/** A runtime that sees no files. */
export const noFiles: FileAccess = {
  findFiles: async () => [],
  read: async () => null,
};

/** Whether a path or URI names a file that may be knowledge. */
export function mayHoldKnowledge(path: string): boolean {
  return isMarkdownPath(path) || isContextivePath(path);
}

/** Whether a path or URI names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a path or URI has an extension, as files mostly have and folders mostly have not. */
export function hasExtension(path: string): boolean {
  return /\.[a-z][a-z\d]*$/i.test(path);
}
