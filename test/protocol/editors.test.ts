import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { skip } from '../support/skip.ts';
import { cli } from './support.ts';

const worksheet = '# Week 1\n\n1. What is the OSI model?\n   - \n\n2. What does a switch do?\n   -\n';

/** What an editor's script prints: see the scripts in editors/. */
interface Seen {
  readonly problem?: string;
  readonly findings: readonly { readonly line: number; readonly message: string }[];
  readonly hover: readonly string[];
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  readonly text: readonly string[];
  readonly left: readonly { readonly line: number }[];
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

describe('other editors', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'worksheets-editors-'));
    writeFileSync(path.join(folder, 'week-1.md'), worksheet);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function see(command: string, args: readonly string[]): Seen {
    const env = { ...process.env, WORKSHEETS_COMMAND: JSON.stringify([process.execPath, cli, 'lsp', '--stdio']) };
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    const line = stdout.split('\n').find((each) => each.startsWith('{'));
    assert.ok(line, `no result, status ${status}: ${stdout}${stderr}`);
    return JSON.parse(line);
  }

  function assertAtHome({ problem, findings, hover, completion, actions, text, left }: Seen): void {
    assert.equal(problem, undefined);
    assert.deepEqual(
      // Some editors put source and rule before the message.
      findings.map(({ line, message }) => [line, message.split('\n')[0]!.replace(/^worksheets \[unanswered]: /, '')]),
      [2, 5].map((line) => [line, 'Not answered yet.']),
    );
    assert.match(hover.join('\n'), /\*\*OSI model\*\*/);
    assert.ok(completion.includes('Answer'), completion.join());
    assert.ok(actions.length > 0);
    assert.match(text.join('\n'), /1\. What is the OSI model\?\n {3}- \S.*\n/);
    assert.deepEqual(
      left.map(({ line }) => line > 2),
      [true],
    );
  }

  const script = (name: string) => path.join(import.meta.dirname, 'editors', name);
  const editors: [name: string, command: string, available: () => boolean, args: readonly string[]][] = [
    [
      'Neovim',
      'nvim',
      () => succeeds('nvim', '--version'),
      ['--headless', '-u', 'NONE', 'week-1.md', '-c', `luafile ${script('neovim.lua')}`],
    ],
    [
      'Emacs with Eglot',
      'emacs',
      () => succeeds('emacs', '--batch', '--eval', `(progn (package-initialize) (require 'eglot))`),
      ['--batch', '--eval', '(package-initialize)', '-l', script('emacs.el'), 'week-1.md'],
    ],
  ];
  for (const [name, command, available, args] of editors)
    it(`${name} shows findings, hovers, completions, and applies a fix`, function () {
      if (!available()) skip(this, `${name} is not installed.`);
      assertAtHome(see(command, args));
    });
}).timeout(90_000);
