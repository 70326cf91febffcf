import { cpSync } from 'node:fs';
import path from 'node:path';

const test = path.resolve(import.meta.dirname, '..');

/** The folders whose files make the workspace, and where in it they go. */
const parts = [
  { from: 'editor/fixtures', to: '.' },
  { from: 'fixtures/layouts', to: 'layouts' },
  { from: '../examples', to: 'examples' },
];

/**
 * Puts the workspace of the tests together.
 *
 * @param {string} folder It is made if there is none.
 */
export function copyWorkspace(folder) {
  for (const { from, to } of parts) cpSync(path.join(test, from), path.join(folder, to), { recursive: true });
}
