import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const front = '---\nworksheets: worksheet\n---\n';

/** One line a symbol, indented like the tree: its lines, its name and its detail. */
function lines(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, range, selectionRange, children = [] }) => [
    `${indent}${range.start.line}-${range.end.line} ${name}${detail ? ` (${detail})` : ''} @${selectionRange.start.line}`,
    ...lines(children, `${indent}  `),
  ]);
}

describe('document symbols', () => {
  it('are the sections with questions, and the questions with how far they are answered', () => {
    const text = [
      '# Networks',
      '## On **links**',
      'On links there is much to say.',
      '1. What is a bit?',
      '   - Two states.',
      '2. What is a port?',
      '## Nothing here',
      '## On hubs',
      '1. What is a hub?',
      '   - TODO',
      '2. What is a switch?',
      '   - a box?',
      '',
    ];
    assert.deepEqual(lines(documentSymbols(snapshotOf(front + text.join('\n')))), [
      '3-14 Networks @3',
      '  4-8 On links @4',
      '    6-7 What is a bit? (answered) @6',
      '    8-8 What is a port? (not answered yet) @8',
      '  10-14 On hubs @10',
      '    11-12 What is a hub? (a placeholder) @11',
      '    13-14 What is a switch? (answered, not sure) @13',
    ]);
  });

  it('keep two sections of one name apart', () => {
    const text = '# A\n## Links\n1. What is a bit?\n## Hubs\n1. What is a hub?\n## Links\n1. What is a port?\n';
    const [root] = documentSymbols(snapshotOf(front + text));
    assert.deepEqual(
      root!.children!.map(({ name, selectionRange }) => [name, selectionRange.start.line]),
      [
        ['Links', 4],
        ['Hubs', 6],
        ['Links', 8],
      ],
    );
  });

  it('have ranges with their own names in them, and those of what is below them', () => {
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        assert.ok(range.start.line <= inner.start.line && inner.end.line <= range.end.line);
      }
      children.forEach(check);
    };
    documentSymbols(
      snapshotOf(`${front}# A\n\nQ: What is a bit?\nA: Two\nstates.\n\n**B**\n\nQ: What is a hub?\nA:\n`),
    ).forEach(check);
  });

  it('are none of a page that is no worksheet', () =>
    assert.deepEqual(documentSymbols(snapshotOf('# Pumps\n\nThey run.\n')), []));
});
