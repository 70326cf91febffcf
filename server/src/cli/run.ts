import { version } from '../../../package.json';
import { readArguments } from './arguments.ts';
import { type Command, ExitCode, InputError, type Io } from './command.ts';
import { helpText } from './help.ts';

/** Loaded when asked for: none waits for the code of the others. In the order in which they are listed. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  report: async () => (await import('./report.ts')).report,
  blank: async () => (await import('./blank.ts')).blank,
  outline: async () => (await import('./outline.ts')).outline,
  define: async () => (await import('./define.ts')).define,
  lsp: async () => (await import('./lsp.ts')).lsp,
};

/**
 * Runs the command line.
 *
 * @param args without the names of interpreter and script
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      io.err(await overview());
      return ExitCode.CouldNotRun;
    }
    if (name === '--help' || name === '-h' || name === 'help') return await help(rest[0], io);
    if (name === '--version' || name === '-v') return await print(`${version}\n`, io);
    const command = await commandNamed(name);
    const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
    if (options.includes('--help') || options.includes('-h')) return await print(helpText(command), io);
    return await command.run(readArguments(rest, command.options), io);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    io.err(`worksheets: ${name === 'InputError' ? message : `Something unexpected went wrong: ${message}`}\n`);
    return ExitCode.CouldNotRun;
  }
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  return print(name === undefined ? await overview() : helpText(await commandNamed(name)), io);
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return `Usage: worksheets COMMAND [OPTION]... [ARGUMENT]...

Question-and-answer worksheets in Markdown.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary.replace(/\.$/, '')}\n`).join('')}
Options:
  --help     show this help, or that of a command
  --version  show the version

Exit status: 0 fine, 1 findings, 2 could not run.
`;
}

async function commandNamed(name: string): Promise<Command> {
  if (Object.hasOwn(COMMANDS, name)) return await COMMANDS[name]!();
  throw new InputError(`Unexpected "${name}", expected ${Object.keys(COMMANDS).join(', ')} or --help.`);
}

async function print(text: string, io: Io): Promise<ExitCode> {
  await io.out(text);
  return ExitCode.Clean;
}
