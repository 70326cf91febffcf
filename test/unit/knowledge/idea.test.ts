import assert from 'node:assert/strict';
import { ideaInClause } from '../../../server/src/knowledge/idea.ts';

describe('an idea in its clause', () => {
  const cases: [name: string, point: string, answer: string, idea: string][] = [
    ['is the clause', 'rises', 'The sun shines, the warm air **rises**, and it rains.', 'the warm air rises'],
    ['keeps names as they are', 'TCP', 'It is slow. HTTP/1.1 uses **TCP**.', 'HTTP/1.1 uses TCP'],
    ['starts after a conjunction', 'cools', 'It rises until it **cools**.', 'it cools'],
    ['leaves out what leads on', 'drops', 'They fall in **drops** from which puddles grow.', 'they fall in drops'],
    [
      'keeps what a sentence ends with',
      'grains',
      'It is what **grains** form around.',
      'it is what grains form around',
    ],
    ['leaves out the mark of an item', 'snow', '1. In winter it is **snow**: cold.', 'in winter it is snow'],
    ['is not cut in code', 'emits', 'Call `io.to("a").emit()`, which **emits** it.', 'emits it'],
    ['is not cut in code around it', 'emits', '`io.to("a, b").emit()` **emits** it.', 'io.to("a, b").emit() emits it'],
    [
      'is found in marks of its own',
      'io.emit()',
      'You pass it on with **`io.emit()`**.',
      'you pass it on with io.emit()',
    ],
    ['is found in a later line', 'fog', '- rain\n- **fog** in the morning', 'fog in the morning'],
    [
      'is a longer phrase by itself',
      'a cloud on the ground',
      'Fog is **a cloud on the ground**.',
      'a cloud on the ground',
    ],
    ['is the phrase where it is not there', 'hail', 'Nothing of the kind.', 'hail'],
  ];
  for (const [name, point, answer, idea] of cases) {
    it(name, () => assert.equal(ideaInClause(point, answer), idea));
  }

  it('is cut at an "and" where it is long, and the phrase where it is longer still', () => {
    const long = 'which goes over a hill with trees on it and a valley with a river in it towards a town with a church';
    assert.equal(ideaInClause('wind', `There is a **wind** and ${long.slice(6)}.`), 'there is a wind');
    assert.equal(ideaInClause('wind', `A **wind** ${long.slice(6).replace(/ and /, ' plus ')}.`), 'wind');
  });
});
