import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debuglog } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { installation } from './install.mjs';
import { remoteUri, startServer } from './server.mjs';
import { addDevelopmentOptions, serveExtension } from './web-extension.mjs';

/** Run with NODE_DEBUG=stand-in to read all that the page says. */
const debug = debuglog('stand-in');

/** What the workbench says of itself at its start, in the channel that also carries the extension host's console. */
const CHATTER = [
  /additional builtin extensions/,
  /^Loading development extension at /,
  /^Canceled: Canceled/,
  /^No search provider registered/,
  /package\.nls\.json. failed with status code 404/,
  // What VS Code itself looks for in a folder before the test that brings its file system along has run.
  /No file system provider found|CodeExpectedError/,
  /^Creating a socket/,
  /^Resolv(ing|ed) connection token/,
  /^\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker)/,
];

/**
 * @typedef {object} StartOptions
 * @property {string} [workspace] A folder or a `.code-workspace` file.
 * @property {string} [open] A file to open.
 * @property {string[]} [extensions] The folders of the extensions under development.
 * @property {string} [tests] A module with `run()`, for the extension host.
 * @property {boolean} [web] The extensions run in a web worker, and beside them VS Code's own for Markdown; the tests
 *   lie in the folder of the first.
 * @property {string} [userDataDir] A fresh one where none is given.
 * @property {string} [extensionsDir] An empty one where none is given.
 * @property {Record<string, unknown>} [settings]
 * @property {boolean} [restricted] The workspace is not trusted until somebody says so.
 * @property {string} [language] The language in which extensions have their texts; VS Code's own stay English.
 * @property {{ width: number, height: number }} [viewport]
 * @property {(type: string, args: unknown[]) => void} [onLog] Hears the extension host's console.
 * @property {(code: number) => void} [onExit] Hears the result of the tests.
 */

/**
 * Starts VS Code's server and opens its workbench in headless Chromium.
 *
 * @param {StartOptions} options
 * @returns {Promise<{ page: import('playwright-core').Page, ready: () => Promise<void>, close: () => Promise<void> }>}
 *   `ready` waits for the editors and the layout to stand.
 */
export async function startVSCode({ extensions = [], web = false, onExit = () => {}, ...options }) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'vscode-'));
  const cleanups = [() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })];
  let closing = false;
  const close = async () => {
    closing = true;
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const starting = await Promise.allSettled([
      startServer({
        userDataDir: path.resolve(options.userDataDir ?? path.join(scratch, 'user-data')),
        extensionsDir: path.resolve(options.extensionsDir ?? path.join(scratch, 'extensions')),
        settings: options.settings,
        restricted: options.restricted,
        testing: true,
      }).then((started) => {
        cleanups.push(started.stop);
        return started;
      }),
      launchChromium().then((launched) => {
        cleanups.push(() => launched.close());
        return launched;
      }),
    ]);
    const [server, browser] = starting.map(({ value, reason }) => {
      if (reason) throw reason;
      return value;
    });
    server.ended.then((code) => {
      if (closing) return;
      console.error(`VS Code's server has ended with ${code}.`);
      onExit(1);
    });
    // Injecting a script into the page is against the workbench's content security policy.
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1200, height: 800 },
      bypassCSP: web,
    });
    const page = await context.newPage();
    await listenTo(page, options.onLog, onExit);

    if (options.language) await page.addInitScript(setLanguage, options.language);

    const payload = [['enableProposedApi', '']];
    if (options.open) payload.push(['openFile', remoteUri(server.authority, options.open)]);
    if (web) {
      const served = await Promise.all([...extensions, installation.markdown].map(serveExtension));
      cleanups.push(...served.map(({ close }) => close));
      const [first] = served;
      await page.addInitScript(addDevelopmentOptions, {
        extensions: served.map(({ root }) => root),
        ...(options.tests && { extensionTestsPath: first.uri(options.tests) }),
      });
    } else {
      for (const folder of extensions) payload.push(['extensionDevelopmentPath', remoteUri(server.authority, folder)]);
      if (options.tests) payload.push(['extensionTestsPath', remoteUri(server.authority, options.tests)]);
    }
    await page.goto(server.url({ workspace: options.workspace, payload }));

    const ready = async () => {
      await page.waitForFunction(() => globalThis.driver, null, { timeout: 60_000 });
      await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    };
    return { page, ready, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page, before the workbench reads what its script for a language would have set. */
function setLanguage(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

async function listenTo(page, onLog, onExit) {
  page.on('console', (message) => debug('%s: %s', message.type(), message.text()));
  page.on('pageerror', (error) => debug('page error: %s', error.stack ?? error));
  page.on('requestfailed', (request) => debug('%s: %s', request.failure()?.errorText, request.url()));
  page.on('crash', () => {
    console.error('The page that shows VS Code has crashed.');
    onExit(1);
  });
  await page.exposeFunction('codeAutomationExit', onExit);
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (!CHATTER.some((pattern) => pattern.test(args.join(' ')))) onLog?.(type, args);
  });
}
