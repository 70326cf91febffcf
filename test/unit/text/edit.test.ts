import assert from 'node:assert/strict';
import { applyEdits, clusterEdits, type Edit } from '../../../server/src/text/edit.ts';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

describe('edits', () => {
  it('are applied in any order, to the text before all of them', () => {
    const edits = [edit(6, 11, 'there'), edit(0, 5, 'Who is')];
    assert.equal(applyEdits('hello world', edits), 'Who is there');
    assert.equal(applyEdits('hello world', edits.toReversed()), 'Who is there');
  });

  it('at one place are made in the order listed', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')]), 'a12b');
  });

  it('leave the text alone where there are none', () => {
    assert.equal(applyEdits('ab', []), 'ab');
  });

  it('come together where they are close, and only there', () => {
    const text = `one two${' '.repeat(100)}three`;
    assert.deepEqual(clusterEdits(text, [edit(107, 112, '3'), edit(4, 7, '2'), edit(0, 3, '1')], 10), [
      edit(0, 7, '1 2'),
      edit(107, 112, '3'),
    ]);
  });
});
