import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Runtime, systemClock } from '../lsp/runtime.ts';
import { nodeFiles } from './files.ts';

/** Node.js: real time and real files. The bundle lies in a folder beside `knowledge`. */
export const nodeRuntime: Runtime = {
  clock: systemClock,
  files: nodeFiles,
  knowledgeFolder: `${pathToFileURL(path.join(__dirname, '..', 'knowledge')).href}/`,
};
