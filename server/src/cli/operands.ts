import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { findFilesBelow } from '../node/files.ts';
import type { Io } from './command.ts';
import { reasonOf } from './system-errors.ts';

/** A file that the user named, or that was found in a folder or by a pattern. */
export interface NamedFile {
  /** As the user named it, or as it was found below a folder the user named; `-` for standard input. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** For what can be read only once, such as standard input; `null` for what lies on a disk. */
  readonly text: string | null;
}

/** Standard input, among the operands. */
export const STANDARD_INPUT = '-';

/**
 * The files that operands name, each once, in the order of the operands: files, folders with what is wanted in them, patterns
 * (globs) of such files, and `-` for standard input. What `.gitignore` files exclude has to be named itself.
 *
 * @param wanted whether a file of a folder counts, by its name
 * @returns `lost` has a sentence for each operand that leads nowhere
 */
export async function filesOf(
  operands: readonly string[],
  wanted: (name: string) => boolean,
  io: Io,
): Promise<{ readonly files: readonly NamedFile[]; readonly lost: readonly string[] }> {
  const found = await Promise.all(operands.map((operand) => filesOfOne(operand, wanted, io)));
  const files = found.flatMap((each) => (typeof each === 'string' ? [] : each));
  return {
    files: [...new Map(files.map((file) => [file.path, file])).values()],
    lost: found.filter((each) => typeof each === 'string'),
  };
}

/** @returns a sentence where there is nothing */
async function filesOfOne(
  operand: string,
  wanted: (name: string) => boolean,
  io: Io,
): Promise<readonly NamedFile[] | string> {
  const place = path.resolve(io.cwd, operand);
  if (operand === STANDARD_INPUT) return [{ name: operand, path: place, text: await io.input() }];
  const kind = await stat(place).catch((error: NodeJS.ErrnoException) => error);
  if (kind instanceof Error) {
    if (kind.code !== 'ENOENT' && kind.code !== 'ENOTDIR') return `"${operand}" cannot be read: ${reasonOf(kind)}.`;
    const pattern = path.sep === '\\' ? operand.replaceAll('\\', '/') : operand;
    return picomatch.scan(pattern).isGlob
      ? matchingFiles(pattern, wanted, io)
      : `There is no file or folder "${operand}".`;
  }
  if (kind.isFile()) return [{ name: operand, path: place, text: null }];
  if (!kind.isDirectory()) return [{ name: operand, path: place, text: await readFile(place, 'utf8') }];
  return below(operand, await findFilesBelow(place, wanted), place);
}

async function matchingFiles(
  pattern: string,
  wanted: (name: string) => boolean,
  io: Io,
): Promise<readonly NamedFile[] | string> {
  const { base, glob } = picomatch.scan(pattern);
  const folder = path.resolve(io.cwd, base);
  const fits = picomatch(glob);
  const found = (await findFilesBelow(folder, wanted)).filter((file) =>
    fits(path.relative(folder, file).replaceAll(path.sep, '/')),
  );
  return found.length > 0 ? below(base, found, folder) : `No file fits "${pattern}".`;
}

function below(name: string, files: readonly string[], folder: string): readonly NamedFile[] {
  return files.map((file) => ({ name: path.join(name, path.relative(folder, file)), path: file, text: null }));
}
