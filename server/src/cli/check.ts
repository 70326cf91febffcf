import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findMarkdownFiles } from '../node/files.ts';
import { readArguments } from './arguments.ts';
import { type Command, ExitCode, InputError, type Io } from './command.ts';
import { type CheckedFile, knowledgeAmong } from './findings.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import { checkInParallel } from './parallel.ts';
import { readKeys, readTextFiles, type TextFile } from './session.ts';

const FORMATS: Record<'pretty' | 'json' | 'sarif' | 'github', (files: readonly CheckedFile[], io: Io) => string> = {
  pretty,
  json,
  sarif,
  github,
};

/** `worksheets check`: the findings of worksheets, glossaries and keys. */
export const check: Command = {
  help: `Usage: worksheets check [--format pretty|json|sarif|github] [--key FILE]... PATH...

Checks each PATH, a file or a folder with all Markdown files in it that .gitignore files don't exclude.
Glossaries and answer keys among them are checked, and used for the others.

  --format FORMAT  pretty for people (as without it), json, sarif (code scanning) or github (annotations)
  --key FILE       an answer key or glossary to use besides the built-in ones

Exit status: 0 no findings, 1 findings, 2 could not run.
`,
  async run(args, io) {
    const { format, keys, operands } = readArguments(args, ['pretty', 'json', 'sarif', 'github'], 'PATH');
    const given = await readKeys(keys, io);
    const files = await readPaths(operands, io);
    const known = new Set(given.map(({ uri }) => uri));
    const found = knowledgeAmong(files).filter(({ uri }) => !known.has(uri));
    const options = { knowledge: [...given, ...found], fixable: format === 'json' };
    const checked = await checkInParallel(files, options, io.script);
    io.out(FORMATS[format](checked, io));
    return checked.some(({ findings }) => findings.length > 0) ? ExitCode.Findings : ExitCode.Clean;
  },
};

/** @throws InputError where a path leads nowhere */
async function readPaths(names: readonly string[], io: Io): Promise<readonly TextFile[]> {
  const found = await Promise.all(names.map((name) => filesBelow(name, io)));
  const files = await readTextFiles([...new Set(found.flat())], io);
  return [...new Map(files.map((file) => [file.uri, file])).values()];
}

async function filesBelow(name: string, io: Io): Promise<readonly string[]> {
  const place = path.resolve(io.cwd, name);
  const kind = await stat(place).catch(() => null);
  if (kind === null) throw new InputError(`There is no file or folder "${name}".`);
  if (!kind.isDirectory()) return [name];
  return (await findMarkdownFiles(place)).map((file) => path.join(name, path.relative(place, file)));
}
