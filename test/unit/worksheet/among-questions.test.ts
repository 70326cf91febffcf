import assert from 'node:assert/strict';
import { describeQuestions } from '../../support/worksheet.ts';

/** Reads lines with nothing declared: the text itself has to say that it is a worksheet. */
const questions = (...lines: string[]) => describeQuestions(lines.join('\n'), null);

describe('what stands among questions', () => {
  it('may be headings in the item of a question, each with its colon', () => {
    const found = (title: string) =>
      describeQuestions(
        [
          '1. What is good about a hub, and what is bad?',
          '   #### Good:',
          '   - Cheap',
          '',
          `   #### ${title}`,
          '   - Slow',
          '',
          '2. Who builds one?',
          '   - We do',
          '3. Why?',
          '   - Cost',
        ].join('\n'),
      )[0];
    const answer = '[x] 1 What is good about a hub, and what is bad? = Good: | Cheap';
    assert.equal(found('Bad:'), `${answer} | Bad: | Slow`);
    // A topic is easily indented too far.
    assert.equal(found('Builders'), answer);
  });

  it('may be code that is asked about, with the answer at its indentation', () => {
    const below = (...code: string[]) =>
      questions(
        '## What is a port?',
        'A number.',
        '## Why?',
        'Room.',
        '## What does the code below print?',
        '',
        ...code,
      )[2];
    const code = ['    let port = 80;', '', '    // one more', '    show(port + 1);'];
    assert.equal(below(...code), '[ ] 5 What does the code below print?');
    assert.equal(
      below(...code, '', '    it prints one more'),
      '[x] 5 What does the code below print? = it prints one more',
    );
    assert.equal(below('```', ...code, '', 'it prints one more', '```'), '[ ] 5 What does the code below print?');
  });

  it('may be a link, or an image, that answers', () => {
    const below = (question: string, line: string) =>
      questions('## What is a port?', 'A number.', '## Why?', 'Room.', `## ${question}`, line)[2];
    assert.equal(
      below('What would a good URL be?', 'https://example.org/ports'),
      '[x] 5 What would a good URL be? = https://example.org/ports',
    );
    assert.equal(below('What is a hub?', 'https://example.org/hubs'), '[ ] 5 What is a hub?');
    assert.equal(below('What is a hub?', '<img src="hub.png" alt="A hub">'), '[x] 5 What is a hub? = A hub');
  });

  it('may be the question that a question asks for', () => {
    assert.deepEqual(
      questions(
        '1. **What is a port?**',
        'A number.',
        '2. **What is the first question to ask about a network?**<br>',
        'Who will use it, and for what?',
        '',
        '3. **Why?**',
        'Cost.',
      ).map((line) => line.slice(0, 6)),
      ['[x] 1 ', '[x] 3 ', '[x] 6 '],
    );
  });

  it('may be bullets that say what an interviewer asks', () => {
    const notes = [
      '## Tips',
      '- Take your time',
      '  - Nobody likes silence.',
      '  - Say what you think.',
      '- Some key things they look for:',
      '  - Do you listen?',
      '  - Are you honest?',
      '  - How do you take advice?',
      '- Come prepared',
      '  - It helps to stay calm.',
      '  - Rest well.',
    ];
    assert.deepEqual(questions(...notes), []);
    const asked = [
      '- Here is what they will ask:',
      '  - What is a port?',
      '  - Who assigns it?',
      '  - Why?',
      '  - When?',
    ];
    assert.equal(questions(...asked).length, 4);
  });

  it('goes on with questions where it answers with one', () => {
    assert.deepEqual(
      questions(
        '1. What is a port?',
        'A number.',
        'It has two bytes.',
        '2. Which two things would you like to learn?',
        'What is a socket? What is a stream?',
        'What does a hub repeat?',
        '3. Who assigns ports?',
        'The authority does.',
        'It keeps a list.',
        'All may read it.',
      ),
      [
        '[x] 1 What is a port? = A number. | It has two bytes.',
        '[x] 4 Which two things would you like to learn? = What is a socket? What is a stream? | What does a hub repeat?',
        '[x] 7 Who assigns ports? = The authority does. | It keeps a list. | All may read it.',
      ],
    );
  });

  it('may be a paragraph of an answer that opens like an order', () => {
    const numbered = [
      '1. What can a switch do?',
      '',
      'Learn an address',
      '',
      'Convert a frame to another speed',
      '',
      '2. Who builds one?',
      '',
      'We do.',
      '',
      '3. Why one?',
      '',
      'Cost.',
    ];
    assert.deepEqual(questions(...numbered), [
      '[x] 1 What can a switch do? = Learn an address | Convert a frame to another speed',
      '[x] 7 Who builds one? = We do.',
      '[x] 11 Why one? = Cost.',
    ]);
    // Some verbs open hardly anything but a task.
    assert.equal(questions(...numbered.with(4, 'Describe a frame of another speed')).length, 4);
  });

  it('may be an answer of one word that titles use too', () => {
    assert.deepEqual(
      questions('1. An address names ___.', '', 'Resources', '', '2. What is a port?', '', 'A number.', '', '3. Why?'),
      ['[x] 1 ____ An address names ___. = Resources', '[x] 5 What is a port? = A number.', '[ ] 9 Why?'],
    );
  });

  it('ends a part for wishes with a title for questions', () => {
    const asked = ['1. What is a port?', 'A number.', '2. Who assigns it?', '3. Why?'];
    const part = ['## Things I want to know more about', 'Sockets.', ''];
    const found = ['[x] 6 What is a port? = A number.', '[ ] 8 Who assigns it?', '[ ] 9 Why?'];
    assert.deepEqual(questions('# Ports', ...part, '## Questions:', ...asked), found);
    assert.deepEqual(questions('# Ports', ...part, '### Questions:', ...asked), []);
  });

  it('may be what an answer asks by the way, or lists', () => {
    const sheet = (...answer: string[]) =>
      questions(
        'What is a hub?',
        '',
        ...answer,
        '',
        'What is a port?',
        '',
        'A number.',
        '',
        'Why are there many?',
        '',
        'Room.',
      );
    assert.equal(
      sheet('A box with ports. It repeats what it hears. How does it know whom to tell? It tells everybody.').length,
      3,
    );
    assert.equal(
      sheet('A box. Before you buy one many things have to be asked, such as', '- Is it fast?', '- Is it cheap?')
        .length,
      3,
    );
  });

  it('may be questions that are asked for, listed one by one', () => {
    assert.deepEqual(
      questions(
        'What are the three questions to ask about a box?',
        '',
        '- Is it fast?',
        '',
        '-Is it cheap?',
        '',
        '-Is it red?',
        '',
        'Who builds one?',
        '',
        'We do.',
        '',
        'What is a port?',
        '',
        'A number.',
      ).map((line) => line.slice(0, 6)),
      ['[x] 1 ', '[x] 9 ', '[x] 13'],
    );
  });

  it('goes on counting where it asks too, and starts anew where it answers', () => {
    const sheet = (...numbers: string[]) =>
      questions(
        '1. How is a port opened?',
        '- By a call.',
        '',
        ...numbers.map((number) => `${number} Create one with a name of its own`),
        '',
        '- And so on.',
        '',
        '5. What is a hub?',
        '6. Why are there many?',
        '7. Who builds one?',
      ).length;
    assert.equal(sheet('2.', '3.', '4.'), 7);
    assert.equal(sheet('1.', '2.', '3.'), 4);
  });
});
