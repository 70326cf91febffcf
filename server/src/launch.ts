/** `worksheets`: loads the command line. In a worker thread, once more. */
import path from 'node:path';
import { loadBundle } from './node/load-bundle.ts';

loadBundle(path.join(__dirname, 'commands.js'));
