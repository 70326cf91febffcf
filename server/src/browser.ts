/** The language server in a web worker: VS Code in the browser. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { type Runtime, systemClock } from './lsp/runtime.ts';
import { noFiles } from './workspace/file-access.ts';

// The project compiles without DOM types, so a worker's own scope is described by what is needed of it.
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

/** The connection to whoever has started the worker, which ends with it. */
export function connect(): Connection {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  connection.onExit(() => scope.close());
  return connection;
}

/** A web worker: real time, and the files that the client reads for it. */
export const runtime: Runtime = { clock: systemClock, files: (client) => client ?? noFiles, knowledgeFolder: null };
