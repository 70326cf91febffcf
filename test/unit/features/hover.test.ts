import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { definition } from '../../../server/src/features/definition.ts';
import { hover } from '../../../server/src/features/hover.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { glossaryUri, keyUri, someKnowledge } from '../../support/knowledge.ts';
import { withCursor } from '../../support/marked-text.ts';
import { snapshotOf } from '../../support/snapshot.ts';

/** What the hover at the cursor says, and the text it is about; null where there is none. */
function hoverAt(marked: string, assistance: Assistance = 'answers'): { value: string; on: string } | null {
  const { text, position } = withCursor(marked);
  const snapshot = snapshotOf(text, someKnowledge, { assistance });
  const found = hover(snapshot, position);
  if (!found) return null;
  const { lines } = snapshot.document;
  const { start, end } = found.range!;
  return {
    value: (found.contents as MarkupContent).value,
    on: text.slice(lines.offsetAt(start), lines.offsetAt(end)),
  };
}

describe('hovering a term', () => {
  const places: [name: string, marked: string, on: string][] = [
    ['in a paragraph', 'The port nu<|>mber is missing.', 'port number'],
    ['at its first letter', 'The <|>port number is missing.', 'port number'],
    ['in a heading', '# About por<|>t numbers', 'port numbers'],
    ['in a list item', '- a port num<|>ber', 'port number'],
    ['in a quote', '> a port num<|>ber', 'port number'],
    ['in a table', '| a | b |\n| - | - |\n| 1 | port num<|>ber |\n', 'port number'],
    ['in a question', '1. What is a po<|>rt?\n2. What is a hub?\n3. What is a bit?\n', 'port'],
    ['in other case', 'PORT NUM<|>BER', 'PORT NUMBER'],
    ['by its alias', 'It takes one round tri<|>p time.', 'round trip time'],
    ['over emphasis', 'The **port** num<|>ber is missing.', 'port** number'],
    ['over a line end', 'The port\nnum<|>ber is missing.', 'port\nnumber'],
    ['over a line end in a list', '- The port\n  num<|>ber is missing.', 'port\n  number'],
    ['over a line end with CRLF', 'The port\r\nnum<|>ber is missing.\r\n', 'port\r\nnumber'],
    ['in inline code', 'Call `socket.op<|>en()` first.', 'socket.open()'],
    ['in inline code with arguments', 'Call `socket.op<|>en(80)` first.', 'socket.open(80)'],
    ['in the text of a link', 'See [the port num<|>ber](a.md).', 'port number'],
    ['behind an emoji', '🚪🚪 port num<|>ber', 'port number'],
  ];
  for (const [name, marked, on] of places)
    it(name, () => {
      const found = hoverAt(marked);
      assert.ok(found, 'a hover');
      assert.equal(found.on, on);
      assert.match(found.value, /^\*\*(Port number|Round trip|socket\.open\(\))\*\* · Cables and numbers\n\n/);
    });

  const none: [name: string, marked: string][] = [
    ['in fenced code', '```\nport num<|>ber\n```\n'],
    ['in indented code', '    port num<|>ber\n'],
    ['in the target of a link', 'See [here](port-num<|>ber.md).'],
    ['in an address', '<https://example.org/port-num<|>ber>'],
    ['in front matter', '---\ntitle: port num<|>ber\n---\n\nText\n'],
    ['in a comment', '<!-- port num<|>ber -->\n'],
    ['in an HTML tag', '<img alt="port num<|>ber">\n'],
    ['in a longer word', 'The report<|>er'],
    ['behind it', 'A port number<|> is missing.'],
    ['in an empty file', '<|>'],
    ['where none stands', 'A <|>yak'],
  ];
  for (const [name, marked] of none) it(`nothing ${name}`, () => assert.equal(hoverAt(marked), null));

  it('says the definition, the other names and the sources', () => {
    assert.equal(
      hoverAt('A por<|>t.')?.value,
      [
        '**Port number** · Cables and numbers',
        'What tells the processes of one host apart.',
        'Also called: port, ports',
        '[The book, chapter 3](https://example.org/book/3)',
      ].join('\n\n'),
    );
  });

  it('needs no worksheet and no assistance', () => {
    assert.ok(hoverAt('---\nworksheets: off\n---\n\nA por<|>t.', 'off'));
  });
});

describe('hovering a question', () => {
  const front = '---\nworksheets: worksheet\n---\n\n';
  const blank = `${front}### <|>What is a port?\n\n### What is a yak?\n`;
  const answered = `${front}### <|>What is a port?\n\nA number of 16 bits.\n`;

  it('says how it is understood, with a hint', () => {
    const found = hoverAt(blank);
    assert.equal(found?.on, 'What is a port?');
    assert.match(found.value, /^\*\*What is a port\?\*\* · Ports and hubs\n\nHint: Think of the doors of a house\./);
  });

  it('counts the key points of an answer and names what is missing', () => {
    const value = hoverAt(answered)!.value;
    assert.match(value, /1 of 2 key points: number of 16 bits/);
    assert.match(value, /Not mentioned yet: processes of a host/);
  });

  it('reveals nothing but the hint with hints', () => {
    for (const marked of [blank, answered]) {
      const value = hoverAt(marked, 'hints')!.value;
      assert.match(value, /Hint: Think of the doors/);
      assert.doesNotMatch(value, /processes|example\.org|lower ones/);
    }
  });

  it('says nothing with assistance off', () => {
    for (const marked of [blank, answered]) assert.equal(hoverAt(marked, 'off'), null);
  });

  it('says nothing about a question that no key knows', () => {
    assert.equal(hoverAt(`${front}### <|>What is a yak?\n`), null);
  });
});

describe('going to a definition', () => {
  const definitionAt = (marked: string, assistance: Assistance = 'answers') => {
    const { text, position } = withCursor(marked);
    return definition(snapshotOf(text, someKnowledge, { assistance }), position).map(
      ({ uri, range }) => `${uri}:${range.start.line}`,
    );
  };
  const question = '---\nworksheets: worksheet\n---\n\n### Wh<|>at is a port?\n';

  it('leads from a term to its entry', () => assert.deepEqual(definitionAt('A por<|>t.'), [`${glossaryUri}:6`]));

  it('leads from a question to its key', () => assert.deepEqual(definitionAt(question), [`${keyUri}:6`]));

  it('leads nowhere where assistance forbids the answer', () => {
    assert.deepEqual(definitionAt(question, 'hints'), []);
    assert.deepEqual(definitionAt(question, 'off'), []);
  });
});
