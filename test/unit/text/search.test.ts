import assert from 'node:assert/strict';
import { firstWhere } from '../../../server/src/text/search.ts';

describe('the first number for which something holds', () => {
  const places = [2, 3, 3, 7];
  const firstFrom = (least: number) => firstWhere(places.length, (index) => places[index]! >= least);

  it('is found wherever it is', () => {
    assert.deepEqual([0, 2, 3, 4, 7].map(firstFrom), [0, 0, 1, 3, 3]);
  });

  it('is the count where it holds for none', () => {
    assert.equal(firstFrom(8), 4);
    assert.equal(
      firstWhere(0, () => true),
      0,
    );
  });

  it('is found in steps that halve what is left', () => {
    let asked = 0;
    firstWhere(1_000_000, (index) => {
      asked++;
      return index >= 123_456;
    });
    assert.ok(asked <= 20, `${asked}`);
  });
});
