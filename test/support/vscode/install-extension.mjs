import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { installation } from './install.mjs';

/**
 * Installs an extension from its package, as "Install from VSIX" does.
 *
 * @param {string} file
 * @param {string} extensionsDir
 * @param {string} scratch A folder for what VS Code writes besides.
 * @throws {Error} where VS Code doesn't take it.
 */
export async function installExtension(file, extensionsDir, scratch) {
  const server = path.join(installation.vscode, 'out', 'server-main.js');
  const places = ['--extensions-dir', extensionsDir, '--user-data-dir', scratch, '--server-data-dir', scratch];
  const { stdout } = await promisify(execFile)(installation.node, [server, '--install-extension', file, ...places]);
  // Its exit code is 0 in any case.
  if (!stdout.includes('successfully installed')) throw new Error(stdout);
}
