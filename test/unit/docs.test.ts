import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

describe('the documentation', () => {
  it('repeats rules, settings and commands as the sources have them', () => {
    const args = ['scripts/generate-docs.mjs', '--check'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, `${stderr}${stdout}`);
  }).timeout(20_000);
});
