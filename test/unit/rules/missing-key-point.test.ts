import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { missingKeyPoint } from '../../../server/src/rules/missing-key-point.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyFrom, shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const own = keyFrom(`# Weather

### How does rain come about?

The sun **heats the sea**, **vapor rises**, it cools and forms **droplets** around grains of **dust**, and these **fall**.

- Also said: "heats the sea": warms up the water | makes it hot
- Also said: "fall": come down again
- Hint: Start with a puddle on a hot day.

### Name some kinds of rain.

There is **drizzle**, a **shower** and a **cloudburst**.

### What do you like about rain?

Only you can know: **puddles**, or **umbrellas**.

- Key points: none

### Does rain fall up?

No, **gravity** pulls each **drop** to the **ground**.
`);

function report(question: string, answer: string, knowledge = own, assistance: Assistance = 'answers') {
  const text = `---\nworksheets: worksheet\n---\n\n### ${question}\n\n${answer}\n\n### What is a cup?\n\nA vessel.\n`;
  return checkDocument(snapshotOf(text, knowledge, { assistance }), [missingKeyPoint]).map(({ message }) => message);
}

const rain = 'How does rain come about?';

describe('missing-key-point', () => {
  it('names one idea that is not there', () =>
    assert.deepEqual(report(rain, 'Droplets come down.'), ['Not mentioned yet: heats the sea.']));

  it('does not name the first to somebody who comes near none', () =>
    assert.deepEqual(report(rain, 'It is a secret of the clouds.'), ['Not mentioned yet: vapor rises.']));

  it('names one to somebody who says yes or no as the key does, and no more', () =>
    assert.deepEqual(report('Does rain fall up?', 'No.'), [
      'Not mentioned yet: gravity pulls each drop to the ground.',
    ]));

  it('prefers what goes by a name', () =>
    assert.deepEqual(
      report(
        'Describe the Web Socket request/response handshake and what happens once the connection is established.',
        'The client and the server shake hands.',
        shippedKnowledge,
      ),
      ['Not mentioned yet: 101 Switching Protocols.'],
    ));

  const silent: [name: string, question: string, answer: string][] = [
    ['an answer with enough of the ideas', rain, 'Vapor rises and comes back as droplets.'],
    ['a good answer in other words', rain, 'The sun heats the sea until water rises as vapor, and later it falls.'],
    ['other words that the key lists', rain, 'Water that was warmed up comes down again.'],
    [
      'the answer of the key',
      rain,
      'The sun heats the sea, vapor rises, it cools and forms droplets around grains of dust, and these fall.',
    ],
    ['a question for some examples', 'Name some kinds of rain.', 'Snow.'],
    ['what everybody answers differently', 'What do you like about rain?', 'Nothing.'],
    ['the opposite of what the key says: a misconception', 'Does rain fall up?', 'Yes.'],
    ['a question without an answer', rain, ''],
    ['a question that no key knows', 'Why do cats sleep?', 'They like it.'],
  ];
  for (const [name, question, answer] of silent) {
    it(`leaves alone: ${name}`, () => assert.deepEqual(report(question, answer), []));
  }

  it('gives the hint of the key where hints only are allowed', () =>
    assert.deepEqual(report(rain, 'Droplets come down.', own, 'hints'), [
      'Four ideas are still missing: Start with a puddle on a hot day.',
    ]));

  it('says nothing where no help is allowed', () =>
    assert.deepEqual(report(rain, 'Water cools down.', own, 'off'), []));
});
