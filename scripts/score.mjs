/**
 * Measures how well questions and answers are recognised, against worksheets labelled by hand. Those lie beside the project,
 * in ../shared, and are no part of it: where they are missing there is nothing to measure.
 *
 *   node scripts/score.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const shared = path.resolve(root, '../shared');
const tool = path.join(shared, 'tools/score-recognition.mjs');
const commandLine = path.join(root, 'dist/cli.js');

if (!existsSync(tool)) {
  console.log('Recognition is not measured: there are no labelled worksheets in ../shared.');
} else if (!existsSync(commandLine)) {
  console.error('Recognition cannot be measured: dist/cli.js is not built. Run npm run build first.');
  process.exitCode = 1;
} else {
  for (const collection of ['seeds', 'corpus']) {
    console.log(`Recognition in ${collection}:`);
    const { status } = spawnSync(
      process.execPath,
      [tool, path.join(shared, collection), '--', process.execPath, commandLine, 'outline', '--format', 'json'],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    if (status !== 0) process.exitCode = 1;
  }
}
