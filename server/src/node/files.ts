import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { type FileAccess, mayHoldKnowledge, noFiles } from '../workspace/file-access.ts';
import { IgnoreRules } from '../workspace/ignore-rules.ts';

/** No more of a file is read, in bytes: what comes after is past the limits of any document. */
const LARGEST_FILE = 16_000_000;

/**
 * Files read by Node.js itself. Links that lead out of a folder are not followed: a workspace must not say what is read
 * outside of it.
 *
 * @param others where files are that Node.js cannot reach, such as those of a virtual workspace; `null` for nowhere
 */
export function nodeFiles(others: FileAccess | null): FileAccess {
  const elsewhere = others ?? noFiles;
  return {
    async findFiles(uri) {
      const place = URI.parse(uri);
      if (place.scheme !== 'file') return elsewhere.findFiles(uri);
      const found = await findFilesBelow(place.fsPath, mayHoldKnowledge);
      const inside = await Promise.all(found.map((file) => isBelow(place.fsPath, file)));
      return found.filter((_, index) => inside[index]).map((file) => URI.file(file).toString());
    },
    async read(uri, limit) {
      const place = URI.parse(uri);
      return place.scheme === 'file' ? readText(place.fsPath, limit ?? LARGEST_FILE) : elsewhere.read(uri, limit);
    },
  };
}

/**
 * The files below a folder that are wanted by their names, or the file itself, without what `.gitignore` files exclude: those in
 * the tree, and those above it in the same repository. Sorted by path. What cannot be read is left out.
 */
export async function findFilesBelow(place: string, wanted: (name: string) => boolean): Promise<string[]> {
  const kind = await stat(place).catch(() => null);
  if (kind?.isFile()) return [place];
  if (!kind?.isDirectory()) return [];
  const found: string[] = [];
  const root = (await repositoryRoot(place)) ?? place;
  const folder = path.relative(root, place).split(path.sep).filter(Boolean);
  const rules = new IgnoreRules();
  for (let depth = 0; depth < folder.length; depth++)
    await addIgnoreFile(root, asFolder(folder.slice(0, depth)), rules);
  // Someone who asks for an ignored folder by its name wants what is in it.
  if (rules.ignores(asFolder(folder))) await walk(place, '', new IgnoreRules(), wanted, found);
  else await walk(root, asFolder(folder), rules, wanted, found);
  return found.sort();
}

/** Whether a file is really below a folder, or is what was asked for. */
async function isBelow(folder: string, file: string): Promise<boolean> {
  if (file === folder) return true;
  const places = await Promise.all([realpath(folder), realpath(file)]).catch(() => null);
  return places?.[1].startsWith(`${places[0]}${path.sep}`) ?? false;
}

async function repositoryRoot(folder: string): Promise<string | null> {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if ((await stat(path.join(current, '.git')).catch(() => null)) !== null) return current;
    if (path.dirname(current) === current) return null;
  }
}

function asFolder(parts: readonly string[]): string {
  return parts.map((part) => `${part}/`).join('');
}

async function addIgnoreFile(root: string, folder: string, rules: IgnoreRules): Promise<void> {
  const text = await readText(path.join(root, folder, '.gitignore'));
  if (text !== null) rules.add(folder, text);
}

/** @param folder relative to `root`, with `/` between and behind its parts */
async function walk(
  root: string,
  folder: string,
  rules: IgnoreRules,
  wanted: (name: string) => boolean,
  found: string[],
): Promise<void> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => name === '.gitignore')) await addIgnoreFile(root, folder, rules);
  const below: Promise<void>[] = [];
  for (const entry of entries) {
    const relative = folder + entry.name;
    if (entry.isDirectory()) {
      if (!rules.ignores(`${relative}/`)) below.push(walk(root, `${relative}/`, rules, wanted, found));
    } else if (wanted(entry.name) && !rules.ignores(relative)) {
      const file = path.join(root, relative);
      if (entry.isFile()) found.push(file);
      else if (entry.isSymbolicLink()) below.push(addLinkedFile(file, found));
    }
  }
  await Promise.all(below);
}

/** A link may lead to a folder, or nowhere. */
async function addLinkedFile(link: string, found: string[]): Promise<void> {
  if ((await stat(link).catch(() => null))?.isFile()) found.push(link);
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
