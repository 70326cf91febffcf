import path from 'node:path';
import { loadBundle } from '../node/load-bundle.ts';
import { type Command, ExitCode } from './command.ts';

const OPTIONS = {
  stdio: { help: 'Speak over standard input and output, as without any option' },
  socket: { value: 'PORT', help: 'Speak over a socket, on which the editor listens' },
  pipe: { value: 'NAME', help: 'Speak over a pipe that the editor has made' },
} as const;

/** `worksheets lsp`: the language server. Its end ends the process. */
export const lsp: Command<typeof OPTIONS> = {
  name: 'lsp',
  operands: '',
  summary: 'Runs the language server, for an editor.',
  about: [],
  options: OPTIONS,
  examples: [{ command: 'worksheets lsp --stdio', help: 'What to tell an editor to run' }],
  async run() {
    loadBundle(path.join(__dirname, 'server.js'));
    return ExitCode.Clean;
  },
};
