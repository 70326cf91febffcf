import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/folding-ranges.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const front = '---\nworksheets: worksheet\n---\n';
const folds = (text: string) =>
  foldingRanges(snapshotOf(front + text)).map(({ startLine, endLine }) => [startLine, endLine]);

describe('folding', () => {
  it('puts an answer under its question, in any layout', () => {
    assert.deepEqual(folds('1. What is a bit?\n   - Two states.\n   - No more.\n2. What is a port?\n   - A door.\n'), [
      [3, 5],
      [6, 7],
    ]);
    assert.deepEqual(folds('**What is a bit?**\n\nTwo states.\n\n**What is a port?**\n\nA door.\nOr two.\n'), [
      [3, 5],
      [7, 10],
    ]);
    assert.deepEqual(folds('Q: What is a bit?\nA: Two states.\n\nQ: What is a port?\nA: A door.\n'), [
      [3, 4],
      [6, 7],
    ]);
  });

  it('starts at the last line of a question', () =>
    assert.deepEqual(folds('**What is a bit\nof all things?**\n\nTwo states.\n\n**What is a port?**\n'), [[4, 6]]));

  it('leaves alone what is not answered, or is answered on its own line', () => {
    assert.deepEqual(folds('1. What is a bit?\n   -\n2. What is a port?\n'), []);
    assert.deepEqual(folds('1. What is a bit?\n   - TODO\n2. What is a port?\n'), []);
    assert.deepEqual(folds('1. A frame starts with the __fin__ bit.\n2. What is a port?\n'), []);
    assert.deepEqual(folds('| Question | Answer |\n| --- | --- |\n| What is a bit? | Two states. |\n'), []);
  });
});
