/** The language server in Node.js: VS Code on the desktop starts it with `--node-ipc`, other editors with `--stdio`. */
import { setFlagsFromString } from 'node:v8';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';

export { nodeRuntime as runtime } from './node/runtime.ts';

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)\b/;

// Left alone, the heap grows fourfold before it is looked through: reading a thousand files would leave the room for them behind.
setFlagsFromString('--heap-growing-percent=60');

/** The connection that the process's arguments name; over standard input and output where they name none. */
export function connect(): Connection {
  return process.argv.some((arg) => TRANSPORT.test(arg))
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
}
