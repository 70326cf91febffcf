import assert from 'node:assert/strict';
import { perObject } from '../../../server/src/text/per-object.ts';

describe('perObject', () => {
  it('finds the same for the same object, looking once', () => {
    let looks = 0;
    const find = perObject((names: readonly string[]) => {
      looks++;
      return names.length > 0 ? { first: names[0] } : null;
    });
    const [some, none] = [['a'], []];
    assert.equal(find(some), find(some));
    assert.deepEqual([find(none), find(none)], [null, null]);
    assert.equal(looks, 2);
    assert.notEqual(find(['a']), find(some));
  });
});
