import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseMarkdown, updateMarkdown } from '../../server/src/markdown/document.ts';
import type { Question, Worksheet } from '../../server/src/worksheet/model.ts';
import type { KnowsQuestion } from '../../server/src/worksheet/prompts.ts';
import { readWorksheet } from '../../server/src/worksheet/read-worksheet.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
const FRESH_SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 0x7fffffff);

const examples = path.resolve(import.meta.dirname, '../../examples');
const texts = readdirSync(examples).map((name) => readFileSync(path.join(examples, name), 'utf8'));

/** What an edit puts in: lines that make, end or change a question, and what stands in an answer. */
const INSERTS = [
  '',
  'a',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '## Topic\n\n',
  '\n## Things I want to know more about\n\n',
  '\n### What is a port?\n',
  '\n1. What is a segment?\n   - ',
  '\n**What is a frame?**\n\n',
  'Q: What is a hub?\nA: ',
  '> Why?\n',
  '   - ',
  '____',
  'TODO',
  '?',
  '```\n',
  '---\n',
  '| a | b |\n| --- | --- |\n',
];

const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, fc.nat(200)),
  newText: fc.constantFrom(...INSERTS),
});

/** A key that knows a few questions, some of them in the very words. */
const knows: KnowsQuestion = (text) =>
  /\b(?:port|handshake)\b/i.test(text) ? { kind: 'open', verbatim: false } : null;

/** All that can be read of a worksheet, as plain values. */
function plain({ role, reasons, questions, frontMatter }: Worksheet) {
  const values = ({ text, span, line, section, kind, status, blanks, filled, answer, slot }: Question) => {
    return { text, span, line, section, kind, status, blanks, filled, answer, slot };
  };
  return { role, reasons, frontMatter, questions: questions.map(values) };
}

describe('a worksheet', function () {
  this.timeout(0);

  for (const [name, seed] of [
    ['a fixed seed', 20260101],
    [`the fresh seed ${FRESH_SEED}`, FRESH_SEED],
  ] as const) {
    it(`reads the same after an edit as when it is opened, with ${name}`, () => {
      const run = fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 20 }), (text, edits) => {
        let document = parseMarkdown(text);
        let worksheet = readWorksheet(document, { knows });
        for (const { place, length, newText } of edits) {
          const start = Math.floor(place * document.text.length);
          const end = Math.min(start + length, document.text.length);
          document = updateMarkdown(document, [{ span: { start, end }, newText }]);
          worksheet = readWorksheet(document, { knows }, worksheet);
          assert.deepEqual(plain(worksheet), plain(readWorksheet(parseMarkdown(document.text), { knows })));
        }
      });
      fc.assert(run, { seed, numRuns: RUNS });
    });
  }
});
