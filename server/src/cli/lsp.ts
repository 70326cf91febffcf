import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

import { startServer } from '../lsp/server.ts';
import { nodeRuntime } from '../node/runtime.ts';
import { type Command, ExitCode } from './command.ts';

const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)\b/;

/** `worksheets lsp`: the language server. Its end ends the process. */
export const lsp: Command = {
  help: `Usage: worksheets lsp [--stdio | --socket=PORT | --pipe=NAME]

Runs the language server for an editor; over standard input and output if nothing else is said.
`,
  async run(args) {
    // The connection reads the transport from the process's own arguments.
    const chosen = args.some((arg) => TRANSPORTS.test(arg));
    const connection = chosen
      ? createConnection(ProposedFeatures.all)
      : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    startServer(connection, nodeRuntime);
    return ExitCode.Clean;
  },
};
