import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';

const text = 'one\ntwo\r\nthree\rfour\n';
const lines = LineIndex.of(text);

describe('the index of lines', () => {
  it('knows the three line breaks, and the empty line after the last', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.lineStart(line)),
      [0, 4, 9, 15, 20],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.lineEnd(line)),
      [3, 7, 14, 19, 20],
    );
    assert.equal(lines.lineCount, 5);
  });

  it('has one line for an empty text', () => {
    const empty = LineIndex.of('');
    assert.deepEqual([empty.lineCount, empty.lineStart(0), empty.lineEnd(0), empty.lineAt(0)], [1, 0, 0, 0]);
  });

  it('does not take the line feed of a line for that of an empty line after a carriage return', () => {
    const index = LineIndex.of('\r\n\n');
    assert.deepEqual(
      [0, 1, 2].map((line) => [index.lineStart(line), index.lineEnd(line)]),
      [
        [0, 0],
        [2, 2],
        [3, 3],
      ],
    );
  });

  it('finds the line of an offset; a line break belongs to the line it ends', () => {
    assert.deepEqual(
      [0, 3, 4, 7, 8, 9, 20].map((offset) => lines.lineAt(offset)),
      [0, 0, 1, 1, 1, 2, 4],
    );
  });

  it('clamps positions and offsets, as LSP asks', () => {
    assert.deepEqual(lines.positionAt(8), { line: 1, character: 3 });
    assert.deepEqual(lines.positionAt(99), { line: 4, character: 0 });
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), 7);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), 20);
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
    assert.equal(lines.offsetAt({ line: 2, character: -5 }), 9);
  });

  const seeds = [1, Date.now() % 0x7fffffff] as const;
  for (const seed of seeds) {
    it(`is the same after an edit as if made anew (seed ${seed})`, () => {
      const anyText = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n'), maxLength: 20 });
      fc.assert(
        fc.property(anyText, fc.nat(20), fc.nat(5), anyText, (before, at, length, newText) => {
          const start = Math.min(at, before.length);
          const edit = { span: { start, end: Math.min(start + length, before.length) }, newText };
          const after = applyEdits(before, [edit]);
          const actual = LineIndex.of(before).withEdit(after, edit);
          const expected = LineIndex.of(after);
          const starts = (index: LineIndex) =>
            Array.from({ length: index.lineCount }, (_, line) => index.lineStart(line));
          assert.deepEqual(starts(actual), starts(expected));
        }),
        { seed, numRuns: 2000 },
      );
    });

    it(`turns every offset into a position and back (seed ${seed})`, () => {
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n'), maxLength: 20 }), (content) => {
          const index = LineIndex.of(content);
          for (let offset = 0; offset <= content.length; offset++) {
            const inside = content[offset - 1] === '\r' && content[offset] === '\n';
            assert.equal(index.offsetAt(index.positionAt(offset)), inside ? offset - 1 : offset);
          }
        }),
        { seed },
      );
    });
  }
});
