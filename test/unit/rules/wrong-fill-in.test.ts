import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { unsureAnswer } from '../../../server/src/rules/unsure-answer.ts';
import { wrongFillIn } from '../../../server/src/rules/wrong-fill-in.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyFrom } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const knowledge = keyFrom(`# Ports

### A server is waiting for a ____ from its client.

**request**

- Accept: request, HTTP query
- Misconception: "response": that is what the server sends.

### The ____ layer finds the way.

**network**

### A frame has a ____ and a ____.

header, trailer
`);

const worksheet = (body: string) => `---\nworksheets: worksheet\n---\n\n1. What is a hub?\n   - A box.\n${body}`;

function findings(body: string, assistance: Assistance = 'answers') {
  const context = snapshotOf(worksheet(body), knowledge, { assistance });
  return checkDocument(context, [wrongFillIn]).map((finding) => ({
    finding,
    message: finding.message,
    words: context.document.text.slice(finding.span.start, finding.span.end),
    mended: (wrongFillIn.fix?.(context, finding) ?? []).map(({ edits }) => applyEdits(context.document.text, edits)),
  }));
}

const waiting = '2. A server is waiting for a ____ from its client.\n';

describe('wrong-fill-in', () => {
  const fine: [name: string, body: string][] = [
    ['the word', `${waiting}   - request\n`],
    ['a capital and a full stop', `${waiting}   - Request.\n`],
    ['an article', `${waiting}   - a request\n`],
    ['a plural', `${waiting}   - requests\n`],
    ['emphasis', `${waiting}   - **request**\n`],
    ['quotes', `${waiting}   - "request"\n`],
    ['a typing error', `${waiting}   - reqeust\n`],
    ['another accepted word, written in one', `${waiting}   - HTTPquery\n`],
    ['words of the sentence around it', `${waiting}   - waiting for a request from the client\n`],
    ['the whole sentence', `${waiting}   - A server is waiting for a request from its client.\n`],
    ['an explanation', `${waiting}   - The client has to say something before anything comes back.\n`],
    ['another word first, then the right one', `${waiting}   - query, or in other words a request\n`],
    ['the word in the blank', '2. A server is waiting for a _____request_____ from its client.\n'],
    ['nothing', waiting],
    ['a sentence with two blanks', '2. A frame has a ____ and a ____.\n   - head, tail\n'],
  ];
  for (const [name, body] of fine) it(`leaves alone: ${name}`, () => assert.deepEqual(findings(body), []));

  const wrong: [name: string, body: string, words: string, message: string, mended: string][] = [
    [
      'another form',
      `${waiting}   - requested\n`,
      'requested',
      '"requested" doesn\'t fit the sentence: it takes a noun, such as "request".',
      `${waiting}   - request\n`,
    ],
    [
      'another word',
      `${waiting}   - a packet\n`,
      'a packet',
      '"packet" doesn\'t fit the sentence: it takes "request".',
      `${waiting}   - request\n`,
    ],
    [
      'a word that the key speaks of',
      `${waiting}   > Response?\n`,
      'Response',
      '"Response" doesn\'t fit the sentence: that is what the server sends.',
      `${waiting}   > request\n`,
    ],
    [
      'another word in the sentence, repeated',
      `${waiting}   - A server is waiting for a **packet** from the client.\n`,
      'packet',
      '"packet" doesn\'t fit the sentence: it takes "request".',
      `${waiting}   - A server is waiting for a **request** from the client.\n`,
    ],
    [
      'another word in the blank, with CRLF below',
      '2. A server is waiting for a _____packet_____ from its client.\r\n',
      'packet',
      '"packet" doesn\'t fit the sentence: it takes "request".',
      '2. A server is waiting for a _____request_____ from its client.\r\n',
    ],
    [
      'another form where no noun has to stand',
      '2. The ____ layer finds the way.\n   - networked\n',
      'networked',
      '"networked" doesn\'t fit the sentence: it takes another form, "network".',
      '2. The ____ layer finds the way.\n   - network\n',
    ],
  ];
  for (const [name, body, words, message, mended] of wrong) {
    it(`reports ${name}`, () => {
      const [found, ...more] = findings(body);
      assert.deepEqual(more, []);
      assert.deepEqual([found?.words, found?.message, found?.mended], [words, message, [worksheet(mended)]]);
    });
  }

  it('says with hints that it does not fit, and with no help nothing', () => {
    const messages = (body: string, assistance: Assistance) => findings(body, assistance).map(({ message }) => message);
    assert.deepEqual(messages(`${waiting}   - requested\n`, 'hints'), [
      '"requested" doesn\'t fit the sentence: it takes a noun.',
    ]);
    assert.deepEqual(messages(`${waiting}   - response\n`, 'hints'), [
      '"response" doesn\'t fit the sentence: try another word.',
    ]);
    assert.deepEqual(findings(`${waiting}   - response\n`, 'hints')[0]!.mended, []);
    assert.deepEqual(findings(`${waiting}   - response\n`, 'off'), []);
  });

  it('points at the key', () => {
    const [{ finding }] = findings(`${waiting}   - packet\n`) as [ReturnType<typeof findings>[number]];
    assert.deepEqual(finding.related, [
      { uri: 'file:///course/own.key.md', line: 6, message: 'A server is waiting for a ____ from its client. (Ports)' },
    ]);
  });

  it('is the only one to speak of a wrong word that is doubted, and takes the doubt away with it', () => {
    const text = worksheet(`${waiting}   - question?\n`);
    const context = snapshotOf(text, knowledge);
    const [finding, ...others] = checkDocument(context, [wrongFillIn, unsureAnswer]);
    assert.deepEqual([finding?.rule, others], ['wrong-fill-in', []]);
    const [fix] = wrongFillIn.fix!(context, finding!);
    assert.equal(applyEdits(text, fix!.edits), worksheet(`${waiting}   - request\n`));
    const right = snapshotOf(worksheet(`${waiting}   - request?\n`), knowledge);
    assert.deepEqual(
      checkDocument(right, [wrongFillIn, unsureAnswer]).map(({ rule }) => rule),
      ['unsure-answer'],
    );
  });
});
