/**
 * Bundles the extension, the language server and the command line.
 *
 *   node scripts/build.mjs [--production] [--watch]
 *
 * `--production` minifies and leaves the source maps out; `--watch` builds again after every change.
 */
import { chmodSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { knowledgePlugin } from './generate-knowledge.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Its modules for browsers, of which only what is used gets into a bundle.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
};

/** @type {import('esbuild').BuildOptions} */
const web = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

/** The built-in knowledge is compiled as part of each build. */
const knowledge = (platform) => ({ plugins: [knowledgePlugin(platform, path.join(root, 'dist'))] });

/** What is built: the entry, the file it becomes, and what sets it apart from the others. */
const bundles = [
  { entry: 'client/src/node.ts', outfile: 'dist/client.js', options: { ...node, external: ['vscode'] } },
  {
    entry: 'client/src/browser.ts',
    outfile: 'dist/web/client.js',
    options: { ...web, format: 'cjs', external: ['vscode'] },
  },
  { entry: 'server/src/node.ts', outfile: 'dist/server.js', options: { ...knowledge('node'), ...node } },
  {
    entry: 'server/src/browser.ts',
    outfile: 'dist/web/server.js',
    // A worker has no `document`, which what some packages export for the browser takes for granted.
    options: { ...knowledge('web'), ...web, format: 'iife', conditions: ['worker', 'browser'] },
  },
  {
    entry: 'server/src/cli.ts',
    outfile: 'dist/cli.js',
    options: { ...knowledge('node'), ...node, banner: { js: '#!/usr/bin/env node' } },
    executable: true,
  },
];

/**
 * @param {(typeof bundles)[number]} bundle
 * @param {boolean} production
 */
function prepare({ entry, outfile, options, executable }, production) {
  const report = {
    name: 'report',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return;
        const file = path.join(root, outfile);
        if (executable) chmodSync(file, 0o755);
        console.log(`${outfile}  ${(statSync(file).size / 1024).toFixed(0)} KB`);
      });
    },
  };
  return context({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [...(options.plugins ?? []), report],
  });
}

const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });

// What is packaged holds nothing of an earlier build, such as its source maps.
if (values.production) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const contexts = await Promise.all(bundles.map((bundle) => prepare(bundle, values.production ?? false)));
if (values.watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching for changes; Ctrl+C ends.');
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
