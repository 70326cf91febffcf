import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installation } from './install.mjs';

const START_TIMEOUT_MS = 60_000;

/** A quiet workbench: no updates, no telemetry, no tips, nothing that asks the network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServerOptions
 * @property {string} userDataDir Holds the settings, the state and the log `server.log`; a fresh one for each run.
 * @property {string} extensionsDir Holds the installed extensions.
 * @property {number} [port] On the loopback interface; a free one where none is given.
 * @property {Record<string, unknown>} [settings] User settings, on top of those already in `userDataDir`.
 * @property {boolean} [testing] Lets the page load extensions under development and be driven, and ends the server once
 *   its pages are gone.
 * @property {boolean} [restricted] The workspace is not trusted until somebody says so. Otherwise all are.
 * @property {NodeJS.ProcessEnv} [env] More environment variables for the server and its extension host.
 */

/**
 * Starts VS Code's server.
 *
 * @param {ServerOptions} options
 * @returns {Promise<{
 *   authority: string,
 *   url: (page: { workspace?: string, payload?: string[][] }) => string,
 *   stop: () => void,
 *   ended: Promise<number | null>,
 * }>} `url` is the workbench's address with the token, `ended` the exit code.
 * @throws {Error} where the server does not come up; the message holds the end of what it said.
 */
export async function startServer({
  userDataDir,
  extensionsDir,
  port = 0,
  settings,
  testing = false,
  restricted = false,
  env,
}) {
  mkdirSync(extensionsDir, { recursive: true });
  writeSettings(userDataDir, settings);
  const token = randomUUID();
  const child = spawn(
    installation.node,
    [
      path.join(installation.vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', path.join(userDataDir, 'server'), '--user-data-dir', userDataDir],
      ...['--extensions-dir', extensionsDir, '--telemetry-level', 'off'],
      ...['--accept-server-license-terms', '--disable-experiments'],
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...(testing ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : []),
    ],
    {
      // A process group of its own: stopping it stops the extension host and the language server, too.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, EXTENSIONS_GALLERY: '{}', VSCODE_CLI: '1', XDG_RUNTIME_DIR: userDataDir, ...env },
    },
  );
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', stop);
  const ended = new Promise((resolve) => child.once('exit', resolve)).finally(() => process.off('exit', stop));
  try {
    const authority = `127.0.0.1:${await listeningPort(child, path.join(userDataDir, 'server.log'))}`;
    return { authority, url: (page) => workbenchUrl(authority, token, page), stop, ended };
  } catch (error) {
    stop();
    throw error;
  }
}

function writeSettings(userDataDir, settings) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const present = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...SETTINGS, ...present, ...settings }, null, 2));
}

/** The port that the server says it listens on, which is the one asked for unless that was 0. */
function listeningPort(child, logFile) {
  const log = createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Error(`VS Code's server ${why}. Its log is ${logFile}\n${said}`));
    const timer = setTimeout(() => fail(`is not listening after ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const listen = (data) => {
      log.write(data);
      said = (said + data).slice(-4000);
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(`cannot be started: ${error.message}`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/**
 * The address of the workbench, with its token.
 *
 * @param {string} authority
 * @param {string} token
 * @param {{ workspace?: string, payload?: string[][] }} page A folder or a `.code-workspace` file, and what the
 *   workbench is told at its start.
 */
function workbenchUrl(authority, token, { workspace, payload = [] }) {
  const query = new URLSearchParams();
  if (workspace === undefined) query.set('ew', 'true');
  else query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(workspace));
  query.set('tkn', token);
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return `http://${authority}/?${query}`;
}

/** A file's URI as the workbench knows it. */
export function remoteUri(authority, file) {
  return `vscode-remote://${authority}${path.resolve(file).split('/').map(encodeURIComponent).join('/')}`;
}
