import assert from 'node:assert/strict';
import { answerKey } from './support.ts';

const KEY = `# Sockets

## Basics

### What is a socket?

One end of a **two-way connection**. It has an **address** and a **port:** both are numbers.

- Also asked: Define socket. | What are sockets?
- Also asked: socket
- Also said: "two-way connection": pipe | line with two ends
- Hint: Think of *telephones*.
- Misconception: "A socket is a cable": it is a part of a program.
- Source: [A page](https://example.org/sockets)

### A socket is one ____ of a connection.

**end**

- Accept: end, side
`;

describe('parseAnswerKey', () => {
  it('reads a question with its answer and its labels', () => {
    const { title, questions, problems } = answerKey(KEY);
    assert.equal(title, 'Sockets');
    assert.deepEqual(problems, []);
    const { line, span, ...first } = questions[0]!;
    assert.deepEqual(first, {
      text: 'What is a socket?',
      alsoAsked: ['Define socket.', 'What are sockets?', 'socket'],
      kind: 'open',
      section: ['Basics'],
      answer: 'One end of a **two-way connection**. It has an **address** and a **port:** both are numbers.',
      shortAnswer: 'One end of a two-way connection.',
      keyPoints: ['two-way connection', 'address', 'port'],
      accept: [],
      hint: 'Think of *telephones*.',
      alsoSaid: [{ point: 'two-way connection', wordings: 'pipe | line with two ends' }],
      misconceptions: [{ claim: 'A socket is a cable', correction: 'it is a part of a program.' }],
      sources: [{ title: 'A page', url: 'https://example.org/sockets' }],
      key: 'Sockets',
      uri: 'file:///answers.md',
    });
    assert.equal(line, 7);
    assert.equal(span.end - span.start, 'What is a socket?'.length);
  });

  it('reads a fill-in with the words it takes', () => {
    const fillIn = answerKey(KEY).questions[1]!;
    assert.equal(fillIn.kind, 'fill-in');
    assert.deepEqual(fillIn.accept, ['end', 'side']);
    assert.equal(fillIn.shortAnswer, 'end');
  });

  it('takes the bold word of a fill-in, or its whole answer, where nothing is listed', () => {
    const { questions } = answerKey(
      '# K\n\n### Ice is ____ water.\n\n**frozen**\n\nCold does it.\n\n### Fire is ____ to touch.\n\nhot.\n',
    );
    assert.deepEqual(
      questions.map(({ accept }) => accept),
      [['frozen'], ['hot']],
    );
  });

  it('takes nothing for an answer that only holds the place of one', () => {
    for (const question of [
      '### What is a port?\n\nTODO\n',
      '### A ____ is a number.\n\nxyz\n',
      '### A ____xyz____ is one.\n',
    ]) {
      const [first] = answerKey(`# K\n\n${question}\n### What is a net?\n\nMany **nodes**.\n`).questions;
      assert.deepEqual([first!.answer, first!.accept], ['', []], question);
    }
  });

  it('reads a key in another layout', () => {
    const { questions } = answerKey(
      [
        '# K',
        '',
        '1. What is a port?',
        '   - A **number** that tells programs apart.',
        '   - Hint: Think of flats in a house.',
        '   - Also asked: Define port.',
        '2. What is a host?',
        '   - A **computer** in a network.',
      ].join('\n'),
    );
    assert.deepEqual(
      questions.map(({ text, keyPoints, hint, alsoAsked }) => ({ text, keyPoints, hint, alsoAsked })),
      [
        {
          text: 'What is a port?',
          keyPoints: ['number'],
          hint: 'Think of flats in a house.',
          alsoAsked: ['Define port.'],
        },
        { text: 'What is a host?', keyPoints: ['computer'], hint: null, alsoAsked: [] },
      ],
    );
  });

  it('keeps lists, code and line breaks of an answer', () => {
    const [question] = answerKey(
      '# K\n\n### What are the steps?\n\nThey are:\n\n1. **ask**\n2. `answer`\n\nThat is all.\n\n- Hint: two\n',
    ).questions;
    assert.equal(question!.answer, 'They are:\n\n1. **ask**\n2. `answer`\n\nThat is all.');
    assert.equal(question!.shortAnswer, 'They are: ask, answer.');
  });

  it('ends the short answer at a full stop that is no abbreviation and stands in no code', () => {
    const short = (text: string) => answerKey(`# K\n\n### What is it?\n\n${text}\n`).questions[0]!.shortAnswer;
    assert.equal(short('A library, e.g. Socket.IO, with `a.b. C`. More.'), 'A library, e.g. Socket.IO, with `a.b. C`.');
    assert.equal(short('RFC 6455 v1.3 says so! Really.'), 'RFC 6455 v1.3 says so!');
  });

  it('does not take label lines for questions, nor for part of an answer', () => {
    const { questions } = answerKey(
      '# K\n\n### What is a node?\n\nA **point**.\n\n- Also asked: What are nodes?\n- Hint: What has a net?\n',
    );
    assert.deepEqual(
      questions.map(({ text, answer }) => [text, answer]),
      [['What is a node?', 'A **point**.']],
    );
  });

  it('reports a missing answer, missing key points and a missing word', () => {
    const { problems } = answerKey(
      '# K\n\n### What is a node?\n\n### What is a net?\n\nMany nodes.\n\n### A net has ____ of nodes in it.\n\nIt is any of many words, and nobody has chosen one of them yet.\n',
    );
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['empty-key-answer', 'no-key-points', 'no-accepted-word'],
    );
  });

  it('takes no key points from an answer that each person gives differently, and misses none', () => {
    const { problems, questions } = answerKey(
      '# K\n\n### What are your goals?\n\nName **one** of yours.\n\n- Key points: none\n- Hint: Look ahead.\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([questions[0]!.keyPoints, questions[0]!.hint], [[], 'Look ahead.']);
    assert.equal(questions[0]!.answer, 'Name **one** of yours.');
  });
});
