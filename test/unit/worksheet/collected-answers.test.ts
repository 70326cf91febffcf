import assert from 'node:assert/strict';
import { assertFills, oneLine, withList } from '../../support/filling.ts';
import { describeQuestions } from '../../support/worksheet.ts';

const questions = (...lines: string[]) => describeQuestions(lines.join('\n'));

describe('answers that stand together', () => {
  const asked = ['### Questions', '', '1. What is a port?', '2. What is a socket?', '3. Who assigns ports?', ''];

  it('are handed out by their numbers', () => {
    assert.deepEqual(questions(...asked, '### Answers', '', '1. A number', '3. IANA'), [
      '[x] 3 What is a port? = A number',
      '[ ] 4 What is a socket?',
      '[x] 5 Who assigns ports? = IANA',
    ]);
  });

  it('are handed out in order where numbers do not count', () => {
    assert.deepEqual(questions(...asked, '**Answers:**', '', '- A number', '- An end', '  - of a line', '- IANA'), [
      '[x] 3 What is a port? = A number',
      '[x] 4 What is a socket? = An end | of a line',
      '[x] 5 Who assigns ports? = IANA',
    ]);
  });

  it('may have been started only', () => {
    const five = [
      '1.What is a port?',
      '',
      '2.What is a socket?',
      '',
      '3.Who assigns ports?',
      '',
      '4.Why?',
      '',
      '5.When?',
    ];
    assert.deepEqual(
      questions(
        '- Questions:',
        '',
        ...five.map((line) => `  ${line}`),
        '',
        '- Answers:',
        '',
        '  1.a number',
        '  2.',
        '  3.',
      ),
      [
        '[x] 3 What is a port? = a number',
        ...['5 What is a socket?', '7 Who assigns ports?', '9 Why?', '11 When?'].map((line) => `[ ] ${line}`),
      ],
    );
    // A label of one question's own answer says nothing of the next one.
    assert.deepEqual(questions('1. What is a port?', 'A:', '2. Two of its numbers', 'A:', '3. Why?', 'A:').length, 3);
  });

  it('keep bullets below a number with it', () => {
    assert.deepEqual(
      questions(...asked, '## My answers', '1. One of these:', '* a number', '* a name', '2. An end', '3. IANA'),
      [
        '[x] 3 What is a port? = One of these: | a number | a name',
        '[x] 4 What is a socket? = An end',
        '[x] 5 Who assigns ports? = IANA',
      ],
    );
  });

  it('may be labels on one line', () => {
    assert.deepEqual(questions('Q. What is a port?', '', 'Q. Who assigns it?', '', '', 'A. A number A. IANA'), [
      '[x] 1 What is a port? = A number',
      '[x] 3 Who assigns it? = IANA',
    ]);
  });

  it('start anew in each part', () => {
    assert.deepEqual(
      questions(
        '## A',
        '1. What?',
        '2. Who?',
        '### Answer',
        '1. This',
        '2. You',
        '## B',
        '1. When?',
        '2. Why?',
        '### Answer',
        '1. Now',
        '2. So',
      ),
      ['[x] 2 What? = This', '[x] 3 Who? = You', '[x] 8 When? = Now', '[x] 9 Why? = So'],
    );
  });

  it('are one answer below a question of its own', () => {
    assert.deepEqual(
      questions(
        '## What is a port?',
        '### Answer',
        '- A number',
        '- No name',
        '## Who assigns it?',
        '### Answer',
        'IANA',
      ),
      ['[x] 1 What is a port? = A number | No name', '[x] 5 Who assigns it? = IANA'],
    );
    assert.deepEqual(questions('1. What?', '- This', '', '2. Who?', '', '### Answer', '- You', '- I'), [
      '[x] 1 What? = This',
      '[x] 4 Who? = You | I',
    ]);
  });

  it('are no answers as long as only their title is there', () => {
    assert.deepEqual(questions(...asked, '### Answers', ''), [
      '[ ] 3 What is a port?',
      '[ ] 4 What is a socket?',
      '[ ] 5 Who assigns ports?',
    ]);
  });

  it('can be written where a number waits for them, and else below the question', () => {
    for (const answer of [oneLine, withList]) {
      assertFills([...asked, '### Answers', '', '1. A number', '2. ', '3. IANA'].join('\n'), 1, answer);
      assertFills([...asked, '### Answers', '', '1. A number', '3. IANA'].join('\n'), 1, answer);
      for (const index of [0, 1, 2]) assertFills([...asked, '### Answers', ''].join('\n'), index, answer);
      assertFills('## What is a port?\n\n### Answer\n\n## Who assigns it?\n\n### Answer\n', 0, answer);
      assertFills('## What is a port?\n\n**Answer**\n\n## Who assigns it?\n\n**Answer**\n', 1, answer);
    }
  });

  it('are one answer where another question has a label of its own', () =>
    assert.deepEqual(
      questions(
        '1. What is a port?',
        '',
        '   A:',
        '',
        '2. Who assigns it?',
        '',
        '   A:',
        '   - IANA',
        '   - the system',
      ),
      ['[ ] 1 What is a port?', '[x] 5 Who assigns it? = IANA | the system'],
    ));

  it('may have a label with a dash', () => {
    assert.deepEqual(questions('-What is a port?', '', 'answer-a number', '', '-Who assigns it?', '', 'answer- IANA'), [
      '[x] 1 What is a port? = a number',
      '[x] 5 Who assigns it? = IANA',
    ]);
  });
});

describe('questions in other languages', () => {
  it('are told by their marks', () => {
    assert.deepEqual(
      describeQuestions(
        '1. ¿Qué es un puerto?\n   - Un número\n2. ¿Quién lo asigna?\n3. 什么是端口？\n4. ما هو المنفذ؟\n',
        null,
      ),
      ['[x] 1 ¿Qué es un puerto? = Un número', '[ ] 3 ¿Quién lo asigna?', '[ ] 4 什么是端口？', '[ ] 5 ما هو المنفذ؟'],
    );
  });

  it('end at their marks', () => {
    assert.deepEqual(
      describeQuestions('1. 什么是端口？一个数字。\n2. 谁分配端口？IANA。\n3. 为什么需要端口？\n', null),
      ['[x] 1 什么是端口？ = 一个数字。', '[x] 2 谁分配端口？ = IANA。', '[ ] 3 为什么需要端口？'],
    );
  });

  it('are told by those around them', () => {
    assert.equal(
      describeQuestions(
        '1. ¿Qué es un puerto?\n2. Explique qué es un socket.\n3. ¿Quién lo asigna?\n4. ¿Por qué?\n',
        null,
      ).length,
      4,
    );
  });
});
