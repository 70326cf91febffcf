import assert from 'node:assert/strict';
import { endsInCommon } from '../../../server/src/text/ends.ts';

describe('what two lists have in common at their ends', () => {
  const ends = (a: string, b: string) => Object.values(endsInCommon([...a], [...b]));

  it('is counted from both', () => assert.deepEqual(ends('abcde', 'abxde'), [2, 2]));

  it('counts no element twice', () => {
    assert.deepEqual(ends('aa', 'aaa'), [2, 0]);
    assert.deepEqual(ends('abab', 'ab'), [2, 0]);
    assert.deepEqual(ends('', 'a'), [0, 0]);
  });

  it('is what somebody takes for the same', () =>
    assert.deepEqual(
      endsInCommon([1, 2, 3], [11, 5, 13], (a, b) => a % 10 === b % 10),
      { start: 1, end: 1 },
    ));
});
