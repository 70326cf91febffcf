import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { type FileAccess, isMarkdownPath, noFiles } from '../workspace/file-access.ts';
import { IgnoreRules } from '../workspace/ignore-rules.ts';

/**
 * Files read by Node.js itself.
 *
 * @param others where files are that Node.js cannot reach, such as those of a virtual workspace; `null` for nowhere
 */
export function nodeFiles(others: FileAccess | null): FileAccess {
  const elsewhere = others ?? noFiles;
  return {
    async findMarkdown(uri) {
      const place = URI.parse(uri);
      if (place.scheme !== 'file') return elsewhere.findMarkdown(uri);
      return (await findMarkdownFiles(place.fsPath)).map((file) => URI.file(file).toString());
    },
    async read(uri, limit) {
      const place = URI.parse(uri);
      return place.scheme === 'file' ? readText(place.fsPath, limit) : elsewhere.read(uri, limit);
    },
  };
}

/**
 * The Markdown files below a folder, or the file itself, without what `.gitignore` files in the tree exclude; sorted by
 * path. What cannot be read is left out.
 */
export async function findMarkdownFiles(root: string): Promise<string[]> {
  const kind = await stat(root).catch(() => null);
  if (kind?.isFile()) return [root];
  if (!kind?.isDirectory()) return [];
  const rules = new IgnoreRules();
  const found: string[] = [];
  await walk(root, '', rules, found);
  return found.sort();
}

/** @param folder relative to `root`, with `/` between and behind its parts */
async function walk(root: string, folder: string, rules: IgnoreRules, found: string[]): Promise<void> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => name === '.gitignore')) {
    const text = await readText(path.join(root, folder, '.gitignore'));
    if (text !== null) rules.add(folder, text);
  }
  const below: Promise<void>[] = [];
  for (const entry of entries) {
    const relative = folder + entry.name;
    if (entry.isDirectory()) {
      if (!rules.ignores(`${relative}/`)) below.push(walk(root, `${relative}/`, rules, found));
    } else if (isMarkdownPath(entry.name) && !rules.ignores(relative)) found.push(path.join(root, relative));
  }
  await Promise.all(below);
}

/** The text of a file; `null` where it cannot be read. A byte order mark is left out. */
async function readText(file: string, limit?: number): Promise<string | null> {
  try {
    const bytes = limit === undefined ? await readFile(file) : await readStart(file, limit);
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

async function readStart(file: string, length: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
