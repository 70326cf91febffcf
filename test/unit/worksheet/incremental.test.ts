import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown, updateMarkdown } from '../../../server/src/markdown/document.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import type { Worksheet } from '../../../server/src/worksheet/model.ts';
import { type PlacedQuestion, questionGroups } from '../../../server/src/worksheet/placed-question.ts';
import { rateLines } from '../../../server/src/worksheet/rated-lines.ts';
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

  /** A document and its worksheet before and after an edit of `find`. */
  function versionsAround(text: string, find: string, newText = 'It is ') {
    const before = parseMarkdown(text);
    const first = readWorksheet(before, options);
    const at = text.indexOf(find);
    const after = updateMarkdown(before, [{ span: { start: at, end: at }, newText }]);
    return { before, first, after, second: readWorksheet(after, options, first) };
  }

  /** What an edit of `find` makes anew: of the document's parts, and of the worksheet's questions. */
  function madeAnew(text: string, find: string) {
    const { before, first, after, second } = versionsAround(text, find);
    const inside = ({ questions }: Worksheet) => questions.map((question) => (question as PlacedQuestion).relative);
    const newIn = <Item>(current: readonly Item[], old: readonly Item[]) => {
      const known = new Set(old);
      return current.flatMap((each, index) => (known.has(each) ? [] : [index]));
    };
    return {
      parts: newIn(after.parts, before.parts),
      lines: newIn(after.parts.flatMap(rateLines), before.parts.flatMap(rateLines)),
      questions: newIn(inside(second), inside(first)),
    };
  }

  it('takes over what the edit cannot have changed', () => {
    const text = Array.from({ length: 500 }, (_, part) => `### What is a port ${part}?\n\nNumber ${part}.\n`);
    const { questions } = madeAnew(text.join('\n'), 'Number 250.');
    assert.ok(questions.includes(250));
    assert.ok(questions.length <= 3, `${questions.length} of 500 questions were read again`);
  });

  const more = Array.from({ length: 40 }, (_, bit) => `It is ${bit}.\n\n### What is bit ${bit}?\n\n`).join('');
  for (const [edit, newText] of [
    ['a longer answer', 'It is '],
    ['other questions', more],
  ] as const) {
    it(`moves the questions below ${edit} by the chunk`, () => {
      const text = Array.from({ length: 2000 }, (_, part) => `### What is a port ${part}?\n\nNumber ${part}.\n`);
      const { first, second } = versionsAround(text.join('\n'), 'Number 1000.', newText);
      const [before, after] = [questionGroups(first), questionGroups(second)];
      assert.ok(before.length < 400, `${before.length} groups of 2,000 questions`);
      const known = new Set(before.map(({ questions }) => questions));
      const changed = after.filter(({ questions }) => !known.has(questions));
      assert.ok(changed.length <= 6, `${changed.length} groups of questions are new ones`);
      assert.ok(changed.some(({ placed }) => placed.some(({ text }) => text === 'What is a port 1000?')));
    });
  }

  for (const [layout, item] of [
    ['of nested answers', (part: number) => `${part}. What is a port ${part}?\n     - Number ${part}.`],
    ['of paragraphs', (part: number) => `- What is a port ${part}?\n\n  Number ${part}.\n`],
    ['that is one list after the other', (part: number) => `${part}. What is a port ${part}?\n- Number ${part}.`],
  ] as const) {
    it(`reads the lines of the item that was edited in a list ${layout}`, () => {
      const text = Array.from({ length: 1000 }, (_, part) => item(part)).join('\n');
      const { parts, lines, questions } = madeAnew(text, 'Number 500.');
      assert.ok(parts.length <= 2, `${parts.length} parts were parsed again`);
      assert.ok(lines.length <= 6, `${lines.length} lines were rated again`);
      assert.ok(questions.includes(500));
      assert.ok(questions.length <= 3, `${questions.length} of 1,000 questions were read again`);
    });
  }
});
