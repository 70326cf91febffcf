import assert from 'node:assert/strict';
import { reported } from '../../support/findings.ts';

const copied = (body: string) => reported('copied-question', body).map(([text]) => text);

describe('copied questions', () => {
  it('are found whatever their marks', () => {
    assert.deepEqual(copied('### What is a **port**?\n\n> *What is a port*\n'), ['*What is a port*']);
    assert.deepEqual(copied('Q: What is a `port`?\nA: what is a port\n'), ['what is a port']);
  });

  it('are found where the end is missing', () =>
    assert.deepEqual(
      copied('1. What does a router do with each packet in it?\n   - What does a router do with each packet in\n'),
      ['What does a router do with each packet in'],
    ));

  it('are not seen in answers that say something', () => {
    assert.deepEqual(copied('1. Does a hub repeat each frame?\n   - A hub does repeat each frame.\n'), []);
    assert.deepEqual(copied('1. Which is faster, a hub or a switch?\n   - a switch\n'), []);
    assert.deepEqual(copied('1. True or false: a hub repeats each frame.\n   - a hub repeats each frame\n'), []);
    assert.deepEqual(copied('1. A switch keeps a ____ of addresses.\n   - A switch keeps a table of addresses.\n'), []);
  });

  it('are no doubts of their author', () =>
    assert.deepEqual(reported('unsure-answer', '1. What is a port?\n   - What is a port?\n'), []));
});
