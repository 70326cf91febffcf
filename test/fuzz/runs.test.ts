import assert from 'node:assert/strict';
import { createWorksheetService } from '../../server/src/service.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';
import { worksheetOf } from '../bench/worksheet.ts';

const knowledge = knowledgeLibrary.combine([]);
const uri = 'file:///w.md';

/** In UTF-16 code units. */
const SIZE = 20_000;
/** What counts as a hang, in milliseconds of processor time. */
const HANG = 200;
/** Others compute at the same time, and the first times are those of a compiler at work: the least of so many counts. */
const TRIES = 6;

/** What somebody may hold a key down on, or paste over and over. */
const scraps = [
  ...' \t`_*.?-:a1>#|[]()<&\\~="\'/\n$ {}^@%é\u00a0…“',
  ...[
    '\r\n',
    ' \n',
    '  \n',
    '\\\n',
    'a\n',
    '- ',
    '1. ',
    '> ',
    '__ ',
    '** ',
    '? ',
    '. ',
    'a ',
    'A. ',
    '`a` ',
    ', ',
    '; ',
    '! ',
    '+ ',
  ],
  ...['<b>', '<br>', '<!--', '-->', '&nbsp;', '\\_', '[a](b) ', '[x] ', 'http://a.b/ ', '| a ', '🧦', '– '],
  ...[
    'a? ',
    'Q: ',
    'A: ',
    'TCP ',
    'WebSocket, ',
    'layer 4 ',
    'RFC 6455 ',
    'io.on(',
    'not ',
    'a-',
    'a/',
    '_a',
    '*a',
    'a*',
  ],
];

const frames: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['1. What is a port?\n   - ', ' x'],
  ['1. What is a port?\n\n   ', '\n\n   '],
  ['### What does ', ' do?\n\nAnswer.\n'],
  ['A frame starts with ', ' bit.\n'],
  ['Q: What is it?\nA: ', '\n'],
];

/** The milliseconds of processor time to open a worksheet, to check it and to answer what an editor asks. */
function cost(text: string): number {
  const before = process.cpuUsage();
  const service = createWorksheetService({ knowledge, settings: { assistance: 'answers' } });
  service.open(uri, 1, text);
  service.diagnostics(uri);
  service.codeActions(uri, { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } }, []);
  service.hover(uri, { line: 3, character: 8 });
  service.completion(uri, { line: 4, character: 5 }, null);
  service.documentLinks(uri);
  service.outline(uri);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** As {@link cost}, the least of several; no more are tried once it is no hang. */
function leastCost(text: string, hang: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least > hang; tries++) least = Math.min(least, cost(text));
  return least;
}

function slowOnes(scrap: string, hang: number): string[] {
  const slow: string[] = [];
  for (const [before, after] of frames) {
    const run = scrap.repeat(Math.ceil(SIZE / scrap.length));
    const text = `---\nworksheets: worksheet\n---\n${before}${run}${after}\n\n2. What is a hub?\n   -\n`;
    const least = leastCost(text, hang);
    if (least > hang) slow.push(`in ${JSON.stringify(before)}: ${least.toFixed(0)} ms`);
  }
  return slow;
}

/** A worksheet must not be able to hold up its reader: `docs/security.md`. */
describe('a worksheet of one scrap over and over', function () {
  this.timeout(120_000);

  let hang = HANG;
  before(() => {
    // A slow machine takes longer for all; there, half as much again as for an ordinary worksheet of that length is much.
    hang = Math.max(HANG, 1.5 * leastCost(worksheetOf(SIZE), 0));
  });

  for (const scrap of scraps) {
    it(`takes no time that is felt: ${JSON.stringify(scrap)}`, () => {
      assert.deepEqual(slowOnes(scrap, hang), []);
    });
  }
});
