/**
 * Builds, checks and tests the project, and ends with the line `N passed, N failed`.
 *
 *   node scripts/test.mjs [STAGE ...]
 *
 * Without STAGE all stages run, in the order of the list below; else those named, and the build where they need it.
 * A stage that fails is no reason not to run the next ones, except those that need the build. Passed, failed and skipped are
 * the sums of what Mocha says; a stage that fails without a failed test counts as one, so that the last line never reads
 * better than the run was.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs, stripVTControlCharacters } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[][]} commands What Node runs, one after the other; nothing where there is nothing to do yet.
 * @property {boolean} [needsBuild]
 */

/** A test that hangs is ended after so many milliseconds; how fast something is, is for the benchmarks. */
const PATIENCE = 30_000;

const MOCHA = [
  '--import',
  'tsx',
  'node_modules/mocha/bin/mocha.js',
  `--timeout=${PATIENCE}`,
  ...(process.env.CI ? ['--forbid-only'] : []),
];

/** What the stages print passes through here: without colours, which would otherwise depend on the stage. */
const env = { ...process.env, NO_COLOR: '1' };

/** @type {Stage[]} */
const stages = [
  { name: 'build', commands: [['scripts/build.mjs']] },
  {
    name: 'typecheck',
    commands: ['tsconfig.json', ...files('server', /^tsconfig.*\.json$/)].map((project) => [
      'node_modules/typescript/bin/tsc',
      '-p',
      project,
    ]),
  },
  { name: 'lint', commands: [['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']] },
  { name: 'unit', commands: mocha('test/unit') },
  { name: 'protocol', commands: mocha('test/protocol'), needsBuild: true },
  { name: 'fuzz', commands: mocha('test/fuzz') },
  { name: 'grammar', commands: mocha('test/grammar') },
  { name: 'editor', commands: [['test/editor/run.mjs']], needsBuild: true },
  {
    name: 'web',
    commands: [
      ['test/editor/run.mjs', '--web'],
      [
        'test/editor/ui.mjs',
        '--web',
        '--grep',
        'Worksheets view|language status|lenses|keys|colours|walkthrough|great many|Markdown preview|not trusted',
      ],
    ],
    needsBuild: true,
  },
  { name: 'packaged', commands: [['test/editor/run.mjs', '--packaged', '--grep', 'term']], needsBuild: true },
  { name: 'ui', commands: [['test/editor/ui.mjs']], needsBuild: true },
];

/** Files below a folder whose name, without its folder, matches. */
function files(folder, pattern) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => pattern.test(path.basename(file)) && !file.includes('node_modules'))
    .map((file) => path.join(folder, file));
}

function mocha(folder) {
  const tests = existsSync(path.join(root, folder)) ? files(folder, /\.test\.ts$/) : [];
  return tests.length > 0 ? [[...MOCHA, `${folder}/**/*.test.ts`]] : [];
}

/**
 * Runs Node, shows what it prints, and counts the tests in it.
 *
 * @param {string[]} args
 */
async function run(args) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    output += data;
    process.stdout.write(data);
  });
  const [code] = await once(child, 'close');
  const text = stripVTControlCharacters(output);
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(text)?.[1] ?? 0);
  const failed = count('failing');
  return {
    passed: count('passing'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('pending'),
  };
}

/** @param {string[]} names */
function choose(names) {
  for (const name of names) {
    if (stages.some((stage) => stage.name === name)) continue;
    throw new Error(`There is no stage "${name}". The stages are ${stages.map((stage) => stage.name).join(', ')}.`);
  }
  if (names.length === 0) return stages;
  const chosen = stages.filter(({ name }) => names.includes(name));
  const [build] = stages;
  return chosen.includes(build) || !chosen.some(({ needsBuild }) => needsBuild) ? chosen : [build, ...chosen];
}

function add(total, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
}

async function main(names) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];
  let built = true;
  for (const { name, commands, needsBuild } of choose(names)) {
    console.log(`\n== ${name} ==`);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    let outcome;
    if (commands.length === 0) {
      outcome = 'nothing to run';
    } else if (needsBuild && !built) {
      outcome = 'not run, as the build failed';
    } else {
      const started = performance.now();
      for (const command of commands) add(counts, await run(command));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      outcome = `${counts.failed > 0 ? 'FAILED' : 'passed'} in ${seconds} s`;
    }
    if (name === 'build') built = counts.failed === 0;
    add(total, counts);
    console.log(`${name}: ${outcome}`);
    summary.push(`${name.padEnd(10)} ${outcome}`);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await main(parseArgs({ allowPositionals: true }).positionals).catch((error) => {
  console.error(error.message);
  return 1;
});
