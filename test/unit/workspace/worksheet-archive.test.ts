import assert from 'node:assert/strict';
import { WorksheetArchive } from '../../../server/src/workspace/worksheet-archive.ts';
import { MemoryFiles, StepClock } from './support.ts';

function setUp(texts: Record<string, string>) {
  const files = new MemoryFiles(texts);
  const kept = new Map<string, string>();
  const clock = new StepClock();
  const archive = new WorksheetArchive(files, clock, {
    *archive(uri, text) {
      yield* [];
      kept.set(uri, text);
    },
    unarchive: (uri) => void kept.delete(uri),
  });
  return { files, kept, archive, settle: () => clock.settle() };
}

describe('WorksheetArchive', () => {
  it('keeps the Markdown files of the workspace, and forgets those that are gone', async () => {
    const { kept, archive, settle } = setUp({
      'file:///a/1.md': 'one',
      'file:///a/2.md': 'two',
      'file:///a/x.yml': 'x',
    });
    archive.setFiles(['file:///a/1.md', 'file:///a/2.md', 'file:///a/x.yml']);
    await settle();
    assert.deepEqual(
      [...kept],
      [
        ['file:///a/1.md', 'one'],
        ['file:///a/2.md', 'two'],
      ],
    );
    archive.setFiles(['file:///a/2.md']);
    await settle();
    assert.deepEqual([...kept.keys()], ['file:///a/2.md']);
  });

  it('follows changes of what it keeps, and of nothing else', async () => {
    const { files, kept, archive, settle } = setUp({ 'file:///a/1.md': 'one', 'file:///b/1.md': 'other' });
    archive.setFiles(['file:///a/1.md']);
    await settle();
    files.texts.set('file:///a/1.md', 'changed');
    archive.filesChanged(['file:///a/1.md', 'file:///b/1.md']);
    await settle();
    assert.deepEqual([...kept], [['file:///a/1.md', 'changed']]);
    files.texts.delete('file:///a/1.md');
    archive.filesChanged(['file:///a/1.md']);
    await settle();
    assert.deepEqual([...kept], []);
  });

  it('leaves very long files alone', async () => {
    const { kept, archive, settle } = setUp({ 'file:///a/1.md': 'x'.repeat(200_001) });
    archive.setFiles(['file:///a/1.md']);
    await settle();
    assert.equal(kept.size, 0);
  });

  it('goes on where a file cannot be read', async () => {
    const { files, kept, archive, settle } = setUp({ 'file:///a/1.md': 'one', 'file:///a/2.md': 'two' });
    const read = files.read.bind(files);
    files.read = (uri) => (uri.endsWith('1.md') ? Promise.reject(new Error('the disk is gone')) : read(uri));
    archive.setFiles(['file:///a/1.md', 'file:///a/2.md']);
    await settle();
    assert.deepEqual([...kept.keys()], ['file:///a/2.md']);
  });

  it('reads one file at a time', async () => {
    const { files, archive, settle } = setUp({ 'file:///a/1.md': 'one', 'file:///a/2.md': 'two' });
    archive.setFiles(['file:///a/1.md', 'file:///a/2.md']);
    assert.deepEqual(files.readWhole, []);
    await settle();
    assert.deepEqual(files.readWhole, ['file:///a/1.md', 'file:///a/2.md']);
  });
});
