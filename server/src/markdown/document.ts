import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { applyEdits, type Edit } from '../text/edit.ts';
import { LineIndex } from '../text/line-index.ts';
import type { LimitExceeded } from './limits.ts';
import type { Node, Point, Root, RootContent, Yaml } from './nodes.ts';

export type { LimitExceeded, LimitKind } from './limits.ts';
export type * from './nodes.ts';

/**
 * One top-level block of a document. Immutable: the same object survives edits elsewhere in the document, so it can key
 * a `WeakMap` cache.
 */
export interface Block {
  /**
   * The mdast node, with positions relative to the line on which the block starts: `offset` 0 is the start of that
   * line, `line` 1 is that line; columns are those of the document.
   */
  readonly node: RootContent;
  /** The text from the start of the block's first line to the end of its node. */
  readonly source: string;
}

/** One version of a Markdown document: its text and its tree, as a list of top-level blocks. */
export interface MarkdownDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly blocks: readonly Block[];
  /** The offset in `text` of relative offset 0 of the block. */
  blockStart(index: number): number;
  /** The 0-based line of the document that is line 1 of the block. */
  blockLine(index: number): number;
  /** The index of the block whose first line starts at or last before `offset`; -1 where there is none. */
  blockIndexAt(offset: number): number;
  /** The front matter: the YAML between the `---` lines, and its block; `null` where there is none. */
  readonly frontMatter: { readonly value: string; readonly block: Block } | null;
  /** What was not parsed, and why; empty for an ordinary document. */
  readonly limits: readonly LimitExceeded[];
  /** How many blocks this version parsed anew. */
  readonly reparsed: number;
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** Parses a whole text. Never throws. */
export function parseMarkdown(text: string): MarkdownDocument {
  const lines = LineIndex.of(text);
  const blocks: Block[] = [];
  const starts: number[] = [];
  const startLines: number[] = [];
  for (const node of processor.parse(text).children) {
    const line = node.position!.start.line - 1;
    const start = lines.lineStart(line);
    moveNode(node, -start, -line);
    blocks.push({ node, source: text.slice(start, start + node.position!.end.offset!) });
    starts.push(start);
    startLines.push(line);
  }
  const first = blocks[0];
  return {
    text,
    lines,
    blocks,
    blockStart: (index) => starts[index]!,
    blockLine: (index) => startLines[index]!,
    blockIndexAt: (offset) => starts.findLastIndex((start) => start <= offset),
    frontMatter: first?.node.type === 'yaml' ? { value: (first.node as Yaml).value, block: first } : null,
    limits: [],
    reparsed: blocks.length,
  };
}

/**
 * The document after `edits`, whose spans refer to the text of `previous`. Its tree equals that of a full parse of the
 * new text. Never throws.
 */
export function updateMarkdown(previous: MarkdownDocument, edits: readonly Edit[]): MarkdownDocument {
  return parseMarkdown(applyEdits(previous.text, edits));
}

/** The whole tree with absolute positions, equal to that of remark-parse for a document within the limits. */
export function toRoot(document: MarkdownDocument): Root {
  const children = document.blocks.map((block, index) => {
    const node = structuredClone(block.node);
    moveNode(node, document.blockStart(index), document.blockLine(index));
    return node;
  });
  const last = document.lines.lineCount - 1;
  const end: Point = {
    line: last + 1,
    column: document.text.length - document.lines.lineStart(last) + 1,
    offset: document.text.length,
  };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function moveNode(node: Node, offset: number, line: number): void {
  // An email address found by GFM in plain text has no position.
  if (node.position) {
    movePoint(node.position.start, offset, line);
    movePoint(node.position.end, offset, line);
  }
  if ('children' in node) for (const child of node.children as Node[]) moveNode(child, offset, line);
}

function movePoint(point: Point, offset: number, line: number): void {
  point.offset! += offset;
  point.line += line;
}
