import assert from 'node:assert/strict';
import { answerText } from '../../../server/src/worksheet/answer-text.ts';

const read = (source: string) => {
  const whole = answerText(source, { span: { start: 0, end: source.length } });
  assert.equal(whole.text.length, source.length);
  return whole.sentences.map(({ start, end }) => whole.text.slice(start, end).replace(/\s+/g, ' '));
};

describe('the text of an answer', () => {
  const cases: [name: string, source: string, sentences: string[]][] = [
    [
      'sentences',
      'A port is a number. It has 16 bits; that is all',
      ['A port is a number.', 'It has 16 bits;', 'that is all'],
    ],
    ['a sentence over two lines', 'A port is\na number', ['A port is a number']],
    ['quoted lines', '> A port is\n> a number', ['A port is a number']],
    ['paragraphs', 'A port\n\nA hub', ['A port', 'A hub']],
    ['items', '- a port\n   1. a *hub*\n- a `switch`', ['a port', 'a hub', 'a switch']],
    ['a label', 'A: a port', ['a port']],
    ['CRLF', '- a port\r\n- a hub\r\n', ['a port', 'a hub']],
    [
      'names with a dot',
      'Socket.IO calls io.on() often. And e.g. this',
      ['Socket.IO calls io.on() often.', 'And e.g.', 'this'],
    ],
    [
      'links and tags',
      'See <b>the</b> [book](https://example.org "Book") at https://example.org/1',
      ['See the book at'],
    ],
    ['code blocks', 'Like this:\n```js\nsend();\n```\nThen wait', ['Like this:', 'Then wait']],
    ['underscores', '_a_ snake_case __name__', ['a snake_case name']],
  ];
  for (const [name, source, sentences] of cases) it(`has ${name}`, () => assert.deepEqual(read(source), sentences));

  it('stands where the answer stands in the document', () => {
    const document = '1. What is a port?\n   - a **number**\n';
    const { text, start, sentences } = answerText(document, { span: { start: 22, end: document.length } });
    const [{ start: from, end }] = sentences as [{ start: number; end: number }];
    assert.equal(document.slice(start + from, start + end), 'a **number**'.slice(0, end - from));
    assert.equal(text.slice(from, end).replace(/\s+/g, ' '), 'a number');
  });
});
