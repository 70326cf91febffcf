import assert from 'node:assert/strict';
import { answerAround, type Calm, calmly, type Writing } from '../../../server/src/features/calm.ts';
import { withCursor } from '../../support/marked-text.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const front = '---\nworksheets: worksheet\n---\n\n';

/** What is shown of each version in turn: where the cursor stands, somebody is writing. */
function shown(...versions: string[]): string[][] {
  let before: Calm | null = null;
  return versions.map((marked) => {
    const isWriting = marked.includes('<|>');
    const { text, position } = isWriting ? withCursor(front + marked) : { text: front + marked, position: null };
    before = calmly(snapshotOf(text), position as Writing, before);
    return before.findings.map(({ rule, question }) => `${rule}: ${question?.text}`);
  });
}

const port = 'unanswered: What is a port?';
const hub = 'unanswered: What is a hub?';

describe('while somebody writes', () => {
  it('what is new about the answer waits, and what is mended goes', () =>
    assert.deepEqual(
      shown(
        '1. What is a port?\n2. What is a hub?\n',
        '1. What is a port?\n   - a door?<|>\n2. What is a hub?\n',
        '1. What is a port?\n   - a door?\n2. What is a hub?\n',
      ),
      [[port, hub], [hub], ['unsure-answer: What is a port?', hub]],
    ));

  it('what was there before stays', () =>
    assert.deepEqual(
      shown('1. What is a port?\n   - a door?\n', '1. What is a port? <|>\n   - a door?\n'),
      Array(2).fill(['unsure-answer: What is a port?']),
    ));

  it('what comes back that was there before comes at once', () =>
    assert.deepEqual(
      shown(
        '1. What is a port?\n   -\n2. What is a hub?\n',
        '1. What is a port?\n   - a<|>\n2. What is a hub?\n',
        '1. What is a port?\n   -<|>\n2. What is a hub?\n',
      ),
      [[port, hub], [hub], [port, hub]],
    ));

  it('what waits is shown when they write elsewhere', () =>
    assert.deepEqual(
      shown(
        '1. What is a port?\n2. What is a hub?\n',
        '1. What is a port?\n   - a door?<|>\n2. What is a hub?\n',
        '1. What is a port?\n   - a door?\n2. What is a hub?\n   - <|>\n',
        '1. What is a port?\n   - a door?\n2. What is a hub?\n   - a box?<|>\n',
      ),
      [[port, hub], [hub], ['unsure-answer: What is a port?', hub], ['unsure-answer: What is a port?']],
    ));

  it('a new question is not told to be open', () =>
    assert.deepEqual(
      shown('### What is a port?\n\nA door.\n', '### What is a port?\n\nA door.\n\n### What is a hub?<|>\n'),
      [[], []],
    ));

  it('everything new waits where they ask for that', () => {
    const first = calmly(snapshotOf(`${front}1. What is a port?\n2. What is a hub?\n`), null, null);
    const text = `${front}1. What is a port?\n   - a door?\n2. What is a hub?\n3. What is a bit?\n`;
    const next = calmly(snapshotOf(text), 'document', first);
    assert.deepEqual(
      [next.findings.map(({ rule, question }) => `${rule}: ${question?.text}`), next.waiting],
      [[hub], true],
    );
    assert.equal(calmly(snapshotOf(text), null, next).findings.length, 3);
  });
});

describe('the lines around a position', () => {
  const around = (marked: string) => {
    const { text, position } = withCursor(marked);
    const { first, last } = answerAround(snapshotOf(text), position);
    return text.split('\n').slice(first, last + 1);
  };

  it('go from a question to the next', () => {
    assert.deepEqual(around(`${front}1. What is a port?\n   - a<|>\n\n2. What is a hub?\n3. What is a bit?\n`), [
      '1. What is a port?',
      '   - a',
      '',
    ]);
    assert.deepEqual(around(`${front}1. What is a port?\n2. What is a hub?<|>\n3. What is a bit?\n`), [
      '2. What is a hub?',
    ]);
  });

  it('go up to the first question, and down from the last', () => {
    assert.deepEqual(around(`${front}Read.<|>\n\n1. What is a port?\n`), [...`${front}Read.\n`.split('\n')]);
    assert.deepEqual(around(`${front}1. What is a port?\n2. What is a hub?\n<|>`), ['2. What is a hub?', '']);
  });

  it('go from heading to heading in a glossary', () =>
    assert.deepEqual(around('---\nworksheets: glossary\n---\n# Terms\n\n## Port\n\nA door.<|>\n\n## Hub\n'), [
      '## Port',
      '',
      'A door.',
      '',
    ]));
});
