/** The language server in Node.js: VS Code on the desktop starts it with `--node-ipc`, other editors with `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { nodeRuntime } from './node/runtime.ts';

startServer(createConnection(ProposedFeatures.all), nodeRuntime);
