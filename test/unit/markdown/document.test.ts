import assert from 'node:assert/strict';
import { type MarkdownDocument, parseMarkdown, toRoot, updateMarkdown } from '../../../server/src/markdown/document.ts';
import { applyEdits, type Edit } from '../../../server/src/text/edit.ts';
import { worksheetOf } from '../../bench/worksheet.ts';
import { assertEqualsRemark } from '../../fuzz/oracle.ts';

/** The document after `insert` takes the place of the first `find`. */
function replace(document: MarkdownDocument, find: string, insert: string): MarkdownDocument {
  const start = document.text.indexOf(find);
  assert.notEqual(start, -1);
  return updateMarkdown(document, [{ span: { start, end: start + find.length }, newText: insert }]);
}

const types = (document: MarkdownDocument) => document.blocks.map(({ node }) => node.type);

describe('a Markdown document', function () {
  this.timeout(30_000);

  const text = '# Reading\n\nWhat is a socket?\n\n- one\n- two\n';

  it('is a list of blocks, each with positions relative to its first line', () => {
    const document = parseMarkdown(text);
    assert.deepEqual(
      document.blocks.map(({ source, node }, index) => [
        source,
        document.blockStart(index),
        document.blockLine(index),
        node.position,
      ]),
      [
        ['# Reading', 0, 0, { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 10, offset: 9 } }],
        [
          'What is a socket?',
          11,
          2,
          { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 18, offset: 17 } },
        ],
        ['- one\n- two', 30, 4, { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 6, offset: 11 } }],
      ],
    );
  });

  it('starts a block at its line, and the node where the line has been indented', () => {
    const { blocks } = parseMarkdown('a\n\n   b\n');
    assert.equal(blocks[1]!.source, '   b');
    assert.deepEqual(blocks[1]!.node.position!.start, { line: 1, column: 4, offset: 3 });
  });

  it('finds the part at an offset, or the last before it', () => {
    const document = parseMarkdown(`\n${text}`);
    assert.deepEqual(
      [0, 1, 10, 11, 12, 31, 40, 99].map((offset) => document.partIndexAt(offset)),
      [-1, 0, 0, 0, 1, 2, 3, 3],
    );
  });

  it('has no blocks where there is nothing to read', () => {
    for (const nothing of ['', '\n', ' \t\r\n\n', '\ufeff']) {
      assert.deepEqual(parseMarkdown(nothing).blocks, [], JSON.stringify(nothing));
      assertEqualsRemark(parseMarkdown(nothing));
    }
  });

  it('has front matter where the first line opens it and another closes it', () => {
    const front = parseMarkdown('---\nworksheets: key\n---\n# Reading\n');
    assert.equal(front.frontMatter?.value, 'worksheets: key');
    assert.equal(front.frontMatter?.block, front.blocks[0]);
    assert.equal(parseMarkdown('---\nworksheets: key\n').frontMatter, null);
    assert.equal(parseMarkdown('\n---\nworksheets: key\n---\n').frontMatter, null);
  });

  it('reads lists after a first line that is a thematic break', () => {
    assert.deepEqual(types(parseMarkdown('---\n\n- one\n')), ['thematicBreak', 'list']);
  });

  it('reads the same list whole, however long', () => {
    const list = Array.from({ length: 1000 }, (_, index) => `- question ${index}\n\n  answer`).join('\n');
    const document = parseMarkdown(list);
    assert.deepEqual(types(document), ['list']);
    assertEqualsRemark(document);
  });

  it('puts a byte order mark before its first block', () => {
    const document = parseMarkdown('\ufeff# Reading\n');
    assert.equal(document.blockStart(0), 1);
    assert.equal(document.blocks[0]!.source, '# Reading');
    assertEqualsRemark(document);
  });
});

describe('an edit', function () {
  this.timeout(30_000);

  it('leaves the blocks elsewhere as they are, though they move', () => {
    const before = parseMarkdown('one\n\ntwo\n\nthree\n\nfour\n\nfive\n');
    const after = replace(before, 'two', 'two\nand more');
    assert.equal(after.blocks[0], before.blocks[0]);
    assert.equal(after.blocks[2], before.blocks[2]);
    assert.equal(after.blocks[4], before.blocks[4]);
    assert.notEqual(after.blocks[1], before.blocks[1]);
    assert.equal(after.blockStart(4), before.blockStart(4) + 9);
    assert.equal(after.blockLine(4), before.blockLine(4) + 1);
  });

  it('leaves the version before it as it was', () => {
    const before = parseMarkdown('- one\n- two\n- three\n\nend\n');
    const tree = structuredClone(toRoot(before));
    replace(before, 'two', 'two\n  more\n');
    assert.deepEqual(toRoot(before), tree);
  });

  it('keeps the items of a list that stay where they are', () => {
    const before = parseMarkdown('- one\n- two\n- three\n- four\n- five\n');
    const after = replace(before, 'four', 'fourth');
    const items = ({ blocks }: MarkdownDocument) => (blocks[0]!.node.type === 'list' ? blocks[0]!.node.children : []);
    assert.equal(items(after)[0], items(before)[0]);
    assert.equal(items(after)[1], items(before)[1]);
    assert.notEqual(items(after)[3], items(before)[3]);
  });

  it('without any edits is the same version', () => {
    const document = parseMarkdown('one\n');
    assert.equal(updateMarkdown(document, []), document);
  });

  describe('in a worksheet of 1 MB', () => {
    const worksheet = parseMarkdown(worksheetOf(1_000_000));
    const middle = worksheet.text.indexOf('The handler runs', 500_000);

    const typed = (start: number, newText: string) =>
      updateMarkdown(worksheet, [{ span: { start, end: start }, newText }]);

    it('of one character parses a handful of blocks', () => {
      assert.ok(worksheet.blocks.length > 5_000);
      for (const [start, newText] of [
        [middle, 'x'],
        [middle + 20, 'x'],
        [worksheet.text.indexOf('- first point', middle), '\n'],
        [worksheet.text.indexOf('### ', middle), '#'],
        [worksheet.text.length, 'x'],
        [0, '#'],
      ] as const) {
        const { reparsed } = typed(start, newText);
        assert.ok(reparsed >= 1 && reparsed <= 5, `${reparsed} blocks for ${JSON.stringify(newText)} at ${start}`);
      }
    });

    it('that opens code parses what becomes code, and no more', () => {
      const document = typed(worksheet.text.indexOf('### ', middle), '```\n');
      assert.ok(document.reparsed <= 6, `${document.reparsed} blocks`);
      assert.equal(document.limits.length, 0);
    });

    it('in many places parses what is there', () => {
      const edits: Edit[] = [];
      for (
        let at = worksheet.text.indexOf('____');
        at >= 0 && edits.length < 50;
        at = worksheet.text.indexOf('____', at + 4000)
      ) {
        edits.push({ span: { start: at, end: at + 4 }, newText: 'request' });
      }
      const document = updateMarkdown(worksheet, edits);
      assert.equal(document.text, applyEdits(worksheet.text, edits));
      assert.ok(document.reparsed <= 5 * edits.length, `${document.reparsed} blocks`);
    });

    it('that defines a label parses what asked for it', () => {
      const asking = replace(worksheet, 'The handler runs', 'The [handler] runs');
      const defining = updateMarkdown(asking, [
        { span: { start: asking.text.length, end: asking.text.length }, newText: '\n[handler]: /url\n' },
      ]);
      assert.ok(defining.reparsed <= 6, `${defining.reparsed} blocks`);
      const index = defining.partIndexAt(asking.text.indexOf('[handler]'));
      assert.match(JSON.stringify(defining.parts[index]!.node), /linkReference/);
      const other = typed(worksheet.text.length, '\n[other]: /url\n');
      assert.ok(other.reparsed <= 4, `${other.reparsed} blocks`);
    });
  });
});

describe('trees that once were not equal', () => {
  const cases: readonly (readonly [name: string, text: string, find: string, insert: string])[] = [
    ['an opening of front matter that is not closed', '---\n- item\n', 'item', 'x'],
    ['a byte order mark at the start of a part', '\n--\n', '--', '\ufeff--'],
    ['a byte order mark alone on a line', '# Reading\n\n', '# Rea', '\n\ufeff\n'],
    ['a setext heading that starts where a definition does', '[a]: /url\nword\n- \n', 'word', 'words'],
    ['the same after indented code', '    code\n\n[a]: /url\n</script>\n- \n', ' ', '-->'],
    ['a list after indented code', '    code\n\n10. ten\n', ' ', '>'],
    ['indented code after a list', '# Reading\n\n1. one\n\n\ttab\n    more\n', '# Reading\n\n', '  '],
    ['indented code after front matter', '---\na: b\n---\n    code\n- item\n[a]: /url\n', 'item', 'items'],
    [
      'a setext heading that starts where the first of two definitions does',
      '[a]: /u\n[b]: /u\n2) word\n---\n',
      'word',
      'x',
    ],
    ['a fence in an item, which ends where what follows says', '- ?\n\n- ```\n\n', '- ```\n\n', '- ```\n\n-->'],
    ['a list whose last item loses its list', '- one\n- two\n\n', '- two', 'two'],
    ['a line feed typed after a carriage return', 'a\r\rb\r', 'b', '\nb'],
    ['a carriage return typed before a line feed', 'a\n\nb\n', 'a', 'a\r'],
    ['a lazy line', '> quote\nlazy\n\nend\n', 'lazy', '- lazy'],
    ['lists that merge', '- one\n\n* two\n\n- three\n', '*', '-'],
    ['a list that becomes loose', '- one\n- two\n- three\n', '\n- two', '\n\n- two'],
    ['an ordered list whose first item goes', '1. one\n5. five\n', '1. one\n', ''],
    ['a fence that opens', 'a\n\nb\n\n```\nc\n', 'a', '```'],
    ['a fence that closes', '```\na\n\nb\n\nc\n', 'b', '```'],
    ['a comment that closes', '<!--\n\na\n\n- b\n', 'a', '-->'],
    ['a footnote that goes on', '[^a]: one\n\n    two\n\n[^a]\n', '    two', 'two'],
    ['a definition that goes', '[a]\n\n[A]: /url\n', '[A]:', '[A]'],
    ['a table that becomes one', 'a | b\n\n--- | ---\n', '\n\n', '\n'],
    ['front matter that opens', 'a: b\n---\n- x\n', 'a: b', '---\na: b'],
    ['front matter that is closed far below', '---\na\n\n- b\n\nc\n', 'c', '---'],
    ['front matter that moves down', '---\na: b\n---\n\nc\n', '---\na', 'x\n\n---\na'],
  ];

  for (const [name, text, find, insert] of cases) {
    it(name, () => {
      const before = parseMarkdown(text);
      assertEqualsRemark(before);
      const after = replace(before, find, insert);
      assertEqualsRemark(after);
      assertEqualsRemark(updateMarkdown(after, [{ span: { start: 0, end: after.text.length }, newText: text }]));
    });
  }
});

describe('comments', () => {
  const after = (text: string, start: number, end: number, newText: string) =>
    updateMarkdown(parseMarkdown(text), [{ span: { start, end }, newText }]);

  it('may be there where one is, and where one was typed', () => {
    assert.equal(parseMarkdown('one\n\ntwo\n').mayHaveComments, false);
    assert.equal(parseMarkdown('one\n\n- <!-- two -->\n').mayHaveComments, true);
    assert.equal(after('one\n\n<!- two -->\n', 5, 5, '-').mayHaveComments, false);
    assert.equal(after('one\n\n<!- two -->\n', 6, 6, '-').mayHaveComments, false);
    assert.equal(after('one\n\n<!- two -->\n', 8, 8, '-').mayHaveComments, true);
  });

  it('are gone with the last one', () => {
    const text = '<!-- a -->\n\n# b\n\n<!-- c -->\n';
    const one = updateMarkdown(parseMarkdown(text), [{ span: { start: 0, end: 4 }, newText: '' }]);
    assert.equal(one.mayHaveComments, true);
    const none = updateMarkdown(one, [{ span: { start: 0, end: one.text.length }, newText: 'd\n' }]);
    assert.equal(none.mayHaveComments, false);
  });
});
