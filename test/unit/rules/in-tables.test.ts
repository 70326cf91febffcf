import assert from 'node:assert/strict';
import { mended, reported } from '../../support/findings.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

const table = (answer: string) =>
  `| Question | Answer |\n| --- | --- |\n| What is a port? | ${answer} |\n| What is UDP? | Datagrams. |\n`;

describe('in a table', () => {
  it('an answer ends where its cell does', () => {
    assert.deepEqual(reported('placeholder-answer', table('TODO'), shippedKnowledge), [
      ['TODO', '"TODO" holds the place of an answer.'],
    ]);
    assert.deepEqual(
      reported('unsure-answer', table('a number?'), shippedKnowledge).map(([text]) => text),
      ['a number?'],
    );
  });

  it('an answer is written on one line, key points in a row', () => {
    const [whole, points] = mended('unanswered', table(''), shippedKnowledge);
    assert.match(whole![1], /\| What is a port\? \| A port is a number [^|\n]+\. ?\|\n/);
    assert.match(points![1], /\| What is a port\? \| number from 0 to 65535; which program ?\|\n/);
    const [instead] = mended('placeholder-answer', table('TODO'), shippedKnowledge);
    assert.match(instead![1], /\| What is a port\? \| A port is a number [^|\n]+\. \|\n/);
  });
});
