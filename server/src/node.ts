/** The language server in Node.js: VS Code on the desktop starts it with `--node-ipc`, other editors with `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemClock } from './lsp/runtime.ts';
import { startServer } from './lsp/server.ts';
import { nodeFiles } from './node/files.ts';

startServer(createConnection(ProposedFeatures.all), { clock: systemClock, files: nodeFiles });
