/** `worksheets`: loads the command line, or the language server, which needs nothing of the rest. In a worker thread, once more. */
import path from 'node:path';
import { loadBundle } from './node/load-bundle.ts';

const [command, ...options] = process.argv.slice(2);
const isServer = command === 'lsp' && !options.some((option) => option === '--help' || option === '-h');
loadBundle(path.join(__dirname, isServer ? 'server.js' : 'commands.js'));
