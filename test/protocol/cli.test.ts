import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

describe('the command line as a process', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
    const answer = 'It depends on the weather, on the day of the week and on much else. '.repeat(120);
    for (let index = 0; index < 100; index++) {
      const questions = ['a river', 'a lake', 'a sea'].map(
        (it, number) => `${number + 1}. What is ${it}?\n\n   - ${answer}\n`,
      );
      const open = index % 2 === 0 ? '4. What is a pond?\n\n   -\n' : '';
      writeFileSync(path.join(folder, `class-${String(index).padStart(2, '0')}.md`), questions.join('\n') + open);
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  it('is a program of its own', async function () {
    if (process.platform === 'win32') this.skip();
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
    if (process.platform === 'win32') this.skip();
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
  }).timeout(30_000);

  it('is not upset by a reader that has seen enough', async function () {
    if (process.platform === 'win32') this.skip();
    const command = `"${process.execPath}" "${cli}" check --format json . | head -n 1`;
    const { stdout, stderr } = await run(folder, 'sh', ['-c', command]);
    assert.equal(stdout, '[\n');
    assert.equal(stderr, '');
  }).timeout(30_000);

  it('says in a line that its output cannot be written', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const { exitCode, stderr } = await run(folder, 'sh', ['-c', `"${process.execPath}" "${cli}" --help > /dev/full`]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /^worksheets: The output cannot be written \(ENOSPC\)\.\n$/);
  });
});
