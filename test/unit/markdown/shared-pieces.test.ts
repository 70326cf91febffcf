import assert from 'node:assert/strict';
import { LIMITS, parseMarkdown, SharedPieces } from '../../../server/src/markdown/document.ts';

const SHEET =
  '# Reading\n\n1. What is a hub?\n   - a box\n2. What is a port?\n   - [ ] a number\n\nSee <b>below</b>.\n';

/** The blocks that the last of some texts has from the others. */
function common(...texts: string[]) {
  const shared = new SharedPieces();
  const documents = texts.map((text) => parseMarkdown(text, LIMITS, shared));
  const before = new Set(documents.slice(0, -1).flatMap(({ parts }) => parts));
  return documents
    .at(-1)!
    .parts.filter((part) => before.has(part))
    .map(({ source }) => source.split('\n')[0]);
}

describe('pieces that documents share', () => {
  it('are those that two documents had before', () => {
    const all = ['# Reading', '1. What is a hub?', '2. What is a port?', 'See <b>below</b>.'];
    assert.deepEqual(common(SHEET, SHEET), []);
    assert.deepEqual(common(SHEET, SHEET, SHEET), all);
    const other = SHEET.replace('a box', 'something');
    assert.deepEqual(common(SHEET, SHEET, other), all.toSpliced(1, 1));
  });

  it('are followed by the same line', () => {
    const sheet = (last: string) => `words\n${last}`;
    assert.deepEqual(common(sheet('***\n'), sheet('***\n'), sheet('===\n')), []);
    assert.deepEqual(common('> quote\n', '> quote\n', '> quote\nlazy\n'), []);
    assert.deepEqual(common('> quote', '> quote', '> quote\n\nmore'), []);
  });

  it('are none twice in a document', () => {
    const { parts } = [1, 2, 3]
      .map(() => parseMarkdown('# A\n\n***\n\n# A\n\n***\n\n# A\n\n***\n', LIMITS, shared))
      .at(-1)!;
    assert.equal(new Set(parts).size, 6);
  });

  it('are no front matter', () => {
    const sheet = '---\nkey: x\n---\n';
    assert.deepEqual(common(sheet, sheet, sheet), []);
    assert.deepEqual(common(sheet, sheet, `\n${sheet}`), []);
  });

  it('are none that a limit left out', () => {
    const limits = { ...LIMITS, nesting: 1 };
    const text = '> > > deep\n';
    const known = new SharedPieces();
    for (let nth = 0; nth < 3; nth++) assert.equal(parseMarkdown(text, limits, known).limits.length, 1);
    assert.equal(parseMarkdown(text, LIMITS, known).limits.length, 0);
  });
});

const shared = new SharedPieces();
