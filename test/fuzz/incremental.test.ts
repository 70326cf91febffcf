import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  type Block,
  LIMITS,
  type Limits,
  type MarkdownDocument,
  parseMarkdown,
  SharedPieces,
  toRoot,
  updateMarkdown,
} from '../../server/src/markdown/document.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { editsOf, markdown, type Step, steps } from './markdown-arbitraries.ts';
import { assertBlocksInPlace, assertEqualsRemark } from './oracle.ts';

/** How many edits to try; a million take about an hour. */
const EDITS = Number(process.env.FUZZ_EDITS ?? 5000);
const STEPS = 20;
const FRESH_SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 0x7fffffff);

let edits = 0;

function check(
  text: string,
  todo: readonly Step[],
  limits: Limits,
  assertVersion: (document: MarkdownDocument) => void,
) {
  let document = parseMarkdown(text, limits);
  assertVersion(document);
  const undo: string[] = [];
  for (const step of todo) {
    const before = document.text;
    if (step === 'undo') {
      const newText = undo.pop();
      if (newText === undefined) continue;
      document = updateMarkdown(document, [{ span: { start: 0, end: before.length }, newText }]);
    } else {
      const change = editsOf(before, step);
      document = updateMarkdown(document, change);
      undo.push(before);
      if (document.text !== applyEdits(before, change)) assert.fail('the text is not that of the edits');
    }
    edits++;
    assertVersion(document);
  }
}

function assertLines(document: MarkdownDocument): void {
  const expected = LineIndex.of(document.text);
  assert.equal(document.lines.lineCount, expected.lineCount);
  for (let line = 0; line < expected.lineCount; line++) {
    if (document.lines.lineStart(line) !== expected.lineStart(line)) assert.fail(`line ${line} starts elsewhere`);
  }
}

describe('the incremental tree', function () {
  this.timeout(0);

  for (const [name, seed] of [
    ['a fixed seed', 20260101],
    [`the fresh seed ${FRESH_SEED}`, FRESH_SEED],
  ] as const) {
    it(`equals a full remark-parse after every edit, with ${name}`, () => {
      edits = 0;
      const run = fc.property(markdown, steps(STEPS), (text, todo) => {
        check(text, todo, LIMITS, (document) => {
          assertEqualsRemark(document);
          assertLines(document);
        });
      });
      const half = EDITS / 2;
      for (let round = 0; edits < half; round++) {
        fc.assert(run, { seed: seed + round, numRuns: Math.ceil(Math.min(half, 20_000) / STEPS) });
      }
    });

    it(`is the same where other documents have some of its pieces, with ${name}`, () => {
      edits = 0;
      let common = 0;
      const run = fc.property(markdown, steps(STEPS), (text, todo) => {
        const shared = new SharedPieces();
        const parts = new Set<Block>();
        check(text, todo, LIMITS, ({ text: version }) => {
          const alone = toRoot(parseMarkdown(version));
          const document = parseMarkdown(version, LIMITS, shared);
          if (!isDeepStrictEqual(toRoot(document), alone)) assert.deepEqual(toRoot(document), alone);
          assertBlocksInPlace(document);
          assert.equal(new Set(document.parts).size, document.parts.length, 'a block is there twice');
          common += document.parts.filter((part) => parts.has(part)).length;
          for (const part of document.parts) parts.add(part);
        });
      });
      const half = EDITS / 2;
      for (let round = 0; edits < half; round++) {
        fc.assert(run, { seed: seed + round, numRuns: Math.ceil(Math.min(half, 20_000) / STEPS) });
      }
      assert.ok(common > edits, `only ${common} blocks were in common`);
    });

    it(`does not depend on how a document past its limits came about, with ${name}`, () => {
      edits = 0;
      const run = fc.property(
        markdown,
        steps(STEPS),
        fc.record({
          documentEffort: fc.integer({ min: 500_000, max: 5_000_000 }),
          blockEffort: fc.integer({ min: 40_000, max: 1_500_000 }),
          nesting: fc.integer({ min: 1, max: 3 }),
        }),
        (text, todo, limits) => {
          check(text, todo, limits, (document) => {
            const fresh = parseMarkdown(document.text, limits);
            if (!isDeepStrictEqual(toRoot(document), toRoot(fresh))) assert.deepEqual(toRoot(document), toRoot(fresh));
            assert.deepEqual(document.limits, fresh.limits);
            assertBlocksInPlace(document);
          });
        },
      );
      const share = EDITS / 10;
      for (let round = 0; edits < share; round++) {
        fc.assert(run, { seed: seed + round, numRuns: Math.ceil(Math.min(share, 20_000) / STEPS) });
      }
    });
  }
});
