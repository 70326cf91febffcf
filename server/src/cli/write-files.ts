import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import process from 'node:process';

/** A file that is being written. */
export interface FileWriter {
  /** @throws where the disk refuses it */
  write(text: string): void;
  /** Puts what was written in place. */
  commit(): void;
  /** Leaves everything as it was. Without effect after `commit`. */
  discard(): void;
}

/**
 * Opens a file for writing, beside what is there: only what is whole takes its place, also when the process ends in between.
 * What is no ordinary file, such as a pipe, is written as it is.
 *
 * @throws where that cannot be
 */
export function openWriter(file: string): FileWriter {
  const kind = statSync(file, { throwIfNoEntry: false });
  if (kind && !kind.isFile()) {
    const target = openSync(file, 'w');
    return { write: (text) => writeAll(target, text), commit: () => closeSync(target), discard() {} };
  }
  const place = kind ? realpathSync(file) : file;
  const draft = `${place}.${randomUUID()}.tmp`;
  const target = openSync(draft, 'wx');
  if (kind) fchmodSync(target, kind.mode);
  let open = true;
  const discard = (): void => {
    if (open) closeSync(target);
    open = false;
    rmSync(draft, { force: true });
    process.off('exit', discard);
  };
  process.on('exit', discard);
  return {
    write: (text) => writeAll(target, text),
    commit() {
      fsyncSync(target);
      closeSync(target);
      open = false;
      renameSync(draft, place);
      process.off('exit', discard);
    },
    discard,
  };
}

/** Replaces a file's text at once. @throws where that cannot be; then it is as it was */
export function writeWhole(file: string, text: string): void {
  const writer = openWriter(file);
  try {
    writer.write(text);
    writer.commit();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function writeAll(target: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
}
