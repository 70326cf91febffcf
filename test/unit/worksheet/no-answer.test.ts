import assert from 'node:assert/strict';
import { describeQuestions } from '../../support/worksheet.ts';

/** Reads lines with nothing declared: the text itself has to say that it is a worksheet. */
const questions = (...lines: string[]) => describeQuestions(lines.join('\n'), null);

describe('what stands below a question and is no answer', () => {
  it('may be the title of the next part, with a line drawn under it', () => {
    const sheet = (title: string, line: string) =>
      questions('1. What is a port?', '2. Who assigns it?', '', title, line, '', '1. What is a hub?', '   - A box.');
    const found = ['[ ] 1 What is a port?', '[ ] 2 Who assigns it?', '[x] 7 What is a hub? = A box.'];
    assert.deepEqual(sheet('Boxes and cables', '----------------'), found);
    assert.deepEqual(sheet('Boxes and cables', '==='), found);
    // A short line, or one as wide as the page, is a rule below an answer.
    const answered = found.with(1, '[x] 2 Who assigns it? = Boxes and cables');
    assert.deepEqual(sheet('Boxes and cables', '---'), answered);
    assert.deepEqual(sheet('Boxes and cables', '-'.repeat(60)), answered);
  });

  it('may be words that only speak of an answer', () => {
    assert.deepEqual(questions('1. What is a port?', '   The answer to the review question.', '2. Why?', '   Room.'), [
      '[~] 1 What is a port? = The answer to the review question.',
      '[x] 3 Why? = Room.',
    ]);
  });

  it('may be the tag of a line break', () => {
    assert.deepEqual(
      questions('1. Do ports have names? Why are they useful?<br />', '', '2. Who assigns one?<br>', '   We do.'),
      ['[ ] 1 Do ports have names? Why are they useful?', '[x] 3 Who assigns one? = We do.'],
    );
  });

  it('may be a hint for whoever answers', () => {
    const sheet = (...below: string[]) =>
      questions('## What is a port?', ...below, '## What is a hub?', 'A box.', '## Why?', 'Cost.')[0];
    assert.equal(sheet('> Hint: think of a harbour.'), '[ ] 1 What is a port?');
    assert.equal(sheet('- Note: it has a number.'), '[x] 1 What is a port? = Note: it has a number.');
    assert.equal(sheet('A: Note: it has a number.'), '[x] 1 What is a port? = Note: it has a number.');
    assert.equal(sheet('Note: one word will do.'), '[ ] 1 What is a port?');
    assert.equal(
      sheet('Hint: think of a harbour.', '', 'A number.'),
      '[x] 1 What is a port? = Hint: think of a harbour. | A number.',
    );
  });

  it('may be a link behind the question, to what it is about', () => {
    const sheet = (first: string) => questions(first, '', '- What is a hub?', '  A box.', '- Why?', '  Cost.')[0];
    assert.equal(sheet('- What is a port? [Ports](https://example.org/ports)'), '[ ] 1 What is a port?');
    assert.equal(
      sheet('- What is a port? [the number of a program](https://example.org/ports)'),
      '[x] 1 What is a port? = the number of a program',
    );
    assert.equal(sheet('- Who assigns ports? [IANA](https://example.org/iana)'), '[x] 1 Who assigns ports? = IANA');
    assert.equal(
      sheet('- What is the best tutorial on ports? [Ports](https://example.org/ports)'),
      '[x] 1 What is the best tutorial on ports? = Ports',
    );
    assert.equal(
      sheet('- Which web page tells of ports? <https://example.org/ports>'),
      '[x] 1 Which web page tells of ports? = https://example.org/ports',
    );
  });

  it('may be a table that explains terms, unless they are asked for', () => {
    const sheet = (question: string, head: string) =>
      questions(
        '## What is a port?',
        'A number.',
        '## Why?',
        'Room.',
        `## ${question}`,
        `| ${head} | Meaning |`,
        '| --- | --- |',
        '| Hub | A box |',
      )[2];
    assert.equal(sheet('What is a hub?', 'Term'), '[ ] 5 What is a hub?');
    assert.equal(sheet('What is a hub?', 'Box'), '[x] 5 What is a hub? = | Box | Meaning | | | Hub | A box |');
    assert.equal(sheet('Define the following terms', 'Term')?.slice(0, 3), '[x]');
  });

  it('may be a title in a line of its own, where answers stand in lists', () => {
    const sheet = (...answers: [string, string]) =>
      questions(
        '* What is a port?',
        answers[0],
        '* Why are there many?',
        answers[1],
        '* Who assigns one?',
        '',
        'Boxes And Cables',
        '',
        '* What is a hub?',
      ).map((line) => line.slice(0, 5));
    assert.deepEqual(sheet('  - A number.', '  - Room.'), ['[x] 1', '[x] 3', '[ ] 5', '[ ] 9']);
    assert.deepEqual(sheet('\nA number.\n', '\nRoom.\n'), ['[x] 1', '[x] 5', '[x] 9', '[ ] 1']);
  });

  it('may be an order in a paragraph, where answers stand in lists', () => {
    const sheet = (...answers: [string, string]) =>
      questions(
        '- What is a port?',
        answers[0],
        '- Why are there many?',
        answers[1],
        '- Who assigns one?',
        '',
        'Describe the following boxes in your own words',
        '',
        '- What is a hub?',
      ).map((line) => line.slice(0, 5));
    assert.deepEqual(sheet('    - A number.', '    - Room.'), ['[x] 1', '[x] 3', '[ ] 5', '[ ] 7', '[ ] 9']);
  });

  it('may be an empty bullet, however far in', () => {
    assert.deepEqual(questions('## What is a port?', '', '    -', '', '## Why?', '', '    - Room.', '## Who?', 'We.'), [
      '[ ] 1 What is a port?',
      '[x] 5 Why? = Room.',
      '[x] 8 Who? = We.',
    ]);
  });

  it('may be a hint, with links to read below', () => {
    const link = '[Ports and harbours](https://example.org/ports)';
    assert.equal(
      questions(
        '## What is a port?',
        'Note: many a job starts with this.',
        '',
        link,
        '',
        link,
        '## Why?',
        'Room.',
        '## Who?',
        'We.',
      )[0],
      '[ ] 1 What is a port?',
    );
  });

  it('may be the title of a part, below the order to explain terms', () => {
    const sheet = (...below: string[]) =>
      questions('## Define the following terms', ...below, '## Why?', 'Room.', '## Who?', 'We.').map((line) =>
        line.slice(0, 5),
      );
    assert.deepEqual(sheet('## Ports', '### What is a port?', 'A number.'), ['[ ] 1', '[x] 3', '[x] 5', '[x] 7']);
    assert.deepEqual(sheet('## Port', 'A number.'), ['[x] 1', '[x] 4', '[x] 6']);
  });

  it('may be a link below tags of line breaks', () => {
    assert.deepEqual(
      questions(
        '1. What is a port?',
        '   A number.',
        '2. Why?',
        '',
        '<br />',
        '<br />',
        '[Home](https://example.org/)',
      ),
      ['[x] 1 What is a port? = A number.', '[ ] 3 Why?'],
    );
  });
});
