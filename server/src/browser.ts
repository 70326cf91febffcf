/** The language server in a web worker: VS Code in the browser. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { provideBuiltInKnowledge } from './knowledge/built-in.ts';
import { systemClock } from './lsp/runtime.ts';
import { startServer } from './lsp/server.ts';
import { noFiles } from './workspace/file-access.ts';

// The project compiles without DOM types, so a worker's own scope is described by what is needed of it.
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);

connection.onExit(() => scope.close());
startServer(connection, {
  clock: systemClock,
  files: (client) => client ?? noFiles,
  knowledgeFolder: null,
  prepare: ({ builtInKnowledge }) => {
    if (builtInKnowledge) provideBuiltInKnowledge(builtInKnowledge);
  },
});
