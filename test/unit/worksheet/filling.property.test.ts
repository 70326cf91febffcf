import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertFills, oneLine, withList } from '../../support/filling.ts';
import { read } from '../../support/worksheet.ts';
import { seeds, worksheets } from '../../support/worksheet-arbitraries.ts';

describe('worksheets of all layouts', function () {
  this.timeout(60_000);

  for (const seed of seeds) {
    it(`are read as they were written (seed ${seed})`, () => {
      fc.assert(
        fc.property(worksheets, ({ text, questions, blank }) => {
          const { worksheet } = read(text);
          assert.equal(worksheet.questions.length, questions);
          assert.equal(worksheet.questions.filter(({ status }) => status === 'blank').length, blank);
          assert.ok(worksheet.questions.every(({ status }) => status === 'blank' || status === 'answered'));
        }),
        { seed, numRuns: 100 },
      );
    });

    for (const [name, answer] of [
      ['one line', oneLine],
      ['several', withList],
    ] as const)
      it(`have no blank left once each is filled with ${name} (seed ${seed})`, () => {
        fc.assert(
          fc.property(worksheets, fc.boolean(), ({ text }, fromTheEnd) => {
            let filled = text;
            for (;;) {
              const { questions } = read(filled);
              const open = questions.flatMap(({ status }, index) => (status === 'blank' ? [index] : []));
              if (open.length === 0) break;
              filled = assertFills(filled, open.at(fromTheEnd ? -1 : 0)!, answer);
            }
          }),
          { seed, numRuns: 20 },
        );
      });
  }
});
