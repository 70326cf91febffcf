/**
 * Measures which lines of the server its tests run, in all processes that they start.
 *
 *   node scripts/coverage.mjs [TESTS ...]
 *
 * TESTS are files or patterns, by default all of unit, fuzz and protocol. Prints the files of which a line was not run, and the
 * share of lines that were; `out/coverage/index.html` shows them. Tests in a real VS Code do not count.
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
const { positionals } = parseArgs({ allowPositionals: true });
const tests =
  positionals.length > 0 ? positionals : ['unit', 'fuzz', 'protocol'].map((name) => `test/${name}/**/*.test.ts`);

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

const raw = mkdtempSync(path.join(tmpdir(), 'coverage-'));
try {
  await node(['scripts/build.mjs']);
  // Node.js itself counts, in the tests and all processes that come from them. That takes time.
  const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout=0', '--reporter=dot'];
  process.exitCode = await node([...mocha, ...tests], { ...process.env, NODE_V8_COVERAGE: raw });

  // Tests run the sources as well as the bundles. Where they differ, bytes and lines are what both have in common.
  const metrics = ['bytes', 'lines'];
  const report = new CoverageReport({
    name: 'Coverage of server/src',
    outputDir: path.join(root, 'out', 'coverage'),
    reports: [
      ['console-details', { skipPercent: 100, metrics }],
      ['v8', { metrics }],
    ],
    entryFilter: { '**/node_modules/**': false, '**/server/src/**': true, '**/dist/*.js': true },
    sourceFilter: { '**/node_modules/**': false, '**/server/src/**': true },
    sourcePath: (file) => file.slice(file.indexOf('server/src/')),
    all: { dir: path.join(root, 'server', 'src'), filter: { '**/*.ts': true }, transformer: withoutTypes },
    logging: 'error',
  });
  await report.addFromDir(raw);
  await report.generate();
} finally {
  rmSync(raw, { recursive: true, force: true });
}
