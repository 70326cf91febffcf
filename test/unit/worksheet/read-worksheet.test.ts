import assert from 'node:assert/strict';
import type { KnowsQuestion } from '../../../server/src/worksheet/known-question.ts';
import type { Question } from '../../../server/src/worksheet/model.ts';
import { describeQuestions, read } from '../../support/worksheet.ts';

/** A worksheet and its questions, each as {@link describeQuestions} has it. */
type Case = [name: string, markdown: string, questions: string[]];

function table(cases: readonly Case[]): void {
  for (const [name, markdown, questions] of cases) {
    it(name, () => assert.deepEqual(describeQuestions(markdown), questions));
    it(`${name}, with CRLF`, () => assert.deepEqual(describeQuestions(markdown.replaceAll('\n', '\r\n')), questions));
  }
}

const both = ['[x] 1 What is a port? = A number.', '[ ] 3 What is a hub?'];
const apart = ['[x] 1 What is a port? = A number.', '[ ] 5 What is a hub?'];

describe('layouts of questions', () => {
  table([
    ['numbered, nested bullet', '1. What is a port?\n   - A number.\n2. What is a hub?\n   -\n', both],
    ['numbered, nested bullet at two columns', '1. What is a port?\n  - A number.\n2. What is a hub?\n  -\n', both],
    ['numbered, bullet without space', '1. What is a port?\n  -A number.\n2. What is a hub?\n  -\n', both],
    ['numbered with parenthesis', '1) What is a port?\n   - A number.\n2) What is a hub?\n', both],
    ['numbered without space', '1.What is a port?\nA number.\n2.What is a hub?\n', both],
    ['numbered, answer in a nested paragraph', '1. What is a port?\n\n   A number.\n\n2. What is a hub?\n', apart],
    ['numbered, answer outside the list', '1. What is a port?\n\nA number.\n\n2. What is a hub?\n', apart],
    ['numbered, lazy answer', '1. What is a port?\nA number.\n2. What is a hub?\n', both],
    ['numbered, answer as top-level bullet', '1. What is a port?\n\n- A number.\n\n2. What is a hub?\n\n-\n', apart],
    ['numbered, quoted answer', '1. What is a port?\n   > A number.\n2. What is a hub?\n   >\n', both],
    ['numbered, top-level quote', '1. What is a port?\n> A number.\n2. What is a hub?\n> \n', both],
    ['numbered, emphasised', '1. **What is a port?**\n   - A number.\n2. **What is a hub?**\n', both],
    ['numbered, with labels', '1. What is a port?\n\n   A: A number.\n\n2. What is a hub?\n\n   A:\n', apart],
    ['bullets', '- What is a port?\n  - A number.\n- What is a hub?\n  -\n', both],
    ['bullets, lazy answer', '- What is a port?\nA number.\n- What is a hub?\n', both],
    ['bullets, italic', '* *What is a port?*\n  A number.\n* *What is a hub?*\n', both],
    ['bullets, headings inside', '- ### What is a port?\n  A number.\n- ### What is a hub?\n', both],
    ['checkboxes', '- [x] What is a port?\n  - A number.\n- [ ] What is a hub?\n', both],
    ['bold', '**What is a port?**\nA number.\n**What is a hub?**\n', both],
    ['bold paragraphs', '**What is a port?**\n\nA number.\n\n**What is a hub?**\n', apart],
    ['bold, numbered inside', '**1. What is a port?**\n\nA number.\n\n**2. What is a hub?**\n', apart],
    ['italic', '*What is a port?*\n\nA number.\n\n*What is a hub?*\n', apart],
    ['headings', '### What is a port?\n\nA number.\n\n### What is a hub?\n', apart],
    ['headings, answer right below', '### What is a port?\nA number.\n### What is a hub?\n', both],
    ['headings without space', '###What is a port?\n\nA number.\n\n###What is a hub?\n', apart],
    ['headings, numbered', '### 1. What is a port?\nA number.\n### 2. What is a hub?\n', both],
    ['headings, bullet below', '### What is a port?\n- A number.\n### What is a hub?\n-\n', both],
    ['HTML headings', '<h3>What is a port?</h3>\n\nA number.\n\n<h3>What is a hub?</h3>\n', apart],
    ['paragraphs', 'What is a port?\n\nA number.\n\nWhat is a hub?\n', apart],
    ['lines of one paragraph', 'What is a port?\nA number.\nWhat is a hub?\n', both],
    [
      'paragraphs, bullet below',
      'What is a port?\n- A number.\n\nWhat is a hub?\n-\n',
      [both[0]!, '[ ] 4 What is a hub?'],
    ],
    [
      'paragraphs, quote below',
      'What is a port?\n> A number.\n\nWhat is a hub?\n>\n',
      [both[0]!, '[ ] 4 What is a hub?'],
    ],
    ['setext', 'What is a port?\n---\nA number.\n\nWhat is a hub?\n---\n', apart],
    ['quotes', '> What is a port?\n>\n> A number.\n>\n> What is a hub?\n', apart],
    ['quoted headings', '> ## 1- What is a port?\n> A number.\n> ## 2- What is a hub?\n', both],
    ['quoted numbers', '>1. **What is a port?**\n>   A number.\n>2. **What is a hub?**\n', both],
    ['question in a quote, answer behind it', '> What is a port?\n\nA number.\n\n> What is a hub?\n', apart],
    ['Q: and A:', 'Q: What is a port?\nA: A number.\nQ: What is a hub?\nA:\n', both],
    ['bold Q: and A:', '**Q:** What is a port?\n\n**A:** A number.\n\n**Q:** What is a hub?\n\n**A:**\n', apart],
    ['Question 1:', 'Question 1: What is a port?\nAnswer: A number.\nQuestion 2: What is a hub?\nAnswer:\n', both],
    ['bullets with Q:', '- Q: What is a port?\n  - A: A number.\n- Q: What is a hub?\n', both],
    ['a hard break behind the question', '1. What is a port?\\\nA number.\n2. What is a hub?\\\n', both],
    ['<br> behind the question', '1. What is a port?<br>\nA number.\n2. What is a hub?<br />\n', both],
    ['<br> behind a bold question', '**What is a port?**<br>\nA number.\n**What is a hub?** <br />\n', both],
    [
      'no question mark',
      '1. Define a port\n   - A number.\n2. Explain hubs\n',
      ['[x] 1 Define a port = A number.', '[ ] 3 Explain hubs'],
    ],
    [
      'details',
      '<details>\n<summary>What is a port?</summary>\n\nA number.\n\n</details>\n\n<details>\n<summary>What is a hub?</summary>\n\n</details>\n',
      ['[x] 2 What is a port? = A number.', '[ ] 9 What is a hub?'],
    ],
    [
      'code as an answer',
      '1. How is a port opened?\n\n   ```\n   server.listen(80);\n   ```\n\n2. What is a hub?\n',
      ['[x] 1 How is a port opened? = server.listen(80);', '[ ] 7 What is a hub?'],
    ],
    [
      'a table as an answer',
      '### Which ports are reserved?\n\n| port | for |\n| --- | --- |\n| 80 | HTTP |\n\n### What is a hub?\n',
      ['[x] 1 Which ports are reserved? = | port | for | | | 80 | HTTP |', '[ ] 7 What is a hub?'],
    ],
    [
      'an answer of several paragraphs and lists',
      '### What is a port?\n\nA number.\n\n- of a process\n  1. below 1024\n\nIt has 16 bits.\n\n### What is a hub?\n',
      ['[x] 1 What is a port? = A number. | of a process | below 1024 | It has 16 bits.', '[ ] 10 What is a hub?'],
    ],
  ]);
});

describe('questions close to each other', () => {
  table([
    [
      'two in one item, the second on a line of its own',
      '1. Explain what a port is\nWhat does a hub do?\n   - It repeats.\n2. What is a frame?\n',
      ['[ ] 1 Explain what a port is', '[x] 2 What does a hub do? = It repeats.', '[ ] 4 What is a frame?'],
    ],
    [
      'one swallowed by the answer above',
      '- What is a port?\n- A number.\nWhat is a hub?\n- A repeater.\n\nWhat is a frame?\n- A unit.\n\nWhat is a mask?\n- A prefix.\n',
      [
        '[x] 1 What is a port? = A number.',
        '[x] 3 What is a hub? = A repeater.',
        '[x] 6 What is a frame? = A unit.',
        '[x] 9 What is a mask? = A prefix.',
      ],
    ],
    [
      'questions and answers as siblings',
      '- What is a port?\n- A number.\n- What is a hub?\n- A repeater.\n- What is a frame?\n- A unit.\n',
      ['[x] 1 What is a port? = A number.', '[x] 3 What is a hub? = A repeater.', '[x] 5 What is a frame? = A unit.'],
    ],
    [
      'two on one line',
      '1. What is a hub? What is a switch?\n   - Boxes.\n2. What is a frame?\n',
      ['[x] 1 What is a hub? What is a switch? = Boxes.', '[ ] 3 What is a frame?'],
    ],
    [
      'answers on the same lines',
      '1. What is a port? A number.\n2. What is a hub? - A repeater.\n3. **What is a frame?** A unit.\n4. What is a mask?\n',
      [
        '[x] 1 What is a port? = A number.',
        '[x] 2 What is a hub? = A repeater.',
        '[x] 3 What is a frame? = A unit.',
        '[ ] 4 What is a mask?',
      ],
    ],
    [
      'answers on the same lines that go on below',
      '1. What is a port? A number\n   of 16 bits.\n2. What is a hub?\n',
      ['[x] 1 What is a port? = A number | of 16 bits.', '[ ] 3 What is a hub?'],
    ],
    [
      'A: on the same line',
      '- Q: What is a port? A: A number.\n- Q: What is a hub? A:\n',
      ['[x] 1 What is a port? = A number.', '[ ] 2 What is a hub?'],
    ],
    [
      'a rhetorical question in an answer',
      '### What is a port?\n\nThink of a house with many doors. Which door do you knock at? That is the port.\n\n### What is a hub?\n\nWhy would anybody buy one? It was cheap.\n',
      [
        '[x] 1 What is a port? = Think of a house with many doors. Which door do you knock at? That is the port.',
        '[x] 5 What is a hub? = Why would anybody buy one? It was cheap.',
      ],
    ],
    [
      'a rhetorical question as an item of an answer',
      '1. What is a port?\n   - Who is it for?\n   - A number says so.\n2. What is a hub?\n   - A repeater.\n3. What is a frame?\n   - A unit.\n',
      [
        '[x] 1 What is a port? = Who is it for? | A number says so.',
        '[x] 4 What is a hub? = A repeater.',
        '[x] 6 What is a frame? = A unit.',
      ],
    ],
    [
      'a dialogue as an answer',
      '1. Describe a handshake\n   - Like this:\n\nAnn: "Are you there?"\nBen: "Yes. Are you?"\n\n2. What is a hub?\n',
      [
        '[x] 1 Describe a handshake = Like this: | Ann: "Are you there?" | Ben: "Yes. Are you?"',
        '[ ] 7 What is a hub?',
      ],
    ],
  ]);
});

describe('fill-in sentences', () => {
  const sentence = 'A switch keeps a ____ of addresses.';
  table([
    ['left open', `1. ${sentence}\n   -\n`, [`[ ] 1 ____ ${sentence}`]],
    ['answered below', `1. ${sentence}\n   - table\n`, [`[x] 1 ____ ${sentence} = table`]],
    ['answered below, after a blank line', `### ${sentence}\n\ntable\n`, [`[x] 1 ____ ${sentence} = table`]],
    ['answered with doubt', `### ${sentence}\n\ntable?\n`, [`[?] 1 ____ ${sentence} = table?`]],
    ['answered in bold', `1. ${sentence}\n   **table**\n`, [`[x] 1 ____ ${sentence} = table`]],
    [
      'answered in the blank',
      '1. A switch keeps a ____table____ of addresses.\n',
      ['[x] 1 ____ A switch keeps a ____table____ of addresses. = table'],
    ],
    [
      'answered unevenly in the blank',
      '1. A switch keeps a _table___ of addresses.\n',
      ['[x] 1 ____ A switch keeps a _table___ of addresses. = table'],
    ],
    [
      'repeated below with the word',
      `1. ${sentence}\n\n   A switch keeps a table of addresses.\n`,
      [`[x] 1 ____ ${sentence} = A switch keeps a table of addresses.`],
    ],
    [
      'repeated behind with the word',
      `1. ${sentence} A switch keeps a table of addresses.\n`,
      [`[x] 1 ____ ${sentence} = A switch keeps a table of addresses.`],
    ],
    ['bold', `**${sentence}**\ntable\n`, [`[x] 1 ____ ${sentence} = table`]],
    [
      'with escaped blank',
      '1. A switch keeps a \\_\\_\\_\\_ of addresses.\n2. A hub keeps none.\n',
      ['[x] 1 ____ A switch keeps a ____ of addresses. = A hub keeps none.'],
    ],
    [
      'with two blanks',
      '1. A ____ keeps a ____ of addresses.\n   - switch, table\n',
      ['[x] 1 ____ A ____ keeps a ____ of addresses. = switch, table'],
    ],
    [
      'several below each other',
      '- Layer ____ reads addresses.\n- Layer ____ reads bits.\n- Layer ____ reads ports.\n',
      [
        '[ ] 1 ____ Layer ____ reads addresses.',
        '[ ] 2 ____ Layer ____ reads bits.',
        '[ ] 3 ____ Layer ____ reads ports.',
      ],
    ],
  ]);

  it('recognises one with the word in it by its key', () => {
    const knows: KnowsQuestion = (text) => (/switch keeps a/.test(text) ? { kind: 'fill-in', verbatim: true } : null);
    const text = '1. What is a hub?\n   - A repeater.\n2. A switch keeps a **table** of addresses.\n';
    assert.deepEqual(describeQuestions(text, true, knows), [
      '[x] 1 What is a hub? = A repeater.',
      '[x] 3 ____ A switch keeps a table of addresses. = table',
    ]);
  });

  it('says where the open blanks stand', () => {
    const text = '1. A ____ keeps a \\_\\_ of addresses.\n';
    const [question] = read(text).questions;
    assert.deepEqual(
      question!.blanks.map(({ start, end }) => text.slice(start, end)),
      ['____', '\\_\\_'],
    );
  });
});

describe('places without an answer', () => {
  const slots = [
    '',
    '-',
    '- ',
    '  -',
    '*',
    '>',
    '> ',
    '1.',
    '1)',
    '* .',
    '* <>',
    '...',
    '___',
    '<!-- here -->',
    'A:',
    '**A:**',
  ];
  for (const slot of slots)
    it(JSON.stringify(slot), () =>
      assert.deepEqual(describeQuestions(`### What is a port?\n${slot}\n\n### What is a hub?\n\nA box.\n`), [
        '[ ] 1 What is a port?',
        '[x] 4 What is a hub? = A box.',
      ]),
    );

  const placeholders = [
    'TODO',
    'todo:',
    'TBD',
    'xyz',
    'x',
    'answer',
    'Answer here',
    'your answer here',
    'Write your answer here.',
    '???',
    'coming soon!',
    'Lorem ipsum dolor',
    'TODO: look it up',
    'FIXME',
    '[answer here]',
    '(your answer)',
    'Your response here',
    'Answer goes here',
    'Type here',
    'to be answered',
    '? ? ?',
    'asdf',
  ];
  for (const words of placeholders)
    it(`only held by ${JSON.stringify(words)}`, () =>
      assert.deepEqual(describeQuestions(`1. What is a port?\n   - ${words}\n2. What is a hub?\n   - A box.\n`), [
        `[~] 1 What is a port? = ${words}`,
        '[x] 3 What is a hub? = A box.',
      ]));

  for (const words of [
    'N/A',
    'None',
    'No',
    '7',
    '80',
    'IP',
    'T',
    'b',
    'C.',
    '[x]',
    '{ x }',
    'response',
    'Todo lists hold tasks',
  ])
    it(`but not ${JSON.stringify(words)}`, () =>
      assert.equal(read(`1. What is a port?\n   - ${words}\n`).questions[0]!.status, 'answered'));

  table([
    [
      'scaffolds with nothing in them',
      '### What did you learn?\n\nTakeaway 1:\n\nTakeaway 2:\n\n### What is a hub?\n',
      ['[ ] 1 What did you learn?', '[ ] 7 What is a hub?'],
    ],
    [
      'scaffolds filled in',
      '### What did you learn?\n\nTakeaway 1: ports\n\nTakeaway 2:\n\n### What is a hub?\n',
      ['[x] 1 What did you learn? = Takeaway 1: ports', '[ ] 7 What is a hub?'],
    ],
    [
      'options to choose from',
      '1. Which one repeats?\n\n   a. a hub\n   b. a switch\n   c. a router\n\n2. What is a port?\n',
      ['[ ] 1 Which one repeats?', '[ ] 7 What is a port?'],
    ],
    [
      'options and the choice below',
      '1. Which one repeats?\n\n   a. a hub\n   b. a switch\n\n   The hub does.\n\n2. What is a port?\n',
      ['[x] 1 Which one repeats? = The hub does.', '[ ] 8 What is a port?'],
    ],
    [
      'options in a list',
      '1. Which of the following repeats?\n   - a hub\n   - a switch\n2. What is a port?\n   - A number.\n   - A door.\n',
      ['[ ] 1 Which of the following repeats?', '[x] 4 What is a port? = A number. | A door.'],
    ],
    [
      'options throughout',
      '1. What does a hub repeat?\n\n   a. all frames\n   b. no frame\n\n2. What is a port?\n\n   a. a door\n   b. a number\n\n3. What is a mask?\n',
      ['[ ] 1 What does a hub repeat?', '[ ] 6 What is a port?', '[ ] 11 What is a mask?'],
    ],
    [
      'an answer in points with letters',
      '1. How is a port found?\n\na. Look at the number\nb. Look at the list\n\n2. What is a port?\n\n   A number.\n\n3. What is a mask?\n',
      [
        '[x] 1 How is a port found? = a. Look at the number | b. Look at the list',
        '[x] 6 What is a port? = A number.',
        '[ ] 10 What is a mask?',
      ],
    ],
    [
      'a plea to write something',
      '## What is a port?\n\nPlease provide a response to this question.\n\n## What is a hub?\n\nA box.\n\n## What is a mask?\n\nPlease add your answer\n',
      [
        '[~] 1 What is a port? = Please provide a response to this question.',
        '[x] 5 What is a hub? = A box.',
        '[~] 9 What is a mask? = Please add your answer',
      ],
    ],
    [
      'a label that waits below a sentence with a word in bold',
      '1. What is a port?\n\n> Answer:\n\n2. Take the **smaller** number and say where it leads.\n\n> Answer:\n\n3. What is a hub?\n\n> Answer:\n',
      ['[ ] 1 What is a port?', '[ ] 5 Take the smaller number and say where it leads.', '[ ] 9 What is a hub?'],
    ],
    [
      'links to what to read next',
      '1. What is a port?\n2. What is a hub?\n\n[Chapter two](https://example.org/two)\n\n1. What is a frame?\n2. What is a mask?\n',
      ['[ ] 1 What is a port?', '[ ] 2 What is a hub?', '[ ] 6 What is a frame?', '[ ] 7 What is a mask?'],
    ],
  ]);
});

describe('a question in parts', () => {
  table([
    [
      'with letters',
      '1. What is a hub?\n2. Suppose there is a lease:\n\n    a. Who ends it?\n    b. When does it end?\n    c. Explain how it is renewed.\n\n       By asking.\n\n3. What is a port?\n',
      [
        '[ ] 1 What is a hub?',
        '[ ] 4 Who ends it?',
        '[ ] 5 When does it end?',
        '[x] 6 Explain how it is renewed. = By asking.',
        '[ ] 10 What is a port?',
      ],
    ],
  ]);
});

describe('a question broken to a width', () => {
  const host = '1. What does a host do when the lease that it was given by the\n   server has ended?\n';
  table([
    [
      'is one question, and open',
      `${host}2. What is a hub?\n3. What is a port?\n`,
      [
        '[ ] 1 What does a host do when the lease that it was given by the server has ended?',
        '[ ] 3 What is a hub?',
        '[ ] 4 What is a port?',
      ],
    ],
    [
      'has its answer below',
      `${host}   - It asks anew.\n2. What is a hub?\n   - A box.\n3. What is a port?\n`,
      [
        '[x] 1 What does a host do when the lease that it was given by the server has ended? = It asks anew.',
        '[x] 4 What is a hub? = A box.',
        '[ ] 6 What is a port?',
      ],
    ],
    [
      'has a short one behind it',
      '* Does a hub need more power than a switch with the same number of ports?\n  Why or why not?\n* What is a hub?\n* What is a port?\n',
      [
        '[ ] 1 Does a hub need more power than a switch with the same number of ports? Why or why not?',
        '[ ] 3 What is a hub?',
        '[ ] 4 What is a port?',
      ],
    ],
    [
      'has an order behind it',
      '* Why is a hub thought to be slower than a switch of the same size?\n  Explain with an example.\n* What is a hub?\n* What is a port?\n',
      [
        '[ ] 1 Why is a hub thought to be slower than a switch of the same size? Explain with an example.',
        '[ ] 3 What is a hub?',
        '[ ] 4 What is a port?',
      ],
    ],
    [
      'starts with what is given',
      '* If a building has ten floors with twenty rooms each, and all rooms\n  have two sockets (of which one is free, but for the rooms at the\n  ends), how many hubs does it need?\n* What is a hub?\n* What is a port?\n',
      [
        '[ ] 1 If a building has ten floors with twenty rooms each, and all rooms have two sockets (of which one is free, but for the rooms at the ends), how many hubs does it need?',
        '[ ] 4 What is a hub?',
        '[ ] 5 What is a port?',
      ],
    ],
    [
      'is no question with its answer on the next line',
      '1. What does a host do when the lease that it was given has ended\nit asks for a new one.\n2. What is a hub?\na box.\n3. What is a port?\n',
      [
        '[x] 1 What does a host do when the lease that it was given has ended = it asks for a new one.',
        '[x] 3 What is a hub? = a box.',
        '[ ] 5 What is a port?',
      ],
    ],
    [
      'is not two questions, one a line',
      'What does a host do when the lease that it was given has ended\nwhat is a hub?\nwhat is a port?\n',
      [
        '[ ] 1 What does a host do when the lease that it was given has ended',
        '[ ] 2 what is a hub?',
        '[ ] 3 what is a port?',
      ],
    ],
  ]);
});

describe('text that asks nothing', () => {
  table([
    [
      'titles that ask',
      '# What is a network?\n\n## Basics\n\n1. What is a port?\n   - A number.\n\n## What is a cable?\n\n1. What is a pair?\n',
      ['[x] 5 What is a port? = A number.', '[ ] 10 What is a pair?'],
    ],
    [
      'a title that is asked again below',
      '### What is a hub?\n\nWhat is a hub?\nName two of its parts.\nWho builds it?\n\n### Hubs\n',
      ['[ ] 3 What is a hub?', '[ ] 4 Name two of its parts.', '[ ] 5 Who builds it?'],
    ],
    [
      'aims of a lesson',
      '# Hubs\n\n## Learning Objectives\n\n1. Describe a hub\n2. Explain how a hub repeats\n\n## Questions\n\n1. What is a hub?\n2. What is a port?\n',
      ['[ ] 10 What is a hub?', '[ ] 11 What is a port?'],
    ],
    [
      'wishes for more',
      '1. What is a port?\n   - A number.\n2. What is a hub?\n\n## Things I want to know more about\n\n- How are masks computed?\n- Why 16 bits?\n',
      ['[x] 1 What is a port? = A number.', '[ ] 3 What is a hub?'],
    ],
    [
      'wishes for more, with a part behind them',
      '### What is a port?\n\nA number.\n\n## Things I want to know more about\n\nWhy 16 bits?\n\n## Cables\n\n### What is a pair?\n',
      ['[x] 1 What is a port? = A number.', '[ ] 11 What is a pair?'],
    ],
    [
      'references',
      '### What is a port?\n\nA number.\n\n## References\n\n- [What is a port?](https://example.org/port)\n',
      ['[x] 1 What is a port? = A number.'],
    ],
    [
      'announcements',
      'Answer the following questions:\n\n1. What is a port?\n2. What is a hub?\n',
      ['[ ] 3 What is a port?', '[ ] 4 What is a hub?'],
    ],
    [
      'code',
      '### What is a port?\n\n```\nWhat is a hub?\n```\n\n    What is a frame?\n',
      ['[x] 1 What is a port? = What is a hub? | What is a frame?'],
    ],
    [
      'code in a quote',
      '### What is a port?\n\n> It is opened so:\n>\n> ```\n> a > b\n> ```\n',
      ['[x] 1 What is a port? = It is opened so: | a > b'],
    ],
    ['comments', '### What is a port?\n\n<!--\n### What is a hub?\n-->\n', ['[ ] 1 What is a port?']],
    ['front matter', '---\ntitle: What is a hub?\n---\n\n### What is a port?\n', ['[ ] 5 What is a port?']],
  ]);

  it('gives the topics above a question, without those that ended', () => {
    const { questions } = read(
      '# Networks\n\n## Ports\n\n1. What is a port?\n\n## Cables\n\n### Copper\n\n1. What is a pair?\n\n# Air\n\n1. What is a channel?\n',
    );
    assert.deepEqual(
      questions.map(({ section }) => section),
      [['Networks', 'Ports'], ['Networks', 'Cables', 'Copper'], ['Air']],
    );
  });
});

describe('spans of questions and answers', () => {
  const cases: [markdown: string, question: string, answer: string, lines: [number, number]][] = [
    ['## **1. What is a port?** ##\n\nA *number*.  \n', 'What is a port?', 'A *number*.', [2, 2]],
    [
      '1. What is a port?\n\n   - A number\n     of 16 bits\n',
      'What is a port?',
      '- A number\n     of 16 bits',
      [2, 3],
    ],
    ['1. What is a port?\n\t- A number\n', 'What is a port?', '- A number', [1, 1]],
    ['What is a port?\n\n> A *number*  \n> of 16 bits.\n', 'What is a port?', '> A *number*  \n> of 16 bits.', [2, 3]],
    ['> What is a port?\n>\n> A *number*.\n', 'What is a port?', 'A *number*.', [2, 2]],
    ['- [ ] What is a port? A number.  \n', 'What is a port?', 'A number.', [0, 0]],
    ['Q: What is a port?\nA: A number.\n', 'What is a port?', 'A: A number.', [1, 1]],
    ['😀\n\n# What is a 🚪?\n\nA 🚪.\n', 'What is a 🚪?', 'A 🚪.', [4, 4]],
  ];
  for (const [text, asked, said, lines] of cases)
    it(JSON.stringify(text), () => {
      const [{ span, answer }] = read(text).questions as [Question];
      assert.equal(text.slice(span.start, span.end), asked);
      assert.equal(text.slice(answer!.span.start, answer!.span.end), said);
      assert.deepEqual(answer!.lines, lines);
    });
});
