import { stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { AnswerKey, Glossary } from '../knowledge/model.ts';
import { isContextivePath } from '../knowledge/parse-contextive.ts';
import { DEFAULT_SETTINGS } from '../lsp/settings.ts';
import { parseMarkdown } from '../markdown/document.ts';
import { readText } from '../node/files.ts';
import { createWorksheetService, type WorksheetService } from '../service.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { knowledgeRole } from '../workspace/knowledge-role.ts';
import { InputError, type Io } from './command.ts';

/** A file of the command line and its text. */
export interface TextFile {
  /** As the user named it, or as it was found below a folder the user named. */
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

/**
 * Reads one file.
 *
 * @param name relative to the current folder, or absolute
 * @throws InputError where there is no such file
 */
async function readTextFile(name: string, io: Io): Promise<TextFile> {
  const file = path.resolve(io.cwd, name);
  const text = await readText(file);
  if (text !== null) return { name, uri: URI.file(file).toString(), text };
  const kind = await stat(file).catch(() => null);
  if (kind === null) throw new InputError(`There is no file "${name}".`);
  throw new InputError(kind.isDirectory() ? `"${name}" is a folder, expected a file.` : `"${name}" cannot be read.`);
}

/** How many files are open at a time: systems allow a process no more than a few hundred. */
const PARALLEL_READS = 64;

/** Reads files as {@link readTextFile} does; in the order of their names. */
export async function readTextFiles(names: readonly string[], io: Io): Promise<readonly TextFile[]> {
  const files: TextFile[] = [];
  const todo = names.entries();
  const work = async (): Promise<void> => {
    for (const [index, name] of todo) files[index] = await readTextFile(name, io);
  };
  await Promise.all(Array.from({ length: PARALLEL_READS }, work));
  return files;
}

/** Reads the files of `--key` as knowledge: keys, unless they say that they are glossaries, or are Contextive's. */
export async function readKeys(names: readonly string[], io: Io): Promise<readonly (Glossary | AnswerKey)[]> {
  const files = await readTextFiles(names, io);
  return files.map(({ uri, text }) => {
    if (isContextivePath(uri)) return knowledgeLibrary.parseContextive(uri, text);
    const document = parseMarkdown(text);
    return knowledgeLibrary.parse(knowledgeRole(document) ?? 'key', uri, document);
  });
}

/** A service that knows what is built in, and this. */
export function serviceWith(knowledge: readonly (Glossary | AnswerKey)[]): WorksheetService {
  return createWorksheetService({ knowledge: knowledgeLibrary.combine(knowledge), settings: DEFAULT_SETTINGS });
}

/** What `look` sees in a file while the service has it open. */
export function inspect<Result>(
  service: WorksheetService,
  { uri, text }: TextFile,
  look: (uri: string) => Result,
): Result {
  service.open(uri, 0, text);
  try {
    return look(uri);
  } finally {
    service.close(uri);
  }
}
