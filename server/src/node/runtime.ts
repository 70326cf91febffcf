import { realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Runtime, systemClock } from '../lsp/runtime.ts';
import { nodeFiles } from './files.ts';

/** The folder of the bundle that runs, also where it is run by a link to it. */
const bundleFolder = path.dirname(realpathSync(process.argv[1] ?? '.'));

/** Node.js: real time and real files. The bundle lies in a folder beside `knowledge`. */
export const nodeRuntime: Runtime = {
  clock: systemClock,
  files: nodeFiles,
  knowledgeFolder: `${pathToFileURL(path.join(bundleFolder, '..', 'knowledge')).href}/`,
};
