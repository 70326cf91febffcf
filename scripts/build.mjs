/**
 * Bundles the extension, the language server and the command line.
 *
 *   node scripts/build.mjs [--production] [--watch]
 *
 * `--production` minifies, leaves the source maps out, and fails where a bundle has grown beyond its maximum; `--watch` builds again
 * after every change.
 */
import { chmodSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { keepCompiled } from './compile.mjs';
import { knowledgePlugin } from './generate-knowledge.mjs';
import { writeNotices } from './notices.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Files of modules that have one for Node.js and one for browsers: those that run in both. */
const neutral = {
  name: 'neutral',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^#min/ }, ({ path: name, resolveDir }) => ({
      path: path.join(resolveDir, `${name.slice(1)}.browser.js`),
    }));
  },
};

/**
 * Modules of hundreds of names that are no ECMAScript modules. Each file that imports one gets a copy of it with all of the names,
 * made when it is loaded, which takes longer than most of what is loaded besides: all files have one copy here.
 */
const once = {
  name: 'once',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^vscode(?:-languageserver|-languageclient)?$/ }, ({ path: name, kind, namespace }) =>
      kind === 'import-statement' && namespace === 'file' ? { path: name, namespace: 'once' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'once' }, ({ path: name }) => ({
      contents: `export * from '${name}';`,
      resolveDir: root,
    }));
  },
};

const knowledge = knowledgePlugin(path.join(root, 'dist'));

/**
 * What is built: the entry, the file it becomes, how many KB that may have when it is packaged, and what sets it apart from the
 * others. Who raises a maximum says in the commit what the room is for.
 */
const bundles = [
  { entry: 'client/src/main.ts', outfile: 'dist/client.js', most: 480, plugins: [], options: { external: ['vscode'] } },
  { entry: 'server/src/main.ts', outfile: 'dist/server.js', most: 800, plugins: [knowledge], options: {} },
  { entry: 'server/src/cli.ts', outfile: 'dist/commands.js', most: 640, plugins: [knowledge], options: {} },
  {
    entry: 'server/src/launch.ts',
    outfile: 'dist/cli.js',
    most: 2,
    plugins: [],
    options: { banner: { js: '#!/usr/bin/env node' } },
    executable: true,
  },
];

/**
 * @param {(typeof bundles)[number]} bundle
 * @param {boolean} production
 */
function prepare({ entry, outfile, most, plugins, options, executable }, production) {
  const report = {
    name: 'report',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return;
        const file = path.join(root, outfile);
        if (executable) chmodSync(file, 0o755);
        const size = statSync(file).size / 1024;
        console.log(`${outfile}  ${size.toFixed(0)} KB`);
        if (production && size > most) throw new Error(`${outfile} may have ${most} KB at most.`);
      });
    },
  };
  return context({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    // Whatever is for Node.js alone, or for browsers alone, is loaded only there.
    platform: 'node',
    target: ['node20', 'es2022'],
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['node', 'browser', 'worker', 'module'],
    supported: { 'dynamic-import': false },
    define: { global: 'globalThis' },
    // Their modules for browsers, which run in Node.js as well, and of which only what is used gets into a bundle.
    alias: {
      yaml: path.join(root, 'node_modules/yaml/browser/index.js'),
      // The protocol's library brings a patch version of its own along, next to the one that is asked for: one is enough.
      'vscode-languageserver-types': path.join(root, 'node_modules/vscode-languageserver-types/lib/esm/main.js'),
      '@vscode/l10n': path.join(root, 'node_modules/@vscode/l10n/dist/browser.js'),
    },
    minify: production,
    sourcemap: !production,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [once, neutral, ...plugins, report],
  });
}

const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });

// Nothing of an earlier build is left, such as its source maps, or what was compiled from it.
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const contexts = await Promise.all(bundles.map((bundle) => prepare(bundle, values.production ?? false)));
if (values.watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching for changes; Ctrl+C ends.');
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  else {
    writeNotices(results.map(({ value }) => value.metafile));
    await keepCompiled(path.join(root, 'dist'));
  }
}
