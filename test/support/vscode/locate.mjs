/** Finds the VS Code to use: the desktop one where there is one, else the stand-in of this folder. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { install, installation, supported } from './install.mjs';

const UPDATE_SERVICE = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_TIMEOUT_MS = 3000;

/** Where installers put VS Code, and where its executable is as seen from the `code` command on the PATH. */
const PLACES = {
  linux: {
    command: 'code',
    fromCommand: ['../code'],
    installed: ['/usr/share/code/code', '/snap/code/current/usr/share/code/code'],
  },
  darwin: {
    command: 'code',
    fromCommand: ['../../../MacOS/Code', '../../../MacOS/Electron'],
    installed: ['Code', 'Electron'].map((name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`),
  },
  win32: {
    command: 'code.cmd',
    fromCommand: ['../Code.exe'],
    installed: [
      `${process.env.LOCALAPPDATA}/Programs/Microsoft VS Code/Code.exe`,
      `${process.env.ProgramFiles}/Microsoft VS Code/Code.exe`,
    ],
  },
};

/**
 * The executable of the desktop VS Code: what the environment variable VSCODE_EXECUTABLE names, or the installed one.
 *
 * @returns {string | undefined} `undefined` where there is none, or no display to show it on.
 * @throws {Error} where VSCODE_EXECUTABLE names no file.
 */
export function findDesktop() {
  const { VSCODE_EXECUTABLE: chosen } = process.env;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`VSCODE_EXECUTABLE is set to ${chosen}, which does not exist.`);
    return chosen;
  }
  const places = PLACES[process.platform];
  if (!places || !hasDisplay()) return undefined;
  const candidates = [...places.installed];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const command = path.join(folder, places.command);
    if (!existsSync(command)) continue;
    const target = path.dirname(realpathSync(command));
    candidates.unshift(...places.fromCommand.map((relative) => path.join(target, relative)));
  }
  return candidates.find((file) => existsSync(file));
}

/**
 * The VS Code that runs the tests: the installed desktop one, one that is downloaded, or the stand-in, which is
 * installed where needed.
 *
 * @returns {Promise<{ executable: string, name: string }>} `name` says in a few words which one it is.
 * @throws {Error} where there is none; the message says what to do.
 */
export async function locateVSCode() {
  const desktop = findDesktop();
  if (desktop) return { executable: desktop, name: `desktop VS Code (${desktop})` };
  if (hasDisplay() && (await canDownload())) {
    const executable = await downloadAndUnzipVSCode();
    return { executable, name: `desktop VS Code, downloaded (${executable})` };
  }
  if (!supported) throw new Error(missing('run the editor tests'));
  await install();
  return { executable: path.join(import.meta.dirname, 'code.mjs'), name: standInName() };
}

/** What the stand-in is, for people. */
export function standInName() {
  const { version } = JSON.parse(readFileSync(path.join(installation.vscode, 'product.json'), 'utf8'));
  return `VS Code ${version}, as a server with its web workbench`;
}

/** What to say where neither a desktop VS Code nor the stand-in can do what was asked. */
export function missing(task) {
  const display = hasDisplay() ? '' : ' with a display (xvfb-run gives one)';
  return (
    `There is no VS Code to ${task}. Install it${display} from https://code.visualstudio.com, ` +
    `or set VSCODE_EXECUTABLE to its executable. Only Linux on x64 can do without.`
  );
}

/** Desktop VS Code on Linux ends at once where it has no display. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function canDownload() {
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  return fetch(UPDATE_SERVICE, { method: 'HEAD', signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
