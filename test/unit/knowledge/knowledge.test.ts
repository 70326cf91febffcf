import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { answerKey, glossary } from './support.ts';

const ONE = glossary(
  [
    '# One',
    '## WebSocket\nText.\n- Aliases: WS',
    '## Transport layer\nText.\n- Aliases: layer 4',
    '## Transport\nText.',
    '## `io.on()`\nText.\n- Aliases: server listener',
    '## Web\nText.',
    '## GET\nText.',
    '## Low-level listener\nText.\n- Aliases: on',
  ].join('\n\n'),
  'file:///one.md',
);
const TWO = glossary('# Two\n\n## WebSocket\nAnother text.', 'file:///two.md');
const knowledge = createKnowledge([ONE, TWO], []);
const defined = (query: string) => knowledge.define(query).map(({ name, glossary }) => `${name} (${glossary})`);

describe('define', () => {
  it('tolerates case, plural, separators, articles, backticks and a full stop', () => {
    for (const query of ['WebSocket', 'web sockets', 'Web-Socket', 'a WebSocket', '`WebSocket`', ' websocket. ']) {
      assert.deepEqual(defined(query), ['WebSocket (One)', 'WebSocket (Two)'], query);
    }
    assert.deepEqual(defined('the fourth layer'), ['Transport layer (One)']);
  });

  it('tolerates the arguments of a call, and their absence', () => {
    for (const query of ['io.on()', 'io.on', 'IO.on("connection", () => {})', '`io.on( "x" )`']) {
      assert.deepEqual(defined(query), ['io.on() (One)'], query);
    }
  });

  it('puts a term of that name before the layer that bears it too', () => {
    assert.deepEqual(defined('transport'), ['Transport (One)', 'Transport layer (One)']);
  });

  it('looks up what is never found in prose', () => {
    assert.deepEqual(defined('on'), ['Low-level listener (One)']);
    assert.deepEqual(defined('get'), ['GET (One)']);
  });

  it('answers with nothing for an unknown or empty query', () => {
    for (const query of ['', '  ', '?', 'the', 'WebSock', 'constructor', '__proto__'])
      assert.deepEqual(defined(query), [], query);
  });
});

describe('lookUp', () => {
  const lookedUp = (query: string) => knowledge.lookUp(query).map(({ name, glossary }) => `${name} (${glossary})`);

  it('understands what stands around a name: a question, a field, a kind, a full name in brackets', () => {
    for (const query of ['what is a WebSocket?', 'the WebSocket protocol', 'WS (WebSocket)', 'WebSocket (RFC 6455)']) {
      assert.deepEqual(lookedUp(query)[0], 'WebSocket (One)', query);
    }
    assert.deepEqual(lookedUp('HTTP GET method'), ['GET (One)']);
    assert.deepEqual(lookedUp('some (other) thing'), []);
  });
});

describe('complete', () => {
  it('ignores case and separators, and offers names before aliases, short ones first', () => {
    const names = (prefix: string, limit = 9) => knowledge.complete(prefix, limit).map(({ name }) => name);
    assert.deepEqual(names('we'), ['Web', 'WebSocket', 'WebSocket']);
    assert.deepEqual(names('web-s'), ['WebSocket', 'WebSocket']);
    assert.deepEqual(names('tr', 1), ['Transport']);
    assert.deepEqual(names('serverL'), ['io.on()']);
    assert.deepEqual(names(''), []);
  });
});

describe('createKnowledge', () => {
  const key = answerKey('# K\n\n### What is a WebSocket?\n\nA **protocol**.\n');
  const asked = { text: 'whats a web socket', section: [], kind: 'open' } as const;

  it('keeps files apart that are in force at different times', () => {
    const before = createKnowledge([ONE], [key]);
    const after = createKnowledge([TWO], []);
    assert.equal(before.match(asked)?.question.text, 'What is a WebSocket?');
    assert.equal(after.match(asked), null);
    assert.deepEqual(
      after.define('WebSocket').map((term) => term.glossary),
      ['Two'],
    );
    assert.deepEqual(after.define('GET'), []);
  });

  it('works without anything in it', () => {
    const empty = createKnowledge([], []);
    assert.deepEqual(empty.define('x'), []);
    assert.deepEqual(empty.findTerms('a WebSocket'), []);
    assert.deepEqual(empty.complete('x', 3), []);
    assert.equal(empty.match(asked), null);
  });
});
