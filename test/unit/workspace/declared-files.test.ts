import assert from 'node:assert/strict';
import { declaredFiles } from '../../../server/src/workspace/declared-files.ts';

describe('the files that the settings declare', () => {
  const folders = ['file:///class'];
  const says = (patterns: readonly string[], uri: string) => declaredFiles(patterns, folders)(uri);

  it('say nothing without a pattern that fits', () => {
    assert.equal(says([], 'file:///class/a.md'), null);
    assert.equal(says(['homework/**'], 'file:///class/a.md'), null);
  });

  it('are worksheets, or none behind a !; the last pattern that fits decides', () => {
    const patterns = ['homework/**/*.md', '!**/notes.md', 'homework/2/notes.md'];
    assert.equal(says(patterns, 'file:///class/homework/1/a.md'), true);
    assert.equal(says(patterns, 'file:///class/homework/1/notes.md'), false);
    assert.equal(says(patterns, 'file:///class/homework/2/notes.md'), true);
  });

  it('are matched as people read their names', () =>
    assert.equal(says(['my reading.md'], 'file:///class/my%20reading.md'), true));

  it('outside of the workspace are matched by name', () => assert.equal(says(['a.md'], 'file:///other/a.md'), true));
});
