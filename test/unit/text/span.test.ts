import assert from 'node:assert/strict';
import { containsOffset, intersects, shift } from '../../../server/src/text/span.ts';

describe('a span', () => {
  const span = { start: 2, end: 5 };

  it('contains the offsets from its start to its end', () => {
    assert.deepEqual(
      [1, 2, 5, 6].map((offset) => containsOffset(span, offset)),
      [false, true, true, false],
    );
  });

  it('intersects what shares a code unit with it, not what touches it', () => {
    assert.equal(intersects(span, { start: 4, end: 9 }), true);
    assert.equal(intersects(span, { start: 5, end: 9 }), false);
    assert.equal(intersects(span, { start: 3, end: 3 }), false);
  });

  it('keeps its length when it is moved', () => {
    assert.deepEqual(shift(span, -2), { start: 0, end: 3 });
  });
});
