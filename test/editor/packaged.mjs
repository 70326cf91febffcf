import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The files of the package alone, as they are built now, in a folder of their own.
 *
 * @returns {Promise<string>} the folder
 */
export async function copyPackaged(folder) {
  for (const file of await listFiles({ cwd: root, packageManager: 0 }))
    cpSync(path.join(root, file), path.join(folder, file));
  return folder;
}

/**
 * Packs the extension as it is built now, without building it first.
 *
 * @param {string} folder A new one, for its files.
 * @returns {Promise<string>} the .vsix file
 */
export async function pack(folder) {
  const manifest = path.join(await copyPackaged(folder), 'package.json');
  const { scripts, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify(rest));
  const packagePath = `${folder}.vsix`;
  // As in scripts/package.mjs.
  const options = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
  await createVSIX({ ...options, cwd: folder, packagePath });
  return packagePath;
}
