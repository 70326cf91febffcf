import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown, updateMarkdown } from '../../../server/src/markdown/document.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import type { Worksheet } from '../../../server/src/worksheet/model.ts';
import type { PlacedQuestion } from '../../../server/src/worksheet/parts.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';
import { seeds, worksheets } from '../../support/worksheet-arbitraries.ts';

/** A worksheet as plain data. */
function data({ role, reasons, questions, frontMatter }: Worksheet): unknown {
  const plain = questions.map(({ text, span, line, section, kind, status, blanks, filled, answer, slot }) => ({
    ...{ text, span, line, section, kind, status, blanks, filled, answer, slot },
  }));
  return { role, reasons, questions: plain, frontMatter };
}

const options = { knows: () => null, declared: null };

/** What people type, paste and delete, and what changes how everything below is read. */
const typed = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '?',
    '-',
    '- ',
    '> ',
    '# ',
    '## Part\n\n',
    '1. ',
    'A: ',
    '____',
    '**',
    '```\n',
    '<!--',
    '-->',
    '---\n',
  ],
  ...[
    '\n1. What is a bit?\n',
    '\n### What is a bit?\n\nTwo states.\n\n',
    'Things I want to know more about\n',
    '---\nworksheets: worksheet\n---\n',
  ],
);

interface Step {
  /** Where, as a share of the text's length. */
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }, fc.nat(60)),
    newText: fc.oneof({ weight: 3, arbitrary: typed }, fc.constant('')),
  }),
  { minLength: 1, maxLength: 12 },
);

function editOf(text: string, { at, length, newText }: Step): Edit {
  const start = Math.floor(at * text.length);
  return { span: { start, end: Math.min(text.length, start + length) }, newText };
}

describe('a worksheet read after an edit', function () {
  this.timeout(60_000);

  for (const seed of seeds)
    it(`equals one read anew (seed ${seed})`, () => {
      fc.assert(
        fc.property(worksheets, steps, ({ text }, edits) => {
          let document = parseMarkdown(text);
          let worksheet = readWorksheet(document, options);
          for (const step of edits) {
            document = updateMarkdown(document, [editOf(document.text, step)]);
            worksheet = readWorksheet(document, options, worksheet);
            const anew = readWorksheet(parseMarkdown(document.text), options);
            assert.deepEqual(data(worksheet), data(anew), JSON.stringify(document.text));
          }
        }),
        { seed, numRuns: 80 },
      );
    });

  it('takes over what the edit cannot have changed', () => {
    const text = Array.from({ length: 500 }, (_, part) => `### What is a port ${part}?\n\nNumber ${part}.\n`).join(
      '\n',
    );
    const before = parseMarkdown(text);
    const first = readWorksheet(before, options);
    const at = text.indexOf('Number 250.');
    const after = updateMarkdown(before, [{ span: { start: at, end: at }, newText: 'It is ' }]);
    const second = readWorksheet(after, options, first);
    const inside = ({ questions }: Worksheet) => questions.map((question) => (question as PlacedQuestion).relative);
    const [old, current] = [inside(first), inside(second)];
    const changed = current.flatMap((question, index) => (question === old[index] ? [] : [index]));
    assert.ok(changed.includes(250));
    assert.ok(changed.length <= 40, `${changed.length} of 500 questions were read again`);
  });
});
