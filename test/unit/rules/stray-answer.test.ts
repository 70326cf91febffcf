import assert from 'node:assert/strict';
import { mended, reported } from '../../support/findings.ts';

const stray = (body: string) => reported('stray-answer', body);
const mend = (body: string) => mended('stray-answer', body)[0];
const next = '2. What is a port?\n   - a number\n';

describe('stray answers', () => {
  it('name the columns that the item has', () => {
    assert.deepEqual(stray(`10. What is a hub?\n    A box.\n\nIt repeats all frames.\n`), [
      [
        'It repeats all frames.',
        'This text has fallen out of its list item. Indent it by 4 spaces to keep it in the answer.',
      ],
    ]);
    assert.deepEqual(stray(`### What is a hub?\n\n      It repeats all frames.\n`), [
      ['It repeats all frames.', 'This text is shown as code. Take away 6 spaces before it to make it text again.'],
    ]);
  });

  it('are moved with all that belongs to them', () =>
    assert.deepEqual(
      mend(
        `1. What is a hub?\n   - A box.\n\nIt repeats these, with its clock:\nall frames.\n\n- one\n  and two\n\n\`\`\`\na b\n\`\`\`\n\n${next}`,
      ),
      [
        'Move this text into the answer',
        `1. What is a hub?\n   - A box.\n\n   It repeats these, with its clock:\n   all frames.\n\n   - one\n     and two\n\n   \`\`\`\n   a b\n   \`\`\`\n\n${next}`,
      ],
    ));

  it('may be a list that the item leads to', () =>
    assert.equal(
      mend(`1. What does a hub do?\n   Three things:\n\n- it reads\n- it repeats\n\n${next}`)![1],
      `1. What does a hub do?\n   Three things:\n\n   - it reads\n   - it repeats\n\n${next}`,
    ));

  it('stop before what is no answer', () =>
    assert.equal(
      mend(
        `- What is a hub?\n  - A box.\n\nIt repeats all frames.\n\nMore about it [here](https://example.org):\n\n- What is a port?\n`,
      )![1],
      `- What is a hub?\n  - A box.\n\n  It repeats all frames.\n\nMore about it [here](https://example.org):\n\n- What is a port?\n`,
    ));

  it('keep their tabs and line ends', () => {
    assert.equal(
      mend(`1. What is a hub?\r\n   A box.\r\n\r\nIt repeats all frames.\r\nTo all.\r\n`)![1],
      `1. What is a hub?\r\n   A box.\r\n\r\n   It repeats all frames.\r\n   To all.\r\n`,
    );
    assert.equal(
      mend('### What is a hub?\n\n\tIt repeats frames\n\t  to everybody.\n')![1],
      '### What is a hub?\n\nIt repeats frames\n  to everybody.\n',
    );
  });

  it('are brought back into their item from code', () =>
    assert.deepEqual(mend(`1. What is a hub?\n\n           It repeats all frames.\n\n${next}`), [
      'Move this text out of the code block',
      `1. What is a hub?\n\n   It repeats all frames.\n\n${next}`,
    ]));

  it('are no answers that stand below their item as a whole', () => {
    assert.deepEqual(
      stray('1. What is a hub?\n\nA box that repeats frames.\n\n2. What is a port?\n\nA number for a process.\n'),
      [],
    );
    assert.deepEqual(
      stray('1. What is a hub?\n\n- A box that repeats frames.\n\n2. What is a port?\n\n- A number.\n'),
      [],
    );
  });

  it('are no titles, links, tables or leads to what comes next', () => {
    for (const other of [
      'Ports and numbers',
      '[The book on hubs and more](https://example.org)',
      '| Home page | [Up](README.md) |',
      'Now on to the next part, which is about numbers:',
      '<br />',
    ])
      assert.deepEqual(
        stray(`1. What is a hub?\n   - A box.\n\n${other}\n\n1. What is a port?\n   - a number\n`),
        [],
        other,
      );
  });

  it('are no code', () => {
    for (const code of [
      'socket.open(80);',
      'npm install the package now',
      'if (a) {\n      b\n    }',
      'open',
      '```\n    It repeats frames here\n    ```',
    ])
      assert.deepEqual(stray(`### What does a hub need?\n\n    ${code}\n`), [], code);
  });
});
