import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { skip } from '../support/skip.ts';
import { cli } from './support.ts';

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd, maxBuffer: 1e8 }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('the command line as a process', function () {
  this.timeout(30_000);

  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
    const answers = {
      'a river': 'Water that runs to the sea. ',
      'a lake': 'Water that stands still all year. ',
      'a sea': 'Salt water as far as one can look. ',
    };
    for (let index = 0; index < 100; index++) {
      const questions = Object.entries(answers).map(
        ([it, answer], number) => `${number + 1}. What is ${it}?\n\n   - ${answer.repeat(240)}\n`,
      );
      const open = index % 2 === 0 ? '4. What is a pond?\n\n   -\n' : '';
      writeFileSync(path.join(folder, `class-${String(index).padStart(2, '0')}.md`), questions.join('\n') + open);
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  it('is a program of its own', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const { exitCode, stdout } = await run(folder, cli, ['--version']);
    assert.equal(exitCode, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('ends with the status of its command', async () => {
    const status = async (...args: string[]) => (await run(folder, process.execPath, [cli, 'check', ...args])).exitCode;
    assert.equal(await status('class-01.md'), 0);
    assert.equal(await status('class-00.md'), 1);
    assert.equal(await status('nowhere.md'), 2);
  });

  it('checks more files than a process may have open', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const many = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
    for (let index = 0; index < 1000; index++) writeFileSync(path.join(many, `${index}.md`), '# Notes\n');
    const command = 'ulimit -n 200 && exec "$0" "$1" check .';
    const { stdout } = await run(many, 'sh', ['-c', command, process.execPath, cli]);
    rmSync(many, { recursive: true });
    assert.equal(stdout, 'No findings in 0 worksheets and 1000 other files.\n');
  });

  it('checks many files in several threads, and keeps their order', async () => {
    const { exitCode, stdout, stderr } = await run(folder, process.execPath, [cli, 'check', '--format', 'json', '.']);
    assert.equal(stderr, '');
    assert.equal(exitCode, 1);
    const files = JSON.parse(stdout) as { file: string; findings: { rule: string }[] }[];
    assert.deepEqual(
      files.map(({ file }) => file),
      files.map((_, index) => `class-${String(index).padStart(2, '0')}.md`),
    );
    const open = files.filter(({ findings }) => findings.some(({ rule }) => rule === 'unanswered'));
    assert.equal(open.length, 50);
  });

  it('is not upset by a reader that has seen enough', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const command = `"${process.execPath}" "${cli}" check --format json . | head -n 1`;
    const { stdout, stderr } = await run(folder, 'sh', ['-c', command]);
    assert.equal(stdout, '[\n');
    assert.equal(stderr, '');
  });

  it('does not call clean what a reader has not seen to the end', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const command = `{ "${process.execPath}" "${cli}" check --format json . ; echo "ended with $?" >&2 ; } | true`;
    const { stderr } = await run(folder, 'sh', ['-c', command]);
    assert.equal(stderr, 'ended with 2\n');
  });

  it('stops with one message where it is interrupted, and leaves a report alone', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const report = path.join(folder, 'report.txt');
    writeFileSync(report, 'an earlier one\n');
    const child = spawn(process.execPath, [cli, 'check', '--output', report, '.'], { cwd: folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (data) => {
      stderr += data;
    });
    const watcher = watch(folder);
    // A draft beside the report: the work has begun.
    for await (const [, name] of on(watcher, 'change')) if (name !== 'report.txt') break;
    watcher.close();
    child.kill('SIGINT');
    const [exitCode] = await once(child, 'close');
    const files = readdirSync(folder).filter((name) => name.startsWith('report'));
    rmSync(report);
    assert.equal(stderr, 'worksheets: Stopped before the end.\n');
    assert.equal(exitCode, 2);
    assert.deepEqual(files, ['report.txt']);
  });

  it('says in a line that a disk takes no report', async function () {
    if (!existsSync('/dev/full')) skip(this, 'there is no /dev/full here.');
    const { exitCode, stderr } = await run(folder, process.execPath, [
      cli,
      'check',
      '--output',
      '/dev/full',
      'class-00.md',
    ]);
    assert.equal(stderr, 'worksheets: "/dev/full" cannot be written: the disk is full.\n');
    assert.equal(exitCode, 2);
    assert.ok(existsSync('/dev/full'));
  });

  it('takes its input from a pipe', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no shell, signals or pipes as these.');
    const command = `cat class-00.md | "${process.execPath}" "${cli}" check -`;
    const { stdout } = await run(folder, 'sh', ['-c', command]);
    assert.match(stdout, /^-:\d+:4 {2}information {2}Not answered yet: "What is a pond\?" {2}unanswered$/m);
  });

  it('says in a line that its output cannot be written', async function () {
    if (!existsSync('/dev/full')) skip(this, 'there is no /dev/full here.');
    const { exitCode, stderr } = await run(folder, 'sh', ['-c', `"${process.execPath}" "${cli}" --help > /dev/full`]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /^worksheets: The output cannot be written \(ENOSPC\)\.\n$/);
  });
});
