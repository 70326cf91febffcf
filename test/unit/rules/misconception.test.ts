import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { misconception } from '../../../server/src/rules/misconception.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyFrom, shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const own = keyFrom(`# Weather

### What is fog?

A **cloud** that touches the ground.

- Misconception: "Fog is smoke" | "Fog comes from factories": it consists of droplets.
- Misconception: "Fog does not contain water": it is nothing else.
- Source: [The book of air](https://example.org/air)

### When would you use an umbrella?

In the **rain**.

- Misconception: "Use an umbrella when you don't need a dry head": that is what it is for.

### What does socket.emit() do?

It **sends** an event.

- Misconception: "socket.emit() sends a message to all connected clients": \`io.emit()\` does.
`);

function report(
  question: string,
  answer: string,
  knowledge = own,
  assistance: Assistance = 'answers',
  section = 'Reading',
) {
  const text = `---\nworksheets: worksheet\n---\n\n## ${section}\n\n### ${question}\n\n${answer}\n\n### What is a hub?\n\nA box.\n`;
  const context = snapshotOf(text, knowledge, { assistance });
  return checkDocument(context, [misconception]).map((finding) => ({
    said: text.slice(finding.span.start, finding.span.end),
    message: finding.message,
    related: finding.related,
  }));
}

const fog = 'What is fog?';
const emit = 'What does socket.emit() do?';

describe('misconception', () => {
  const silent: [name: string, question: string, answer: string, knowledge?: typeof own][] = [
    ['a denial', fog, 'Fog is not smoke.'],
    ['a short denial', fog, "It isn't smoke."],
    ['what others think', fog, 'Many people think that fog is smoke.'],
    ['a comparison', fog, 'Fog is like smoke. It is similar, unlike rain.'],
    ['a question', fog, 'Is fog smoke? It is a cloud.'],
    ['a question with its answer', fog, 'Fog is smoke? No, a cloud.'],
    ['a condition', fog, 'If fog is smoke, then I am a bird.'],
    ['the same of something else', fog, 'What comes out of the chimney is smoke.'],
    ['an attribute of something else', fog, 'The colour of fog is smoke grey.'],
    ['a longer name', fog, 'Fog is smoke free air.'],
    ['a claim without its negation', fog, 'Fog does contain water.'],
    ['an umbrella when it is needed', 'When would you use an umbrella?', 'When you need a dry head.'],
    ['half of a negation', 'When would you use an umbrella?', "If you don't like rain and need a dry head."],
    ['words in code', fog, 'Like this:\n\n```\nFog is smoke\n```'],
    ['another call', emit, 'io.emit() sends a message to all connected clients.'],
    [
      'another call next to it',
      emit,
      'It sends an event. io.emit() is another thing. It sends a message to all connected clients.',
    ],
    ['what the other one does', emit, 'To send a message to all connected clients use io.emit().'],
    ['what it does not do', emit, 'Sends an event, it never sends a message to all connected clients.'],
    ['a restriction', emit, 'It sends a message to all connected clients except the sender, unlike io.emit().'],
    [
      'Socket.IO told apart',
      'What is the difference between WebSocket and Socket.IO?',
      'Socket.IO is not a WebSocket implementation. It is a JavaScript library.',
      shippedKnowledge,
    ],
    [
      'what runs when a connection is made',
      'What does the event handler io.on() do?',
      'It runs its callback when a client establishes a connection, and the connection is established by the client.',
      shippedKnowledge,
    ],
    [
      'a fallback that is missing',
      'When would you use WebSockets?',
      "When you don't need to broadcast and/or have fallback options.",
      shippedKnowledge,
    ],
    ['the key of another question', 'What is a hub for?', 'Fog is smoke.'],
  ];
  for (const [name, question, answer, knowledge] of silent) {
    it(`leaves alone: ${name}`, () => assert.deepEqual(report(question, answer, knowledge), []));
  }

  const stated: [name: string, question: string, answer: string, said: string, message: string][] = [
    ['in the words of the key', fog, 'As we know, fog is smoke.', 'fog is smoke', 'It consists of droplets.'],
    [
      'in another wording',
      fog,
      '- Fog comes from **factories**',
      'Fog comes from **factories',
      'It consists of droplets.',
    ],
    ['without its subject', fog, 'It comes from factories.', 'It comes from factories', 'It consists of droplets.'],
    ['with its negation', fog, "> It doesn't contain water.", "It doesn't contain water", 'It is nothing else.'],
    [
      'as an occasion',
      'When would you use an umbrella?',
      'Whenever you dont require a dry head',
      'Whenever you dont require a dry head',
      'That is what it is for.',
    ],
    [
      'as a phrase',
      emit,
      'used to send a message to all the connected clients',
      'used to send a message to all the connected clients',
      'io.emit() does.',
    ],
    [
      'with an explanation behind it',
      emit,
      'emit() sends a message to all connected clients, that is all.',
      'emit() sends a message to all connected clients',
      'io.emit() does.',
    ],
    ['in doubt', fog, 'Fog is smoke?', 'Fog is smoke', 'It consists of droplets.'],
  ];
  for (const [name, question, answer, said, message] of stated) {
    it(`reports what is stated ${name}`, () => {
      const [found, ...more] = report(question, answer);
      assert.deepEqual([found?.said, found?.message, more], [said, message, []]);
    });
  }

  it('names the source', () =>
    assert.deepEqual(report(fog, 'Fog is smoke.')[0]!.related, [
      { uri: 'file:///course/own.key.md', line: 6, message: 'What is fog? (Weather) \u00b7 Source: The book of air' },
    ]));

  it('tells no more than that where hints only are allowed, and nothing without help', () => {
    assert.deepEqual(report(fog, 'Fog is smoke.', own, 'hints'), [
      {
        said: 'Fog is smoke',
        message: '"Fog is smoke" is a common misunderstanding. Read about it once more.',
        related: [],
      },
    ]);
    assert.deepEqual(report(fog, 'Fog is smoke.', own, 'off'), []);
  });
});

describe('a plain yes or no', () => {
  const key = keyFrom(`# Weather

### Is fog a cloud?

Yes: a cloud that **touches** the ground.

- Also asked: "Does fog consist of cloud?"

### Does dew fall from the sky?

No, it **forms** on cold things.

### Is a hailstone ice?

**Yes**.

### Isn't rain wet?

Yes, it is **water**.

### Does snow melt?

No, not by itself: it takes **warmth**.
`);
  const reported = (question: string, answer: string, assistance: Assistance = 'answers') =>
    report(question, answer, key, assistance).map(({ said, message }) => [said, message]);

  it('is reported where the key answers the other way', () => {
    assert.deepEqual(reported('Is fog a cloud?', 'No.'), [
      ['No', 'The key says yes: a cloud that touches the ground.'],
    ]);
    assert.deepEqual(reported('Does dew fall from the sky?', '- yes'), [
      ['yes', 'The key says no: it forms on cold things.'],
    ]);
    assert.deepEqual(reported('Does fog consist of cloud?', '**Nope**, because it is smoke.'), [
      ['Nope**, because it is smoke', 'The key says yes: a cloud that touches the ground.'],
    ]);
    assert.deepEqual(reported('Is a hailstone ice?', 'No.'), [['No', 'The key says yes.']]);
  });

  it('gives nothing away where only hints are allowed', () => {
    assert.deepEqual(reported('Is fog a cloud?', 'No.', 'hints'), [
      ['No', '"No" is not what the key says. Think about it once more.'],
    ]);
  });

  for (const answer of [
    'Yes.',
    'No?',
    'No one knows.',
    'No-one knows.',
    'No. of clouds: one.',
    'Nothing is.',
    'It is.',
    'No, but nearly.',
    'No, not always.',
    'No, not sure',
    "No, I don't know.",
    'No. Yes.',
    'No. Correction: it is.',
    'No, it is one that touches the ground.',
    "No, because it isn't only a cloud.",
    '~~No.~~ Yes.',
    '~~No.~~',
  ]) {
    it(`is not seen in ${JSON.stringify(answer)}`, () => assert.deepEqual(reported('Is fog a cloud?', answer), []));
  }

  it('is left alone where the question is put in other words, or with a "not"', () => {
    assert.deepEqual(reported('Is fog not a cloud?', 'No.'), []);
    assert.deepEqual(reported("Isn't rain wet?", 'No.'), []);
  });

  it('is left alone where the key itself says yes and no', () =>
    assert.deepEqual(reported('Does snow melt?', 'Yes.'), []));
});
