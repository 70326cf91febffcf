import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Snippet {
  readonly isFileTemplate?: boolean;
  readonly prefix?: string;
}

describe('snippets', () => {
  it('that fill a file are no suggestions, which would come before an answer', () => {
    const file = new URL('../../snippets/worksheets.code-snippets', import.meta.url);
    const snippets: Record<string, Snippet> = JSON.parse(readFileSync(file, 'utf8'));
    for (const [name, { isFileTemplate, prefix }] of Object.entries(snippets)) {
      assert.equal(isFileTemplate, true, name);
      assert.equal(prefix, undefined, name);
    }
  });
});
