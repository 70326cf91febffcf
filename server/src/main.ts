/** The language server, wherever it runs: one bundle, of which a place loads what is its own. */
import { startServer } from './lsp/server.ts';

const place = 'importScripts' in globalThis ? import('./browser.ts') : import('./node.ts');
void place.then(({ connect, runtime }) => startServer(connect(), runtime));
