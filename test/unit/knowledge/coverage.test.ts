import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { answerKey, builtInFiles, glossary } from './support.ts';

const WORDS = glossary('# W\n\n## Full duplex\nText.\n- Aliases: bidirectional, both directions');
const KEY = answerKey(`# K

### What is a WebSocket?

A **protocol** that keeps a **connection** open, so that data flows in **both directions** at any time.

### Which side opens the connection?

The client opens it.

### A WebSocket starts as an HTTP ____.

**request**

- Accept: request, GET request
`);
const knowledge = createKnowledge([WORDS], [KEY]);
const [open, plain, fillIn] = KEY.questions;
const coverage = (answer: string) => knowledge.coverage(open!, answer);

describe('coverage', () => {
  it('is 1 for the key answer itself and 0 for nothing', () => {
    assert.equal(coverage(open!.answer), 1);
    assert.equal(coverage(''), 0);
    assert.equal(coverage('Cats purr.'), 0);
  });

  it('grows with what an answer has of the key answer', () => {
    const answers = [
      'A protocol.',
      'A protocol with a connection.',
      'A protocol that keeps a connection open for data.',
    ];
    const [least, more, most] = answers.map(coverage);
    assert.ok(least! < more! && more! < most! && most! < 1);
  });

  it('counts key points for more than other words', () => {
    assert.ok(coverage('the protocol') > coverage('the data'));
  });

  it('counts little for repeating the question', () => {
    assert.ok(knowledge.coverage(plain!, 'It opens it.') < knowledge.coverage(plain!, 'The client.'));
    assert.ok(knowledge.coverage(plain!, 'It opens it.') < 0.5);
  });

  it('takes another name of a term, another form and a misspelling for the word', () => {
    assert.ok(coverage('It is bidirectional.') > 0);
    assert.equal(coverage('connections'), coverage('connection'));
    assert.ok(coverage('conection') > 0.8 * coverage('connection'));
  });

  it('takes an accepted word in a blank, alone or in the sentence', () => {
    const of = (answer: string) => knowledge.coverage(fillIn!, answer);
    assert.equal(of('Request'), 1);
    assert.equal(of('**requests**'), 1);
    assert.equal(of('A WebSocket starts as an HTTP request.'), 1);
    assert.ok(of('requested') > 0 && of('requested') < 1);
    assert.equal(of('response'), 0);
  });
});

describe('keyPoints', () => {
  it('tells which key points an answer mentions, in the same or other words', () => {
    const mentioned = (answer: string) => knowledge.keyPoints(open!, answer).map((point) => point.mentioned);
    assert.deepEqual(mentioned('A bidirectional protocol.'), [true, false, true]);
    assert.deepEqual(mentioned('It keeps connections open.'), [false, true, false]);
    assert.deepEqual(mentioned(''), [false, false, false]);
  });

  it('finds each key point of a built-in answer in that answer, which covers itself', function () {
    this.timeout(20_000);
    const { glossaries, keys } = builtInFiles();
    const builtIn = createKnowledge(glossaries, keys);
    for (const question of keys.flatMap((key) => key.questions)) {
      assert.equal(builtIn.coverage(question, question.answer), 1, question.text);
      for (const { text, mentioned } of builtIn.keyPoints(question, question.answer)) assert.ok(mentioned, text);
    }
  });
});
