/** Files as the server sees them, wherever they are. Every place is a URI; nothing here throws for a file that is missing. */
export interface FileAccess {
  /** The Markdown files below a folder, or the file itself, without what `.gitignore` files exclude; in a fixed order. */
  findMarkdown(uri: string): Promise<readonly string[]>;
  /**
   * The text of a file, decoded as UTF-8; `null` where it cannot be read.
   *
   * @param limit reads no more than about this many bytes from the start
   */
  read(uri: string, limit?: number): Promise<string | null>;
}

/** A runtime that sees no files. */
export const noFiles: FileAccess = {
  findMarkdown: async () => [],
  read: async () => null,
};

/** Whether a path or URI names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
