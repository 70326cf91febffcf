import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const test = path.resolve(import.meta.dirname, '..');

/** The folders whose files make the workspace, and where in it they go. */
const parts = [
  { from: 'editor/fixtures', to: '.' },
  { from: 'fixtures/layouts', to: 'layouts' },
  { from: '../examples', to: 'examples' },
];

/** A second folder, with a worksheet of its own. */
const SECOND = '# More\n\n1. What is a port?\n   - A number.\n2. What is a Web Socket?\n   -\n';

/**
 * Puts the workspace of the tests together: the folder `workspace` with most of the files, and the folder `second`.
 *
 * @param {string} place The folder in which all of it is made.
 * @param {{ uri: string, name: string }[]} more Further folders.
 * @returns {string} the `.code-workspace` file
 */
export function copyWorkspace(place, more = []) {
  for (const { from, to } of parts)
    cpSync(path.join(test, from), path.join(place, 'workspace', to), { recursive: true });
  mkdirSync(path.join(place, 'second'));
  writeFileSync(path.join(place, 'second', 'more.md'), SECOND);
  const file = path.join(place, 'tests.code-workspace');
  const folders = [{ path: 'workspace' }, { path: 'second' }, ...more];
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}
