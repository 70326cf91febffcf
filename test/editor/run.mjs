/**
 * Runs the suite in a real VS Code, in a fresh copy of the workspace.
 *
 *   node test/editor/run.mjs [--web] [--packaged] [--grep TEXT]
 *
 * `--web` runs the extension and the tests in the web worker extension host instead of the Node one. `--packaged` runs no more of
 * the extension than the files that a package holds.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { locateVSCode } from '../support/vscode/locate.mjs';
import { copyPackaged } from './packaged.mjs';
import { copyWorkspace } from './workspace.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/**
 * Bundles Mocha's host and, after it, every test; those named `*.node.test.ts` for the Node host alone.
 *
 * @param {'node' | 'web'} host
 * @param {string} grep
 * @returns {Promise<string>} the bundle
 */
async function bundleSuite(host, grep) {
  const outfile = path.join(root, 'out', 'editor', `${host}.js`);
  const tests = readdirSync(path.join(here, 'suite'), { recursive: true }).filter(
    (file) => file.endsWith('.test.ts') && (host === 'node' || !file.endsWith('.node.test.ts')),
  );
  const lines = [
    `export { run } from './hosts/${host}.ts';`,
    ...tests.sort().map((file) => `import './suite/${file.replaceAll(path.sep, '/')}';`),
  ];
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: here, sourcefile: 'suite.ts', loader: 'ts' },
    outfile,
    bundle: true,
    sourcemap: 'inline',
    logLevel: 'warning',
    define: { GREP: JSON.stringify(grep) },
    ...(host === 'node'
      ? { platform: 'node', target: 'node20', format: 'cjs', external: ['vscode', 'mocha'] }
      : {
          platform: 'browser',
          // There is no DOM.
          conditions: ['worker'],
          target: 'es2022',
          external: ['vscode'],
          alias: { 'node:assert/strict': path.join(here, 'hosts', 'web-assert.ts') },
          // mocha.js sets module.exports where it finds one. In a function of its own the bundle has the last word.
          format: 'iife',
          globalName: 'suite',
          footer: { js: 'module.exports = suite;' },
        }),
  });
  return outfile;
}

const { values } = parseArgs({
  options: { web: { type: 'boolean' }, packaged: { type: 'boolean' }, grep: { type: 'string', default: '' } },
});
const scratch = mkdtempSync(path.join(tmpdir(), 'editor-tests-'));
try {
  const { executable, name } = await locateVSCode();
  console.log(`${values.web ? 'Web worker' : 'Node'} extension host of ${name}`);
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: values.packaged ? await copyPackaged(path.join(scratch, 'extension')) : root,
    extensionTestsPath: await bundleSuite(values.web ? 'web' : 'node', values.grep),
    launchArgs: [
      // A test brings a file system for the last one along.
      copyWorkspace(scratch, [{ uri: 'memory:/class', name: 'memory' }]),
      `--user-data-dir=${path.join(scratch, 'user-data')}`,
      `--extensions-dir=${path.join(scratch, 'extensions')}`,
      ...(values.web ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
