import assert from 'node:assert/strict';
import {
  assertFills,
  fillSlot,
  oneLine,
  onlyList,
  type WrittenAnswer,
  withCode,
  withList,
} from '../../support/filling.ts';
import { withCursor } from '../../support/marked-text.ts';
import { read } from '../../support/worksheet.ts';

/** A blank question between two answered ones, so that the document shows how it is laid out. */
const layouts: [name: string, text: string][] = [
  [
    'numbered, empty bullet',
    '1. What is a bit?\n   - Two states.\n2. What is a port?\n   -\n3. What is a hub?\n   - A box.\n',
  ],
  [
    'numbered, empty bullet at two columns',
    '1. What is a bit?\n  - Two states.\n2. What is a port?\n  -\n3. What is a hub?\n  - A box.\n',
  ],
  [
    'numbered, nothing below',
    '1. What is a bit?\n   - Two states.\n2. What is a port?\n3. What is a hub?\n   - A box.\n',
  ],
  [
    'numbered, nested paragraph',
    '1. What is a bit?\n\n   Two states.\n\n2. What is a port?\n\n3. What is a hub?\n\n   A box.\n',
  ],
  [
    'numbered, nested, nothing between',
    '1. What is a bit?\n   Two states.\n2. What is a port?\n3. What is a hub?\n   A box.\n',
  ],
  ['numbered, lazy', '1. What is a bit?\nTwo states.\n2. What is a port?\n3. What is a hub?\nA box.\n'],
  [
    'numbered, outside of the list',
    '1. What is a bit?\n\nTwo states.\n\n2. What is a port?\n\n3. What is a hub?\n\nA box.\n',
  ],
  [
    'numbered, top-level bullet',
    '1. What is a bit?\n\n- Two states.\n\n2. What is a port?\n\n-\n\n3. What is a hub?\n\n- A box.\n',
  ],
  [
    'numbered, nested quote',
    '1. What is a bit?\n   > Two states.\n2. What is a port?\n   >\n3. What is a hub?\n   > A box.\n',
  ],
  [
    'numbered, nested quote missing',
    '1. What is a bit?\n   > Two states.\n2. What is a port?\n3. What is a hub?\n   > A box.\n',
  ],
  [
    'numbered, top-level quote',
    '1. What is a bit?\n\n> Two states.\n\n2. What is a port?\n\n>\n\n3. What is a hub?\n\n> A box.\n',
  ],
  [
    'numbered, labels',
    '1. What is a bit?\n\n    A: Two states.\n\n2. What is a port?\n\n    A:\n\n3. What is a hub?\n\n    A: A box.\n',
  ],
  [
    'numbered, label missing',
    '1. What is a bit?\n\n   A: Two states.\n\n2. What is a port?\n\n3. What is a hub?\n\n   A: A box.\n',
  ],
  ['numbered to ten', '9. What is a bit?\n   - Two states.\n10. What is a port?\n11. What is a hub?\n    - A box.\n'],
  ['bullets', '- What is a bit?\n  - Two states.\n- What is a port?\n- What is a hub?\n  - A box.\n'],
  ['bullets, empty slot', '- What is a bit?\n  - Two states.\n- What is a port?\n  -\n- What is a hub?\n  - A box.\n'],
  ['bullets with tabs', '-\tWhat is a bit?\n\t- Two states.\n-\tWhat is a port?\n\t-\n-\tWhat is a hub?\n\t- A box.\n'],
  ['bullets, nested paragraph', '- What is a bit?\n  Two states.\n- What is a port?\n- What is a hub?\n  A box.\n'],
  ['checkboxes', '- [ ] What is a bit?\n  - Two states.\n- [ ] What is a port?\n- [ ] What is a hub?\n  - A box.\n'],
  ['headings', '## What is a bit?\n\nTwo states.\n\n## What is a port?\n\n## What is a hub?\n\nA box.\n'],
  ['headings without blank lines', '## What is a bit?\nTwo states.\n## What is a port?\n## What is a hub?\nA box.\n'],
  ['headings, bullets', '## What is a bit?\n- Two states.\n\n## What is a port?\n-\n\n## What is a hub?\n- A box.\n'],
  [
    'headings, quotes',
    '## What is a bit?\n\n> Two states.\n\n## What is a port?\n\n>\n\n## What is a hub?\n\n> A box.\n',
  ],
  ['setext', 'What is a bit?\n---\nTwo states.\n\nWhat is a port?\n---\n\nWhat is a hub?\n---\nA box.\n'],
  ['bold lines', '**What is a bit?**\nTwo states.\n\n**What is a port?**\n\n**What is a hub?**\nA box.\n'],
  ['bold paragraphs', '**What is a bit?**\n\nTwo states.\n\n**What is a port?**\n\n**What is a hub?**\n\nA box.\n'],
  ['paragraphs', 'What is a bit?\n\nTwo states.\n\nWhat is a port?\n\nWhat is a hub?\n\nA box.\n'],
  ['lines', 'What is a bit?\nTwo states.\nWhat is a port?\nWhat is a hub?\nA box.\n'],
  ['Q: and A:', 'Q: What is a bit?\nA: Two states.\n\nQ: What is a port?\nA:\n\nQ: What is a hub?\nA: A box.\n'],
  [
    'Q: and A: right below each other',
    'Q: What is a bit?\nA: Two states.\nQ: What is a port?\nA:\nQ: What is a hub?\nA: A box.\n',
  ],
  ['Q: without A:', 'Q: What is a bit?\nA: Two states.\n\nQ: What is a port?\n\nQ: What is a hub?\nA: A box.\n'],
  [
    'Q: and A: in one line',
    '- Q: What is a bit? A: Two states.\n- Q: What is a port? A:\n- Q: What is a hub? A: A box.\n',
  ],
  [
    'bold labels',
    '**Q:** What is a bit?\n\n**A:** Two states.\n\n**Q:** What is a port?\n\n**A:**\n\n**Q:** What is a hub?\n\n**A:** A box.\n',
  ],
  [
    'inside a quote',
    '> 1. What is a bit?\n>    - Two states.\n> 2. What is a port?\n> 3. What is a hub?\n>    - A box.\n',
  ],
  [
    'inside a quote, empty bullet',
    '> 1. What is a bit?\n>    - Two states.\n> 2. What is a port?\n>    -\n> 3. What is a hub?\n>    - A box.\n',
  ],
  [
    'quoted headings',
    '> ## What is a bit?\n> Two states.\n>\n> ## What is a port?\n>\n> ## What is a hub?\n> A box.\n',
  ],
  [
    'details',
    '<details>\n<summary>What is a bit?</summary>\n\nTwo states.\n\n</details>\n\n<details>\n<summary>What is a port?</summary>\n\n</details>\n\n<details>\n<summary>What is a hub?</summary>\n\nA box.\n\n</details>\n',
  ],
  [
    'HTML headings',
    '<h3>What is a bit?</h3>\n\nTwo states.\n\n<h3>What is a port?</h3>\n\n<h3>What is a hub?</h3>\n\nA box.\n',
  ],
  [
    'a fill-in sentence',
    '1. What is a bit?\n   - Two states.\n2. A port has ____ bits.\n   -\n3. What is a hub?\n   - A box.\n',
  ],
  [
    'a placeholder',
    '1. What is a bit?\n   - Two states.\n2. What is a port?\n   - TODO\n3. What is a hub?\n   - A box.\n',
  ],
  [
    'a placeholder in a quote',
    '## What is a bit?\n> Two states.\n\n## What is a port?\n> your answer here\n\n## What is a hub?\n> A box.\n',
  ],
  [
    'a placeholder in a paragraph',
    '## What is a bit?\n\nTwo states.\n\n## What is a port?\n\nTODO\n\n## What is a hub?\n\nA box.\n',
  ],
  [
    'a placeholder behind the question',
    '1. What is a bit? Two states.\n2. What is a port? TODO\n3. What is a hub? A box.\n',
  ],
  [
    'options',
    '1. What is a bit?\n\n   Two states.\n\n2. Which of these is a port?\n\n   a. a door\n   b. a number\n\n3. What is a hub?\n\n   A box.\n',
  ],
];

const answers: [name: string, answer: WrittenAnswer][] = [
  ['one line', oneLine],
  ['a paragraph and a list', withList],
  ['a list', onlyList],
  ['code', withCode],
];

describe('an answer written into a slot', () => {
  for (const [layout, text] of layouts) {
    for (const [kind, answer] of answers) {
      it(`${layout}: ${kind}`, () => void assertFills(text, 1, answer));
      it(`${layout}: ${kind}, with CRLF`, () => void assertFills(text.replaceAll('\n', '\r\n'), 1, answer));
      it(`${layout}: ${kind}, at the end of the file`, () => {
        const { questions, document } = read(text);
        const upToNext = document.text.slice(0, document.lines.lineStart(questions[2]!.line)).trimEnd();
        if (layout !== 'details') assertFills(upToNext, 1, answer);
      });
    }
  }
});

describe('the text around an answer', () => {
  const cases: [name: string, before: string, answer: string, after: string][] = [
    [
      'an empty bullet',
      '1. What is a port?\n   -\n2. What is a hub?\n',
      'A number.',
      '1. What is a port?\n   - A number.\n2. What is a hub?\n',
    ],
    [
      'an empty bullet with space behind it',
      '1. What is a port?\n   -  \n',
      'A number.',
      '1. What is a port?\n   - A number.\n',
    ],
    ['a label', 'Q: What is a port?\nA:\n', 'A number.', 'Q: What is a port?\nA: A number.\n'],
    ['a quote', 'Q: What is a port?\n>\n', 'A number.', 'Q: What is a port?\n> A number.\n'],
    [
      'nothing below an item',
      '1. What is a port?\n2. What is a hub?\n',
      'A number.',
      '1. What is a port?\n   - A number.\n2. What is a hub?\n',
    ],
    [
      'text that goes on below an item, where more than a paragraph would fall out of it',
      '1. What does a hub do?\n2. What is a port?\nA number.\n',
      'It does two things:\n\n1. "Who is there?" It asks.\n2. It repeats.',
      '1. What does a hub do?\nIt does two things:\n\n   1. "Who is there?" It asks.\n   2. It repeats.\n\n2. What is a port?\nA number.\n',
    ],
    [
      'nothing below a heading',
      '## What is a port?\n\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\nA number.\n\n## What is a hub?\n',
    ],
    [
      'room below a heading',
      '## What is a port?\n\n\n\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\nA number.\n\n\n\n## What is a hub?\n',
    ],
    ['the end of a file without line end', '## What is a port?', 'A number.', '## What is a port?\n\nA number.'],
    ['the end of a file', '## What is a port?\n', 'A number.', '## What is a port?\n\nA number.\n'],
    [
      'several lines',
      '1. What is a port?\n   -\n2. What is a hub?\n',
      'A number\nof 16 bits.',
      '1. What is a port?\n   - A number\n     of 16 bits.\n2. What is a hub?\n',
    ],
    [
      'several paragraphs',
      '1. What is a port?\n   -\n2. What is a hub?\n',
      'A number.\n\nOf 16 bits.',
      '1. What is a port?\n   - A number.\n\n     Of 16 bits.\n2. What is a hub?\n',
    ],
    [
      'several lines in a quote',
      '## What is a port?\n>\n',
      'A number.\n\nOf 16 bits.',
      '## What is a port?\n> A number.\n>\n> Of 16 bits.\n',
    ],
    [
      'white space around the answer',
      '1. What is a port?\n   -\n',
      '\n  A number. \n',
      '1. What is a port?\n   - A number.\n',
    ],
    [
      'an underlined heading',
      'What is a port?\n---\n\nWhat is a hub?\n---\n',
      'A number.',
      'What is a port?\n---\n\nA number.\n\nWhat is a hub?\n---\n',
    ],
    [
      'underlined headings right below each other',
      'What is a port?\n===\nWhat is a hub?\n===\n',
      'A number.',
      'What is a port?\n===\n\nA number.\n\nWhat is a hub?\n===\n',
    ],
    [
      'a bullet below bullets, where another item could be another question',
      '- What is a port?\n\n- What is a hub?\n- A box.\n- What is a mask?\n- A number.\n',
      'A number.',
      '- What is a port?\n  - A number.\n\n- What is a hub?\n- A box.\n- What is a mask?\n- A number.\n',
    ],
    [
      'a question broken to a width',
      '1. What does a host do when the lease that it was given by the\n   server has ended?\n\n2. What is a hub?\n\n   A box.\n',
      'It asks anew.',
      '1. What does a host do when the lease that it was given by the\n   server has ended?\n\n   It asks anew.\n\n2. What is a hub?\n\n   A box.\n',
    ],
    [
      'options',
      '1. Which one repeats?\n\n   a. a hub\n   b. a switch\n\n2. What is a hub?\n',
      'A hub.',
      '1. Which one repeats?\n\n   a. a hub\n   b. a switch\n\n   A hub.\n\n2. What is a hub?\n',
    ],
    [
      'options in a list',
      '1. Which of the following repeats?\n   - a hub\n   - a switch\n\n2. What is a hub?\n   - A box.\n',
      'A hub.',
      '1. Which of the following repeats?\n   - a hub\n   - a switch\n\n   A hub.\n\n2. What is a hub?\n   - A box.\n',
    ],
  ];
  for (const [name, before, answer, after] of cases) {
    it(name, () => assert.equal(fillSlot(before, read(before).questions[0]!, answer), after));
    // Where no line ends there is nothing to go by.
    if (!before.includes('\n')) continue;
    it(`${name}, with CRLF`, () => {
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      assert.equal(fillSlot(crlf(before), read(crlf(before)).questions[0]!, answer), crlf(after));
    });
  }
});

describe('the cursor in a slot', () => {
  const cases: [name: string, marked: string, answer: string, after: string][] = [
    [
      'on the question',
      '## What is a port?<|>\n\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\nA number.\n\n## What is a hub?\n',
    ],
    [
      'on the line below',
      '## What is a port?\n<|>\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\nA number.\n\n## What is a hub?\n',
    ],
    [
      'two lines below',
      '## What is a port?\n\n<|>\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\nA number.\n\n## What is a hub?\n',
    ],
    [
      'three lines below',
      '## What is a port?\n\n\n<|>\n\n## What is a hub?\n',
      'A number.',
      '## What is a port?\n\n\nA number.\n\n## What is a hub?\n',
    ],
    [
      'on a line of spaces',
      '1. What is a port?\n   <|>\n2. What is a hub?\n',
      'A number.',
      '1. What is a port?\n   - A number.\n2. What is a hub?\n',
    ],
    ['at the end of the file', '## What is a port?\n\n<|>', 'A number.', '## What is a port?\n\nA number.'],
  ];
  for (const [name, marked, answer, after] of cases)
    it(name, () => {
      const { text, offset } = withCursor(marked);
      const [question] = read(text).questions;
      assert.ok(question!.slot!.area.start <= offset && offset <= question!.slot!.area.end, 'stands in the slot');
      assert.equal(fillSlot(text, question!, answer, offset), after);
    });

  it('never writes over a line that is not blank', () => {
    const text = '## What is a port?\n\n## What is a hub?\n\nA box.\n';
    const [question] = read(text).questions;
    const { area } = question!.slot!;
    assert.equal(text.slice(area.start, area.end).trim(), '');
    for (let cursor = area.start; cursor <= area.end; cursor++) assertFills(text, 0, withList, cursor);
  });
});

describe('slots', () => {
  it('are where an answer is missing and nowhere else', () => {
    const { questions } = read(
      '1. What is a port?\n   - A number.\n2. What is a hub?\n3. What is a bit?\n   - TODO\n4. What is a frame?\n   - a unit?\n',
    );
    assert.deepEqual(
      questions.map(({ status, slot }) => [status, slot !== null]),
      [
        ['answered', false],
        ['blank', true],
        ['placeholder', true],
        ['unsure', false],
      ],
    );
  });

  it('of placeholders are the words', () => {
    const text =
      '1. What is a bit?\n   - TODO\n2. What is a hub? TBD\n3. What is a port?\n\n   > A: your answer here\n';
    const words = read(text).questions.map(({ slot }) => text.slice(slot!.insert.start, slot!.insert.end));
    assert.deepEqual(words, ['TODO', 'TBD', 'your answer here']);
  });
});
