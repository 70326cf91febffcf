import assert from 'node:assert/strict';
import { describeQuestions, read } from '../../support/worksheet.ts';

/** Reads lines with nothing declared: the text itself has to say that it is a worksheet. */
const questions = (...lines: string[]) => describeQuestions(lines.join('\n'), null);

describe('evidence of the whole document', () => {
  it('takes smaller headings for answers where questions are answered so', () => {
    assert.deepEqual(
      questions(
        '## What is a switch?',
        '### It forwards frames',
        '## What is a hub?',
        '### It repeats',
        '## Why two?',
        'Cost.',
      ),
      ['[x] 1 What is a switch? = It forwards frames', '[x] 3 What is a hub? = It repeats', '[x] 5 Why two? = Cost.'],
    );
  });

  it('takes a heading as long as a sentence for the answer to the question right above', () => {
    assert.deepEqual(
      questions(
        '## What is a switch?',
        '## **A switch looks at the address of each frame and forwards it to one port.**',
        '## What is a hub?',
        'It repeats.',
        '## Why two?',
        'Cost.',
      ).map((line) => line.slice(0, 24)),
      ['[x] 1 What is a switch? ', '[x] 3 What is a hub? = I', '[x] 5 Why two? = Cost.'],
    );
  });

  it('still takes a question with titles below for the title of a part', () => {
    assert.deepEqual(
      questions('# What is a LAN?', '## Reading', '1. Who builds one?', '2. What does it cost?', '3. Why?'),
      ['[ ] 3 Who builds one?', '[ ] 4 What does it cost?', '[ ] 5 Why?'],
    );
  });

  it('takes a sentence among headings that ask for a question too', () => {
    assert.deepEqual(
      questions(
        '### What is a LAN?',
        'Local.',
        '### Why one?',
        'Cost.',
        '### Who owns it?',
        'We.',
        '### A LAN of the class needs at least this much.',
        'Two.',
      ),
      [
        '[x] 1 What is a LAN? = Local.',
        '[x] 3 Why one? = Cost.',
        '[x] 5 Who owns it? = We.',
        '[x] 7 A LAN of the class needs at least this much. = Two.',
      ],
    );
  });

  it('takes questions below a question that asks for questions for its answer', () => {
    assert.deepEqual(
      questions(
        'What are the three questions to ask first?',
        '',
        '- *Who reads it?*',
        '- *Why?*',
        '',
        'How long may it take?',
        '',
        '- A day',
        '',
        'Who checks it?',
        '',
        '- Nobody',
      ),
      [
        '[x] 1 What are the three questions to ask first? = Who reads it? | Why?',
        '[x] 6 How long may it take? = A day',
        '[x] 10 Who checks it? = Nobody',
      ],
    );
  });

  it('takes a question in the midst of the list that answers another for a part of that answer', () => {
    assert.deepEqual(
      questions(
        '1. How does a call start?',
        '- They pick up.',
        '- Hello, who is there?:',
        '- They name themselves.',
        '2. How does it end?',
        '- Bye.',
        '3. Who pays?',
        '- The caller.',
      ).map((line) => line.slice(0, 5)),
      ['[x] 1', '[x] 5', '[x] 7'],
    );
  });

  it('takes a short line above questions that are numbered anew for the title of a part', () => {
    assert.deepEqual(
      questions('1. What is a cable?', '2. Who lays it?', '', 'Radio', '', '1. What is a band?', '2. Who gets one?'),
      ['[ ] 1 What is a cable?', '[ ] 2 Who lays it?', '[ ] 6 What is a band?', '[ ] 7 Who gets one?'],
    );
  });

  it('takes such a line for an answer where answers look like it', () => {
    assert.deepEqual(
      questions(
        '1. What carries light?',
        '',
        'Glass',
        '',
        '2. And sound?',
        '',
        'Air',
        '',
        '1. Who hears it?',
        '',
        'Ears',
      ),
      ['[x] 1 What carries light? = Glass', '[x] 5 And sound? = Air', '[x] 9 Who hears it? = Ears'],
    );
  });

  it('takes labels that wait for words for no answer', () => {
    assert.deepEqual(
      questions('1. What does each colour mean?', '', 'Red =', 'Green =', '', '2. Who decides?', '3. Why?'),
      ['[ ] 1 What does each colour mean?', '[ ] 6 Who decides?', '[ ] 7 Why?'],
    );
  });

  it('asks nothing of terms that are explained', () => {
    const knows = () => ({ kind: 'open', verbatim: false }) as const;
    const { questions: found } = read(
      '1. What is a port?\n\n# Terms\n**Open port**:\n- It listens.\n**Closed port**:\n- It does not.',
      true,
      knows,
    );
    assert.deepEqual(
      found.map(({ line }) => line),
      [0],
    );
  });

  it('keeps the orders of an example apart from those of the worksheet', () => {
    assert.deepEqual(
      questions(
        'A page can do much. For example:',
        '- List all of the headings',
        '- Name a colour',
        '',
        '1. What is a page?',
        '2. Who reads it?',
        '3. Why?',
      ).length,
      3,
    );
  });
});

describe('lists among questions', () => {
  it('are answers where they count what was done', () => {
    assert.deepEqual(
      questions(
        '1. What is a call?',
        '- Talk',
        '',
        '2. How does it start?',
        '- In two steps:',
        '',
        '1. One side rings',
        '2. The other picks up',
        '',
        '## End',
        '1. Who hangs up?',
        '- Both',
        '2. Why?',
        '- It is over',
      ).map((line) => line.slice(0, 6)),
      ['[x] 1 ', '[x] 4 ', '[x] 11', '[x] 13'],
    );
  });

  it('are answers where their steps are worded like orders', () => {
    assert.deepEqual(
      questions(
        'How is a line found?',
        '',
        '- Identify every cable that is there',
        '',
        '- Find one that is free',
        '',
        'Who finds it?',
        '',
        '- We do',
        '',
        'Why one line?',
        '',
        '- It is enough',
      ).map((line) => line.slice(0, 6)),
      ['[x] 1 ', '[x] 7 ', '[x] 11'],
    );
  });

  it('may have a title that is an item too', () => {
    assert.deepEqual(
      questions(
        '- **Who leads?**',
        '- **Who writes?**',
        '- **When do we meet?**',
        '- **Reviews:**',
        '  - **Who reads them?**',
        '  - **How soon?**',
      ).slice(-2),
      ['[ ] 5 Who reads them?', '[ ] 6 How soon?'],
    );
  });

  it('may start with any number below a paragraph', () => {
    assert.deepEqual(
      questions('1. What is a call?', '', 'Talk', '3. Who starts it?', '', 'One', '', '5. Who ends it?', '', 'Both'),
      ['[x] 1 What is a call? = Talk', '[x] 4 Who starts it? = One', '[x] 8 Who ends it? = Both'],
    );
  });

  it('keep a bold line that asks right below another a question', () => {
    assert.deepEqual(
      questions(
        '**What is a call?**',
        'Talk',
        '',
        '**Who starts it?**',
        'One',
        '',
        '**Who ends it?**',
        '**Why?**',
        '**When?**',
      ).slice(2),
      ['[ ] 7 Who ends it?', '[ ] 8 Why?', '[ ] 9 When?'],
    );
  });

  it('may ask without a mark, in courteous words', () => {
    assert.deepEqual(questions('1. What is a call', '2. In your own words, what is a line.', '3. Why?').length, 3);
  });
});

describe('what tells a worksheet', () => {
  const notes = Array.from({ length: 12 }, (_, index) => `> - Note ${index}: something was said about cables.`).join(
    '\n',
  );
  const asked = '1. What is a cable?\n   - Copper\n2. Who lays it?\n   - We do\n3. Why?\n   - For data';

  it('is a part for what its writer wants to know, beside long notes', () => {
    assert.equal(read(`# Cables\n\n${notes}\n\n${asked}\n`, null).worksheet.role, 'none');
    assert.equal(
      read(`# Cables\n\n${notes}\n\n${asked}\n\n## Things I want to know more about\n`, null).worksheet.role,
      'worksheet',
    );
  });

  it('is a title that announces questions, beside long notes', () => {
    const listed = '- What is a cable?\n  - Copper\n- Who lays it?\n- Why?\n';
    assert.equal(read(`# Cables\n\n${notes}\n\n## Ways\n\n${listed}`, null).worksheet.role, 'none');
    assert.equal(read(`# Cables\n\n${notes}\n\n## Reading Questions\n\n${listed}`, null).worksheet.role, 'worksheet');
    assert.equal(
      read(`# Cables\n\n${notes}\n\n## Frequently Asked Questions\n\n${listed}`, null).worksheet.role,
      'none',
    );
  });

  it('is more than two known questions in a long text', () => {
    const long = Array.from({ length: 200 }, (_, index) => `Change ${index} of many.\n`).join('\n');
    const knows = () => ({ kind: 'open', verbatim: false }) as const;
    assert.equal(read(`## What is new?\n\n${long}\n\n## What is gone?\n\n${long}`, null, knows).worksheet.role, 'none');
  });

  it('is more than four bullets that ask', () => {
    const listed = '- Who?\n- Which of them?\n- Is it hard?\n- What next?';
    const text = `# Skill\n\nWrite it down.\n\n## How\n\nLook first.\n\nThen ask.\n\n${listed}\n\n## Then\n\nSave it.\n\nSay so.\n\nStop.\n`;
    assert.equal(read(text, null).worksheet.role, 'none');
  });
});
