import type { AnswerKey, Glossary } from '../knowledge/model.ts';
import { mayHoldKnowledge } from '../workspace/file-access.ts';
import { InputError, type Io } from './command.ts';
import { knowledgeAmong, readKeys, uriOf } from './knowledge.ts';
import { filesOf } from './operands.ts';
import { type FileHead, readHeads } from './read-files.ts';

/** What a command works on. */
export interface LoadedFiles {
  readonly files: readonly FileHead[];
  /** The glossaries and keys among the files, and those of `--key`. */
  readonly knowledge: readonly (Glossary | AnswerKey)[];
  /** Whether every operand led somewhere; those that didn't have been said. */
  readonly complete: boolean;
}

/**
 * Finds the files that operands name, and the knowledge that goes with them.
 *
 * @param keys what `--key` names
 * @throws InputError where no operand, or one of the keys, leads anywhere
 */
export async function loadFiles(operands: readonly string[], keys: readonly string[], io: Io): Promise<LoadedFiles> {
  const { files, lost } = await filesOf(operands, mayHoldKnowledge, io);
  if (lost.length === operands.length && lost[0] !== undefined) throw new InputError(lost[0]);
  const given = await readKeys(keys, io);
  for (const message of lost) io.err(`worksheets: ${message}\n`);
  const heads = await readHeads(files);
  const known = new Set(given.map(({ uri }) => uri));
  const found = knowledgeAmong(heads.filter(({ file }) => !known.has(uriOf(file))));
  return { files: heads, knowledge: [...given, ...found], complete: lost.length === 0 };
}

/**
 * The part of the files that `--shard` asks for: they are cut into `n` parts as even as can be, in their order.
 *
 * @param shard "i/n", with i from 1 to n; `null` for all of them
 * @throws InputError for anything else
 */
export function shardOf<File>(files: readonly File[], shard: string | null): readonly File[] {
  if (shard === null) return files;
  const [, part, parts] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard)?.map(Number) ?? [];
  if (part === undefined || parts === undefined || part < 1 || part > parts) {
    throw new InputError(`Unexpected shard "${shard}", expected i/n with i from 1 to n, such as 1/4.`);
  }
  const cut = (after: number): number => Math.round((files.length * after) / parts);
  return files.slice(cut(part - 1), cut(part));
}
