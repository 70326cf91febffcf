/**
 * Measures what is built in `dist/`, and the service bundled as it is there; see test/bench/bench.ts.
 *
 *   node scripts/bench.mjs [--quick] [--write]
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const outfile = path.join(root, 'node_modules/.cache/bench/bench.mjs');
spawnSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: 'inherit' });
// Run from sources, functions are slower than users have them.
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/bench.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
if (process.argv.includes('--write')) {
  spawnSync(process.execPath, ['scripts/report-performance.mjs'], { cwd: root, stdio: 'inherit' });
}
process.exitCode = status ?? 1;
