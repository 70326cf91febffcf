import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';
import { writeAnswer } from '../../../server/src/worksheet/slot.ts';

const read = (text: string) =>
  readWorksheet(parseMarkdown(`---\nworksheets: worksheet\n---\n${text}`), { knows: () => null });
const head = '| Question | Answer |\n| --- | --- |\n';

describe('questions in a table', () => {
  it('have their answers in the next cell', () => {
    const { questions } = read(
      `${head}| What is a port? | A number |\n| What is a hub? |  |\n| 3. | What does \`a \\| b\` mean? |\n`,
    );
    assert.deepEqual(
      questions.map(({ text, status, answer }) => [text, status, answer?.text ?? null]),
      [
        ['What is a port?', 'answered', 'A number'],
        ['What is a hub?', 'blank', null],
      ],
    );
  });

  it('may be numbered in a cell of their own, and have no outer bars', () => {
    const { questions } = read(
      'No | Question | Answer\n-- | --- | ---\n1 | What is a port? | A number\n| 2 | What is a hub? | |\n| 3 | What is a bit? |  |\n',
    );
    assert.deepEqual(
      questions.map(({ text, status }) => [text, status]),
      [
        ['What is a port?', 'answered'],
        ['What is a hub?', 'blank'],
        ['What is a bit?', 'blank'],
      ],
    );
  });

  it('are no part of an answer above, and nothing below is their answer', () => {
    const { questions } = read(
      `1. What is a bit?\n   - A digit.\n\n${head}| What is a port? |  |\n| What is a hub? |  |\n\nSome text.\n`,
    );
    assert.deepEqual(
      questions.map(({ text, answer }) => [text, answer?.text ?? null]),
      [
        ['What is a bit?', 'A digit.'],
        ['What is a port?', null],
        ['What is a hub?', null],
      ],
    );
  });

  it('are none where a table only holds one, or is an answer', () => {
    assert.deepEqual(read(`${head}| What is a port? | A number |\n| Hub | A box |\n| Bit | A digit |\n`).questions, []);
    const { questions } = read(
      '1. Compare hub and switch.\n\n   | Hub | Switch |\n   | --- | --- |\n   | Repeats | Chooses |\n',
    );
    assert.deepEqual(
      questions.map(({ status }) => status),
      ['answered'],
    );
  });

  it('are answered on one line, bars escaped, the row as it was', () => {
    const text = `---\nworksheets: worksheet\n---\n${head}| What is a port? | A number |\n| What is a hub? |  |\n`;
    const document = parseMarkdown(text);
    const { slot } = readWorksheet(document, { knows: () => null }).questions[1]!;
    const edit = writeAnswer(text, document.lines, slot!, 'A box:\n\n- a | b', null);
    assert.ok(applyEdits(text, [edit]).endsWith('| What is a hub? | A box: - a \\| b |\n'));
  });
});
