import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Block, type MarkdownDocument, toRoot } from '../../server/src/markdown/document.ts';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/**
 * What remark-parse itself makes of a text. Given a first line `---` that no other one answers, remark-frontmatter looks
 * for the end of front matter through the whole document, and no list and no quote in it is found; such a document has
 * no front matter, so it is parsed without.
 */
export function parseWithRemark(text: string): Root {
  const root = withFrontMatter.parse(text);
  const { children, position } =
    root.children[0]?.type === 'yaml' || !/^\ufeff?---/.test(text) ? root : plain.parse(text);
  // Nothing else of the root: after an empty list item and a paragraph `[ ] x`, remark-gfm makes a task of the root.
  return { type: 'root', children, position: position! };
}

/** Asserts that the tree of `document` is the one of a full parse, and that its blocks stand where they say. */
export function assertEqualsRemark(document: MarkdownDocument): void {
  const actual = toRoot(document);
  const expected = parseWithRemark(document.text);
  if (!isDeepStrictEqual(actual, expected)) assert.deepEqual(actual, expected, JSON.stringify(document.text));
  assertBlocksInPlace(document);
}

/** Asserts that every block and every part is found in the text where it says it is, and a part from there. */
export function assertBlocksInPlace(document: MarkdownDocument): void {
  document.blocks.forEach((block, index) => {
    assertInPlace(document, block, document.blockStart(index), document.blockLine(index));
  });
  document.parts.forEach((part, index) => {
    const start = document.partStart(index);
    assertInPlace(document, part, start, document.partLine(index));
    for (const offset of [start, start + part.source.length]) {
      const expected = document.parts.findLastIndex((_, other) => document.partStart(other) <= offset);
      if (document.partIndexAt(offset) !== expected) assert.equal(document.partIndexAt(offset), expected);
    }
  });
}

function assertInPlace({ text, lines }: MarkdownDocument, { source }: Block, start: number, line: number): void {
  const found = text.slice(start, start + source.length);
  if (found !== source) assert.equal(found, source);
  if (line !== lines.lineAt(start)) assert.equal(line, lines.lineAt(start));
}
