import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';

const root = path.resolve(import.meta.dirname, '../..');
const linter = new Linter();

/** What a source file's regular expressions may do: take more than linear time for some text. */
function superlinear(source: string): string[] {
  // The linter reads JavaScript only.
  const { code } = transformSync(source, { loader: 'ts', target: 'es2023' });
  return linter
    .verify(code, {
      plugins: { regexp },
      rules: {
        'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
        'regexp/no-super-linear-move': ['error', { report: 'certain' }],
      },
    })
    .map(({ message, line }) => `${code.split('\n')[line - 1]!.trim()}: ${message}`.slice(0, 200));
}

/** A worksheet must not be able to hold up its reader: `docs/security.md`. */
describe('regular expressions', () => {
  it('are found where they backtrack', () => {
    assert.equal(superlinear('const a = /^(?:a+)+$/.test(text);').length, 1);
    assert.equal(superlinear('const a: RegExp = /\\s+$/;').length, 1);
    assert.equal(superlinear('const a = /^\\s+/;').length, 0);
  });

  for (const folder of ['server/src', 'client/src'])
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts'))
        it(`take linear time in ${folder}/${file}`, () =>
          assert.deepEqual(superlinear(readFileSync(path.join(root, folder, file), 'utf8')), []));
});
