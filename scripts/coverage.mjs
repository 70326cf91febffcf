/**
 * Measures which lines of the server its tests run, in all processes that they start.
 *
 *   node scripts/coverage.mjs [--all] [TESTS ...]
 *
 * TESTS are files or patterns, by default all of unit, fuzz and protocol; tests in a real VS Code do not count. Prints the files of
 * which a line was not run, or all of them, and the share of all lines that were.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { transform } from 'esbuild';
import { CoverageReport } from 'monocart-coverage-reports';

const root = path.resolve(import.meta.dirname, '..');
const sources = path.join(root, 'server', 'src');

/** Tests run the sources, the bundles made from them, and sources that scripts load. Each is looked at alone: their places differ. */
const executed = [/\/server\/src\/[^?]*\.ts$/, /\/dist\/[^/]*\.js$/, /\/server\/src\/[^?]*\.ts\?/];

/** Runs Node; its exit code. */
async function node(args, env = process.env) {
  const [code] = await once(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }), 'close');
  return code;
}

/** Makes of a file that no test has loaded what would have been loaded: of one that has only types, nothing. */
async function withoutTypes(entry) {
  const { code, map } = await transform(entry.source, { loader: 'ts', sourcemap: true, sourcefile: entry.url });
  entry.source = code;
  entry.sourceMap = JSON.parse(map);
}

/**
 * Which lines were run, by file and 1-based line.
 *
 * @param {string} raw the folder that Node.js has written to
 * @returns {Promise<Map<string, Map<number, boolean>>>}
 */
async function linesRun(raw) {
  const files = new Map();
  for (const [index, url] of executed.entries()) {
    const report = new CoverageReport({
      outputDir: path.join(root, 'out', 'coverage'),
      reports: ['none'],
      entryFilter: (entry) => url.test(entry.url) && !entry.url.includes('/node_modules/'),
      sourceFilter: (file) => file.includes('server/src/') && !file.includes('node_modules/'),
      sourcePath: (file) => file.slice(file.indexOf('server/src/')),
      ...(index === 0 && { all: { dir: sources, filter: { '**/*.ts': true }, transformer: withoutTypes } }),
      logging: 'error',
    });
    await report.addFromDir(raw);
    for (const { sourcePath, data } of (await report.generate())?.files ?? []) {
      const lines = files.get(sourcePath) ?? new Map();
      files.set(sourcePath, lines);
      // A line may be run in part.
      for (const [line, count] of Object.entries(data.lines)) lines.set(+line, lines.get(+line) || count !== 0);
    }
  }
  return files;
}

/** Ranges of lines, such as `3, 7-9`; a range goes on where no line between counts. */
function rangesOf(lines) {
  const ranges = [];
  let before = true;
  for (const [line, run] of [...lines].sort(([a], [b]) => a - b)) {
    if (!run && before) ranges.push([line, line]);
    else if (!run) ranges.at(-1)[1] = line;
    before = run;
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

function print(files, all) {
  const row = (name, lines, missing = '') => {
    const run = lines.filter(Boolean).length;
    const share = lines.length === 0 ? 100 : (run / lines.length) * 100;
    console.log(`${name.padEnd(40)} ${share.toFixed(1).padStart(5)} %  ${missing}`.trimEnd());
  };
  for (const [name, lines] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const missing = rangesOf(lines);
    if (all || missing !== '') row(name, [...lines.values()], missing);
  }
  row(
    `All ${files.size} files`,
    [...files.values()].flatMap((lines) => [...lines.values()]),
  );
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const stages = ['unit', 'fuzz', 'protocol'].map((name) => `test/${name}/**/*.test.ts`);
const tests = positionals.length > 0 ? positionals : stages;
const raw = mkdtempSync(path.join(tmpdir(), 'coverage-'));
try {
  if ((await node(['scripts/build.mjs'])) !== 0) throw new Error('The build has failed.');
  // Node.js itself counts, in the tests and all processes that come from them. That takes time, of which some tests have too little
  // then: whether they pass is for `npm test`. By tsx/esm each file is loaded once; else some are twice, and their counts are mixed up.
  const mocha = ['--import', 'tsx/esm', 'node_modules/mocha/bin/mocha.js', '--timeout=0', '--reporter=dot'];
  await node([...mocha, ...tests], { ...process.env, NODE_V8_COVERAGE: raw });
  print(await linesRun(raw), values.all ?? false);
} finally {
  rmSync(raw, { recursive: true, force: true });
}
