import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { answerKey, builtInFiles, fixture, glossary } from './support.ts';

const WORDS = glossary('# W\n\n## WebSocket\nText.\n\n## Server-sent events\nText.\n- Aliases: SSE\n\n## TCP\nText.');
const KEY = answerKey(
  `# Class

## Sockets

### What is a WebSocket?

A **protocol**.

### When would you use a WebSocket?

For **chat**.

### What is the difference between WebSocket and server-sent events?

The **direction**.

### A WebSocket is opened by a ____ handshake.

**HTTP**

- Accept: HTTP

## First video

### What are a couple of key takeaways from this video?

That **layers** help.

## Second video

### What are a couple of key takeaways from this video?

That **handshakes** help.
`,
);
const knowledge = createKnowledge([WORDS], [KEY]);
const match = (text: string, ...section: string[]) =>
  knowledge.match({ text, section, kind: text.includes('__') ? 'fill-in' : 'open' });
const matched = (text: string, ...section: string[]) => match(text, ...section)?.question.text ?? null;

describe('match', () => {
  it('knows a question again in any typography', () => {
    for (const text of [
      'What is a WebSocket?',
      '1. what is a websocket',
      'Q2) What is a Web Socket ?',
      'WHAT IS A WEBSOCKET',
    ]) {
      assert.equal(matched(text), 'What is a WebSocket?', text);
    }
    assert.equal(match('What is a WebSocket?')?.score, 1);
  });

  it('knows a question again in other words', () => {
    assert.equal(matched('Explain what web sockets are'), 'What is a WebSocket?');
    assert.equal(matched('In which situations would you choose web sockets?'), 'When would you use a WebSocket?');
  });

  it('reads another name of a term as the term', () => {
    assert.equal(
      matched('How does SSE differ from a web socket?'),
      'What is the difference between WebSocket and server-sent events?',
    );
  });

  it('reads over a misspelling', () => {
    assert.equal(
      matched('What is the difference between WebSocket and servre-sent evnets?'),
      'What is the difference between WebSocket and server-sent events?',
    );
  });

  it('tells what something is from when to use it', () => {
    assert.equal(matched('When should WebSockets be used?'), 'When would you use a WebSocket?');
    assert.equal(matched('Define WebSocket.'), 'What is a WebSocket?');
  });

  it('compares a sentence with a blank, and one whose blank is filled in', () => {
    const sentence = 'A WebSocket is opened by a ____ handshake.';
    assert.equal(matched('A web socket is opened by a ________ handshake'), sentence);
    assert.equal(matched('A WebSocket is opened by a HTTP handshake.'), sentence);
  });

  it('lets the section say which video is meant, and matches none without', () => {
    const text = 'What are a couple of key takeaways from this video?';
    assert.equal(match(text, 'Second video')?.question.line, KEY.questions[5]!.line);
    assert.equal(match(text, 'Week 3', 'First video')?.question.line, KEY.questions[4]!.line);
    assert.equal(match(text), null);
    assert.equal(match(text, 'Something else'), null);
  });

  it('does not match a question that names something no key knows', () => {
    assert.equal(matched('What is a WebSocket?'), 'What is a WebSocket?');
    assert.equal(matched('What is a Django WebSocket?'), null);
    assert.equal(matched('What Is A WebSocket And How Does It Work?'), 'What is a WebSocket?');
  });

  it('takes "in 2-3 sentences" for what it is', () => {
    assert.equal(matched('Define WebSocket in 2-3 sentences.'), 'What is a WebSocket?');
    assert.equal(matched('What is a WebSocket? (one sentence)'), 'What is a WebSocket?');
  });

  it('does not match a question about something else', () => {
    for (const text of ['What is a web server?', 'When would you use Redux?', 'What is TCP?', '', '?']) {
      assert.equal(matched(text), null, text);
    }
  });

  it('does not take a long text for a question', () => {
    assert.equal(matched(`What is a WebSocket? ${'It is a protocol. '.repeat(80)}`), null);
  });

  it("prefers a workspace's key to a built-in one that asks the same", () => {
    const other = answerKey('# Mine\n\n### What is a WebSocket?\n\nA **thing**.\n', 'file:///mine.md');
    const both = createKnowledge([WORDS], [KEY, other]);
    assert.equal(both.match({ text: 'What is a WebSocket?', section: [], kind: 'open' })?.question.key, 'Mine');
  });

  it('reads text of any kind', () => {
    for (const text of ['____', '1.', '\0', '(think', '`io.on(', '𝒜'.repeat(400), 'what '.repeat(150)]) {
      assert.doesNotThrow(() => matched(text), text);
    }
  });
});

describe('match, on the built-in keys', function () {
  this.timeout(20_000);
  const files = builtInFiles();
  const builtIn = createKnowledge(files.glossaries, files.keys);
  const ask = (text: string, section: readonly string[]) => builtIn.match({ text, section, kind: 'open' });

  interface Asked {
    readonly asked: string;
    readonly section: string | readonly string[] | null;
    readonly key: string;
  }
  const own = fixture<{ readonly same: readonly Asked[]; readonly foreign: readonly string[] }>(
    'knowledge/matching.json',
  );
  const same = [
    own.same,
    ...['', '-2'].map((list) => fixture<readonly Asked[]>(`matching/paraphrases${list}.json`)),
  ].flat();
  const foreign = [
    own.foreign,
    ...['', '-2'].map((list) => fixture<readonly string[]>(`matching/foreign${list}.json`)),
  ].flat();

  it('recognises at least 95 % of the questions in other words, and mistakes at most 1 %', () => {
    const results = same.map(({ asked, section, key }) => {
      const question = ask(asked, [section ?? []].flat())?.question.text;
      return question === key ? 'right' : question === undefined ? 'missed' : `wrong: ${asked} -> ${question}`;
    });
    const wrong = results.filter((result) => result.startsWith('wrong'));
    const right = results.filter((result) => result === 'right').length;
    assert.ok(wrong.length <= 0.01 * same.length, wrong.join('\n'));
    assert.ok(right >= 0.95 * same.length, `${right} of ${same.length}`);
  });

  it('matches at most 2 % of the questions about something else', () => {
    const matches = foreign.filter((text) => ask(text, []) !== null);
    assert.ok(matches.length <= 0.02 * foreign.length, matches.join('\n'));
  });

  it('gives way to a key of the workspace that asks the same in other words', () => {
    const text =
      '# Ours\n\n### What is a WebSocket?\n\nA **pipe**.\n\n### Explain the TCP handshake\n\n**Three** steps.\n';
    const both = createKnowledge(files.glossaries, [...files.keys, answerKey(text, 'file:///ours.md')]);
    const keyOf = (text: string, ...section: string[]) => both.match({ text, section, kind: 'open' })?.question.key;
    assert.equal(keyOf('What is a Web Socket?', 'Web Sockets'), 'Ours');
    assert.equal(keyOf('What are WebSockets?'), 'Ours');
    assert.equal(keyOf('Describe the TCP handshake'), 'Ours');
    assert.equal(keyOf('When would you use WebSockets?'), 'WebSockets and Socket.IO');
    assert.equal(keyOf('What is TCP?'), 'TCP');
  });

  it('matches each question of a key with itself', () => {
    const failures = files.keys
      .flatMap((key) => key.questions)
      .flatMap((question) =>
        [question.text, ...question.alsoAsked].flatMap((text) => {
          const found = ask(text, [question.key, ...question.section]);
          return found?.question === question && found.score > 0.99
            ? []
            : [`${text} -> ${found?.question.text} ${found?.score}`];
        }),
      );
    assert.deepEqual(failures, []);
  });
});
