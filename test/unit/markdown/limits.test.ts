import assert from 'node:assert/strict';
import {
  LIMITS,
  type LimitKind,
  type Limits,
  parseMarkdown,
  toRoot,
  updateMarkdown,
} from '../../../server/src/markdown/document.ts';
import { worksheetOf } from '../../bench/worksheet.ts';

const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));

const MEGABYTE = 1_000_000;

/** What is in the middle of a document, and which limit it is past. */
const PATHOLOGICAL: readonly (readonly [name: string, text: string, kind: LimitKind])[] = [
  ['8,000 nested quotes', `${'>'.repeat(8000)} a`, 'nesting'],
  ['nested list items', `${fill('- ', 4000)}a`, 'nesting'],
  [
    'items nested line by line',
    Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    'nesting',
  ],
  ['nested footnotes', fill('[^a]: ', 4000), 'nesting'],
  ['nested emphasis', `${fill('*a ', 6000)}${fill('a* ', 6000)}`, 'nesting'],
  ['emphasis nested line by line', `${fill('**a\n', 6000)}${fill('a**\n', 6000)}`, 'nesting'],
  ['nested emphasis between dashes', `${fill('*a\u2014', 6000)}${fill('\u2014a*\u3000', 6000)}`, 'nesting'],
  ['nested links', `${fill('[', 2000)}${fill('](a)', 8000)}`, 'nesting'],
  ['a table row of 20,000 cells', `${fill('| a ', 80_000)}|\n${fill('| - ', 80_000)}|`, 'blockEffort'],
  ['a table of 20,000 rows', `| a |\n| - |\n${fill('| b |\n', 120_000)}`, 'blockEffort'],
  ['brackets', fill('[', MEGABYTE), 'blockEffort'],
  ['references', fill('[a] ', MEGABYTE), 'blockEffort'],
  ['asterisks', fill('*a **b ', MEGABYTE), 'blockEffort'],
  ['a line of 1 MB', fill('a', MEGABYTE), 'blockEffort'],
  ['a paragraph of 1 MB', fill('some words in a line\n', MEGABYTE), 'blockEffort'],
  ['a fence of 1 MB', `\`\`\`\n${fill('some words\n\n', MEGABYTE)}\`\`\``, 'blockEffort'],
  ['a comment of 1 MB', `<!--\n${fill('some words\n\n', MEGABYTE)}-->`, 'blockEffort'],
];

describe('the limits', function () {
  this.timeout(30_000);

  for (const [name, text, kind] of PATHOLOGICAL) {
    it(`leave out ${name}, and read what is around`, () => {
      const document = parseMarkdown(`# Before\n\n${text}\n\n# After\n`);
      assert.deepEqual(
        document.blocks.map(({ node }) => node.type),
        ['heading', 'unparsed', 'heading'],
      );
      assert.equal(document.blocks[2]!.source, '# After');
      const end = 10 + text.trimEnd().length;
      assert.deepEqual(document.limits, [{ kind, span: { start: 10, end }, limit: LIMITS[kind] }]);
    });

    it(`let ${name} be typed in, and parse next to nothing`, () => {
      let document = parseMarkdown(`# Before\n\n${text}\n\n# After\n`);
      for (const start of [Math.floor(document.text.length / 2), document.text.length, 0]) {
        document = updateMarkdown(document, [{ span: { start, end: start }, newText: 'x' }]);
        assert.ok(document.reparsed <= 3, `${document.reparsed} blocks`);
      }
      assert.equal(document.limits.length, 1);
    });
  }

  it('leave out a whole document that would take too long', () => {
    const text = fill('- a\n', MEGABYTE);
    const document = parseMarkdown(text);
    assert.deepEqual(document.limits, [
      { kind: 'documentEffort', span: { start: 0, end: text.trimEnd().length }, limit: LIMITS.documentEffort },
    ]);
    const shorter = updateMarkdown(document, [{ span: { start: 20, end: text.length }, newText: '' }]);
    assert.deepEqual([shorter.limits.length, shorter.blocks[0]!.node.type], [0, 'list']);
  });

  it('read again what is no longer too much', () => {
    const document = parseMarkdown(`\`\`\`\n${fill('some words\n\n', 300_000)}`);
    assert.deepEqual(
      document.blocks.map(({ node }) => node.type),
      ['unparsed'],
    );
    const closed = updateMarkdown(document, [{ span: { start: 4, end: 4 }, newText: '```\n' }]);
    assert.equal(closed.limits.length, 0);
    assert.equal(closed.blocks[1]!.node.type, 'paragraph');
  });

  it('leave what follows where it is, behind blank lines', () => {
    const text = '<?php\n# Reading\n\n- ?\n\n?>\n\n![a]\n';
    const document = parseMarkdown(text, { documentEffort: 500_000, blockEffort: 43_400, nesting: 1 });
    assert.equal(document.limits.length, 1);
    assert.equal(document.partStart(document.parts.length - 1), text.indexOf('![a]'));
  });

  it('are never met by ordinary documents', () => {
    for (const text of [
      worksheetOf(2 * MEGABYTE),
      `\`\`\`\n${fill('const answer = 42;\n', 150_000)}\`\`\`\n`,
      `![diagram](data:image/png;base64,${fill('aGVsbG8', 200_000)})\n`,
      fill('The handler runs each time, so that the client can answer at once. ', 100_000),
      fill('1. What is a socket?\n\n   One end of a connection.\n\n', 200_000),
      fill('### What is a socket?\nOne end of a connection.\n', 200_000),
      `| term | meaning |\n| --- | --- |\n${fill('| socket | one end of a connection |\n', 15_000)}`,
      `- terms\n${fill('  - socket\n', 8000)}`,
      `a${'\n'.repeat(1000)}b`,
      fill('Name: ____________________, date: ____, (____). ', 20_000),
      fill('int *a, **b = &c[i][j]; /* a comment */\n', 10_000),
    ]) {
      assert.deepEqual(parseMarkdown(text).limits, [], text.slice(0, 40));
    }
  });

  describe('do not depend on how a document came about', () => {
    const tight = { documentEffort: 500_000, blockEffort: 81_200, nesting: 1 };
    const cases: readonly (readonly [name: string, text: string, start: number, newText: string, limits: Limits])[] = [
      ['a list that loses its last item to a limit', '- one\n- two\n\n', 13, '\n', { ...tight, blockEffort: 62_000 }],
      ['code before what is too deep', '```\n> - one\ntwo\n\n', 0, '```\n', tight],
      ['a thematic break of spaced marks', '### What does `io.on()` do?\n\n* * *\n# Next\n\n', 0, '---\n', tight],
    ];
    for (const [name, text, start, newText, limits] of cases) {
      it(name, () => {
        const edited = updateMarkdown(parseMarkdown(text, limits), [{ span: { start, end: start }, newText }]);
        const fresh = parseMarkdown(edited.text, limits);
        assert.deepEqual(toRoot(edited), toRoot(fresh));
        assert.deepEqual(edited.limits, fresh.limits);
      });
    }
  });
});
