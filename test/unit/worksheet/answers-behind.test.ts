import assert from 'node:assert/strict';
import { describeQuestions } from '../../support/worksheet.ts';

/** Reads lines with nothing declared: the text itself has to say that it is a worksheet. */
const questions = (...lines: string[]) => describeQuestions(lines.join('\n'), null);

describe('answers behind questions', () => {
  const asked = ['1. What is a port? A number.', '2. What is a socket? One end of a line.'];

  it('may follow an order where they follow questions', () => {
    assert.deepEqual(questions(...asked, '3. List two cables. Copper, glass'), [
      '[x] 1 What is a port? = A number.',
      '[x] 2 What is a socket? = One end of a line.',
      '[x] 3 List two cables. = Copper, glass',
    ]);
  });

  it('may start in lower case, or say how in the words of the question', () => {
    assert.deepEqual(
      questions(
        ...asked,
        '3. What do all of them need? state',
        '4. How can you identify a frame? Identify frames by their first bytes.',
      ).slice(2),
      [
        '[x] 3 What do all of them need? = state',
        '[x] 4 How can you identify a frame? = Identify frames by their first bytes.',
      ],
    );
  });

  it('may be words in capitals that are orders otherwise, or tell of a condition', () => {
    assert.deepEqual(
      questions(
        '1. Which method replaces all of it? PUT',
        '2. What is the difference between PUT and PATCH? PUT replaces all of it',
        '3. Is it sent twice? If so, it is no answer.',
        '4. Is it sent twice? If so, why?',
      ),
      [
        '[x] 1 Which method replaces all of it? = PUT',
        '[x] 2 What is the difference between PUT and PATCH? = PUT replaces all of it',
        '[x] 3 Is it sent twice? = If so, it is no answer.',
        '[ ] 4 Is it sent twice? If so, why?',
      ],
    );
  });

  it('may speak to the reader', () => {
    assert.equal(
      questions(...asked, '3. Give one use of a hub. Some shops let you plug in anywhere')[2],
      '[x] 3 Give one use of a hub. = Some shops let you plug in anywhere',
    );
  });

  it('are none where no other question is answered so, or where something stands below', () => {
    assert.deepEqual(questions('1. What is a port?', '2. Who?', '3. List two cables. Copper, glass'), [
      '[ ] 1 What is a port?',
      '[ ] 2 Who?',
      '[ ] 3 List two cables. Copper, glass',
    ]);
    assert.deepEqual(questions(...asked, '3. List two cables. Colours count', '   - Red copper').slice(2), [
      '[x] 3 List two cables. Colours count = Red copper',
    ]);
  });

  it('are none where the rest asks on', () => {
    for (const rest of [
      'Explain why.',
      'and why?',
      '(two or more)',
      'hint: they differ',
      'Keep it short.',
      'Make it short.',
    ])
      assert.equal(questions(...asked, `3. Name two cables. ${rest}`)[2], `[ ] 3 Name two cables. ${rest}`, rest);
    for (const rest of ['Explain why.', 'and why?', 'if so, how?', 'describe the reason'])
      assert.equal(questions(...asked, `3. What is a hub? ${rest}`)[2], `[ ] 3 What is a hub? ${rest}`, rest);
  });
});
