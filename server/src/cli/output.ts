import path from 'node:path';
import { InputError, type Io } from './command.ts';
import type { Progress } from './progress.ts';
import { reasonOf } from './system-errors.ts';
import { openWriter } from './write-files.ts';

/** What a command prints, piece by piece. */
export type Pieces = AsyncIterable<string> | Iterable<string>;

/**
 * Writes what a command prints to standard output, or to a file, which is there once it is whole.
 *
 * @param file what `--output` names; `null` for standard output
 * @param print is told whether colours are shown
 * @throws InputError where the file cannot be written; it stays as it was
 */
export async function printTo(
  file: string | null,
  io: Io,
  progress: Progress | null,
  print: (style: { readonly color: boolean }) => Pieces,
): Promise<void> {
  if (file === null) {
    for await (const piece of print(io)) {
      progress?.hide();
      await io.out(piece);
    }
    return;
  }
  const writing = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      const lost = (error as NodeJS.ErrnoException).code === 'ENOENT';
      throw new InputError(`"${file}" cannot be written: ${lost ? 'its folder is not there' : reasonOf(error)}.`);
    }
  };
  const writer = writing(() => openWriter(path.resolve(io.cwd, file)));
  try {
    for await (const piece of print({ color: false })) writing(() => writer.write(piece));
    writing(() => writer.commit());
  } finally {
    writer.discard();
    progress?.hide();
  }
}
