import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { HEAD_LENGTH } from '../workspace/knowledge-role.ts';
import type { NamedFile } from './operands.ts';
import { reasonOf } from './system-errors.ts';

/** How many files are open at a time: systems allow a process no more than a few hundred. */
const PARALLEL_READS = 64;

/** A file, and as much of it as tells whether it is knowledge. */
export interface FileHead {
  readonly file: NamedFile;
  /** Empty where it cannot be read. */
  readonly head: string;
  /** Bytes, about. */
  readonly size: number;
}

/** The start of each file, in the order of `files`. */
export async function readHeads(files: readonly NamedFile[]): Promise<readonly FileHead[]> {
  const heads: FileHead[] = [];
  const todo = files.entries();
  const work = async (): Promise<void> => {
    for (const [index, file] of todo) heads[index] = { file, ...(await headOf(file)) };
  };
  await Promise.all(Array.from({ length: PARALLEL_READS }, work));
  return heads;
}

async function headOf({ path, text }: NamedFile): Promise<Omit<FileHead, 'file'>> {
  if (text !== null) return { head: text.slice(0, HEAD_LENGTH), size: text.length };
  const handle = await open(path).catch(() => null);
  if (handle === null) return { head: '', size: 0 };
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return { head: new TextDecoder().decode(buffer.subarray(0, bytesRead)), size };
  } catch {
    return { head: '', size: 0 };
  } finally {
    await handle.close();
  }
}

/** The text of a file, decoded as UTF-8, without a byte order mark; or why it cannot be read, as a clause. */
export function readWhole({ path, text }: NamedFile): { readonly text: string } | { readonly reason: string } {
  if (text !== null) return { text };
  try {
    return { text: new TextDecoder().decode(readFileSync(path)) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
