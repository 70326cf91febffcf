import { version } from '../../../package.json';
import { type Command, ExitCode, InputError, type Io } from './command.ts';

/** Loaded when asked for: the language server, say, starts without waiting for the rest. */
const COMMANDS: Record<string, { readonly summary: string; load(): Promise<Command> }> = {
  outline: { summary: 'list the questions of worksheets', load: async () => (await import('./outline.ts')).outline },
  check: { summary: 'check worksheets, glossaries and keys', load: async () => (await import('./check.ts')).check },
  define: { summary: 'look up terms', load: async () => (await import('./define.ts')).define },
  lsp: { summary: 'run the language server', load: async () => (await import('./lsp.ts')).lsp },
};

const HELP = `Usage: worksheets COMMAND [OPTION]... [ARGUMENT]...

Question-and-answer worksheets in Markdown.

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}\n`)
  .join('')}
Options:
  --help     show this help, or that of a command
  --version  show the version

Exit status: 0 fine, 1 findings, 2 could not run.
`;

/**
 * Runs the command line.
 *
 * @param args without the names of interpreter and script
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      io.err(HELP);
      return ExitCode.CouldNotRun;
    }
    if (name === '--help' || name === '-h' || name === 'help') return await help(rest[0], io);
    if (name === '--version' || name === '-v') return print(`${version}\n`, io);
    const command = await commandNamed(name);
    const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
    if (options.includes('--help') || options.includes('-h')) return print(command.help, io);
    return await command.run(rest, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.err(`worksheets: ${error instanceof InputError ? message : `Something unexpected went wrong: ${message}`}\n`);
    return ExitCode.CouldNotRun;
  }
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  return print(name === undefined ? HELP : (await commandNamed(name)).help, io);
}

async function commandNamed(name: string): Promise<Command> {
  if (Object.hasOwn(COMMANDS, name)) return await COMMANDS[name]!.load();
  throw new InputError(`Unexpected "${name}", expected ${Object.keys(COMMANDS).join(', ')} or --help.`);
}

function print(text: string, io: Io): ExitCode {
  io.out(text);
  return ExitCode.Clean;
}
