import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keyAnswer, laidOut } from './key.ts';
import {
  findings,
  openText,
  rangeOf,
  replace,
  reported,
  takeFix,
  takeSuggestion,
  until,
  untilFindings,
} from './support.ts';

describe('a document', () => {
  it('with CRLF keeps it', async () => {
    const text = ['# Sockets', '', '1. What is a Web Socket?', '   -', '2. What does socket.emit() do?', '   -', ''];
    const { document } = await openText('crlf.md', text.join('\r\n'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await untilFindings(document, ['unanswered: What is a Web Socket?', 'unanswered: What does socket.emit() do?']);
    await takeSuggestion(document, document.lineAt(5).range.end, 'Key points to write from');
    await takeFix(document, rangeOf(document, 'What is a Web Socket?'), /^Answer from /);
    await untilFindings(document, []);
    assert.equal(
      document
        .getText()
        .replaceAll('\r\n', '')
        .search(/[\r\n]/),
      -1,
    );
    const lines = document.getText().split('\r\n');
    assert.deepEqual(lines.slice(0, 4), [
      '# Sockets',
      '',
      '1. What is a Web Socket?',
      ...laidOut(await keyAnswer('What is a Web Socket?'), '   - ', '     '),
    ]);
    assert.equal(lines[4], '2. What does socket.emit() do?');
    assert.ok(lines.length > 8, 'a key point a line');
  });

  it('with characters of more than one code unit is reported and answered at the right places', async () => {
    const { document } = await openText(
      'unit.md',
      '# 🧦\n\n1. 👩‍👩‍👧 What is a 🎉 Web Socket?\n   -\n2. What is TCP?\n   - 🧦?\n',
    );
    await untilFindings(document, ['unanswered: 👩‍👩‍👧 What is a 🎉 Web Socket?', 'unsure-answer: 🧦?']);
    await takeFix(document, rangeOf(document, '🧦?'), 'Remove the question mark');
    await untilFindings(document, ['unanswered: 👩‍👩‍👧 What is a 🎉 Web Socket?', 'missing-key-point: 🧦']);
    assert.equal(document.lineAt(5).text, '   - 🧦');
  });

  it('without any text has no findings, and gets its first question as any other', async () => {
    const { document } = await openText('empty.md', '');
    assert.deepEqual(findings(document), []);
    await replace(document, new vscode.Range(0, 0, 0, 0), '1. What is a Web Socket?\n   -\n2. What is TCP?\n   -\n');
    await untilFindings(document, ['unanswered: What is a Web Socket?', 'unanswered: What is TCP?']);
  });

  it('of one megabyte is read to its end', async () => {
    const sections = 900;
    const open = [1, sections / 2, sections];
    const words = (part: number, frame: number) =>
      ` It carries piece ${frame} of message ${part}, behind the piece before it, and so on until the last.`;
    const section = (number: number) => [
      `## Part ${number}`,
      '',
      ...Array.from({ length: 9 }, (_, at) => `${at + 1}. What is frame ${at + 1} for?\n   -${words(number, at + 1)}`),
      `10. What is the last frame of part ${number} for?\n    -${open.includes(number) ? '' : words(number, 10)}`,
      '',
    ];
    const text = Array.from({ length: sections }, (_, at) => section(at + 1).join('\n')).join('\n');
    assert.ok(text.length > 1_000_000, String(text.length));
    const { document } = await openText('long.md', text);
    await untilFindings(
      document,
      open.map((number) => `unanswered: What is the last frame of part ${number} for?`),
    );
    assert.deepEqual(
      reported(document).map(({ range }) => range.start.line),
      open.map((number) => number * 23 - 3),
    );
    const { end } = document.lineAt(sections * 23 - 2).range;
    await replace(document, new vscode.Range(end, end), ' It ends the message.');
    await until('one finding less', () => findings(document).length === 2);
  });

  it('with a list of 500 questions is read to its end', async () => {
    const text = Array.from({ length: 500 }, (_, at) => `${at + 1}. What is the use of frame ${at + 1}?\n   -`);
    for (const at of [3, 200, 498]) text[at] += ` It carries part ${at} of a message, and a flag or two.`;
    const { document } = await openText('list.md', `# Frames\n\n${text.join('\n')}\n`);
    await until('497 findings', () => reported(document).length === 497);
    assert.equal(findings(document).at(-1), 'unanswered: What is the use of frame 500?');
  });
});
