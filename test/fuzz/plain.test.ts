import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LIMITS } from '../../server/src/markdown/document.ts';
import { continuesList, parsePieces, withContinues } from '../../server/src/markdown/pieces.ts';
import { readPlain } from '../../server/src/markdown/plain.ts';
import { seeds } from '../support/worksheet-arbitraries.ts';

/** How many texts are tried with each seed; more where somebody has the time. */
const RUNS = 50 * Number(process.env.FUZZ_RUNS ?? 150);

const token = fc.constantFrom(
  ...[
    'a',
    'b',
    'a b',
    '1',
    '\u00e9',
    '\u2014',
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\n',
    '\r\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '# ',
    '> ',
  ],
  ...[
    '_',
    '_',
    '*',
    '*',
    '**',
    '`',
    '[',
    '](',
    '](x)',
    '](/u_v)',
    '(',
    ')',
    '<',
    '&',
    '\\',
    '~',
    '!',
    '^',
    '|',
    ':',
    '$',
    '+',
    '/',
  ],
  ...[
    '.',
    ',',
    '?',
    '"',
    "'",
    '\u201c',
    '-',
    '```',
    '```\n',
    '\n```',
    '[x](y)',
    '\n   - a',
    '\n   - b',
    '\n  * c',
    '\n    - ',
    '- a\n  - b',
    '_a_',
    '*b*',
    '**c**',
    '____',
    'www.',
    'http',
    '@',
  ],
);

describe('what is read without the parser', () => {
  let plain = 0;
  after(() => console.log(`    (${plain} texts were plain)`));

  for (const seed of seeds)
    it(`is what the parser makes of it, with the seed ${seed}`, () => {
      fc.assert(
        fc.property(fc.array(token, { minLength: 1, maxLength: 9 }), (tokens) => {
          const text = tokens.join('');
          const read = /^\s/.test(text) ? null : readPlain(text, 0, LIMITS);
          if (read === null) return;
          plain++;
          const [parsed, next, ...others] = parsePieces(text, { labels: new Set(), frontMatter: false })!;
          // The parser asks for the label of a link although its address follows.
          assert.deepEqual(read.piece, { ...parsed!.piece, missing: [] });
          assert.equal(read.end, next?.start ?? text.length);
          assert.equal(read.goesOn, next !== undefined && continuesList(next.piece));
          // As the next item of a list, it is what it would be alone.
          const second = next && readPlain(text, next.start, LIMITS);
          if (second) {
            const { piece } = second;
            assert.deepEqual(withContinues(piece, read.goesOn), { ...next.piece, missing: [] });
            assert.equal(second.end, others[0]?.start ?? text.length);
          }
        }),
        { seed, numRuns: RUNS },
      );
      assert.ok(plain > RUNS / 50);
    }).timeout(0);
});
