/**
 * Builds the extension and shows it at work on the examples: in the desktop VS Code where there is one, else in the
 * browser.
 *
 *   node scripts/launch.mjs [--port N] [--screenshot FILE]
 *
 * `--port` is for the browser; without it a free one is taken. `--screenshot` saves a picture of the first example in the
 * browser's VS Code and ends.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { install, supported } from '../test/support/vscode/install.mjs';
import { findDesktop, missing, standInName } from '../test/support/vscode/locate.mjs';

const root = path.resolve(import.meta.dirname, '..');
const examples = path.join(root, 'examples');

function firstExample() {
  const [first] = readdirSync(examples)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort();
  if (!first) throw new Error('There is no worksheet in examples/ to open.');
  return path.join(examples, first);
}

function openDesktop(executable) {
  console.log(`Opening the examples in ${executable}`);
  const args = [`--extensionDevelopmentPath=${root}`, examples, firstExample()];
  spawn(executable, args, { detached: true, stdio: 'ignore' }).unref();
}

/**
 * @param {number} port
 * @param {string | undefined} screenshot
 */
async function openBrowser(port, screenshot) {
  await install();
  const { startServer, remoteUri } = await import('../test/support/vscode/server.mjs');
  const scratch = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
  const extensionsDir = path.join(scratch, 'extensions');
  installExtension(extensionsDir);
  try {
    const server = await startServer({ userDataDir: path.join(scratch, 'user-data'), extensionsDir, port });
    const openFile = ['openFile', remoteUri(server.authority, firstExample())];
    const url = server.url({ workspace: examples, payload: [openFile] });
    try {
      await (screenshot ? takeScreenshot(url, screenshot) : serve(url, server));
    } finally {
      server.stop();
      await server.ended;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Puts the extension where VS Code looks for installed ones. */
function installExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(root, path.join(extensionsDir, `${publisher}.${name}-${version}`), 'dir');
}

async function serve(url, { authority, ended }) {
  const { port } = new URL(`http://${authority}`);
  console.log(`The examples are open in ${standInName()}:

  ${url}

From another machine: ssh -L ${port}:${authority} THIS-MACHINE, then the same address. Ctrl+C ends it.`);
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    spawn('xdg-open', [url], { detached: true, stdio: 'ignore' }).on('error', () => {});
  }
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  const code = await Promise.race([interrupted.then(() => 0), ended]);
  if (code !== 0) throw new Error(`VS Code's server has ended with ${code}.`);
}

/** Opens the address as anyone's browser would. */
async function takeScreenshot(url, file) {
  const { launchChromium } = await import('../test/support/vscode/chromium.mjs');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(url);
    // The first thing that the extension says about the example is a line under its text.
    await page.locator('.editor-instance [class*="squiggly-"]').first().waitFor({ timeout: 60_000 });
    await page.screenshot({ path: file });
    console.log(`Saved ${file}`);
  } finally {
    await browser.close();
  }
}

function build() {
  const child = spawn(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build failed.'))));
  });
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, screenshot: { type: 'string' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${values.port} is no port: it takes a number.`);
  const desktop = values.screenshot ? undefined : findDesktop();
  if (!desktop && !supported) throw new Error(missing('show the examples in'));
  await build();
  if (desktop) openDesktop(desktop);
  else await openBrowser(port, values.screenshot);
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
