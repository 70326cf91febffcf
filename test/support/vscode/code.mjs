#!/usr/bin/env node
/**
 * Takes the arguments with which `runTests` of @vscode/test-electron calls VS Code, runs the tests in the stand-in and
 * ends with their exit code.
 *
 *   code.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web]
 *            [--user-data-dir=DIR] [--extensions-dir=DIR] [any other argument of VS Code, which is ignored]
 */
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startVSCode } from './start.mjs';

const TIMEOUT_MS = 300_000;
const TIMED_OUT = 124;
const INTERRUPTED = 130;

function startOptions() {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  if (!values.extensionTestsPath) throw new Error('--extensionTestsPath is missing: there is nothing to run.');
  const file = (name) => (name?.startsWith('file:') ? fileURLToPath(name) : name);
  return {
    workspace: file(positionals[0]),
    extensions: (values.extensionDevelopmentPath ?? []).map(file),
    tests: file(values.extensionTestsPath),
    web: values.extensionDevelopmentKind === 'web',
    userDataDir: values['user-data-dir'],
    extensionsDir: values['extensions-dir'],
  };
}

async function run() {
  let exit;
  const exited = new Promise((resolve) => {
    exit = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => exit(INTERRUPTED));
  const vscode = await startVSCode({
    ...startOptions(),
    onLog: (type, args) => (console[type] ?? console.log)(...args),
    onExit: exit,
  });
  const timer = setTimeout(async () => {
    const screenshot = path.join(tmpdir(), `vscode-timeout-${process.pid}.png`);
    await vscode.page.screenshot({ path: screenshot, timeout: 10_000 }).catch(() => {});
    console.error(`The tests have not ended after ${TIMEOUT_MS / 1000} s. What VS Code shows: ${screenshot}`);
    exit(TIMED_OUT);
  }, TIMEOUT_MS);
  const code = await exited;
  clearTimeout(timer);
  await vscode.close();
  return code;
}

process.exitCode = await run().catch((error) => {
  console.error(error);
  return 1;
});
// runTests() drops what it has not read yet as soon as this process ends.
await delay(100);
process.exit();
