import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkFrontmatter from 'remark-frontmatter';

import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { detached } from '../text/detached.ts';
import { afterLineBreak, isLineEnd } from './effort.ts';
import { autolinksIn, linkAddresses, mayHaveTable, readGfm } from './gfm.ts';
import { footnoteLabel, type LabelQuestion, labelsExtension, linkLabel, withLabels } from './labels.ts';
import type { LimitKind } from './limits.ts';
import type { List, Node, Point, Root, RootContent } from './nodes.ts';
import { moveNode } from './positions.ts';

/**
 * One top-level block of a document, or a part of one. Immutable: the same object survives edits elsewhere in the
 * document, so it can key a `WeakMap` cache.
 */
export interface Block {
  /**
   * The mdast node, with positions relative to the line on which the block starts: `offset` 0 is the start of that
   * line, `line` 1 is that line; columns are those of the document.
   */
  readonly node: RootContent;
  /** The text from the start of the block's first line to the end of its node. */
  readonly source: string;
  /** Whether it is a part only: the next item of the list that the part before it belongs to. */
  readonly continues: boolean;
}

/**
 * A part of a document that is parsed the same whatever stands before it. It starts at a cut, a line on which nothing
 * of what came before can go on: with a top-level block after a blank line or a heading, say, or with an item of a
 * top-level list.
 * So a piece is usually one block, but of a list it is one item.
 */
export interface Piece {
  /** The text up to the next piece. */
  readonly text: string;
  /** A list, where it is cut, is here only with the items of this piece. */
  readonly blocks: readonly Block[];
  /** Where each block starts, relative to the piece. */
  readonly offsets: readonly number[];
  /** The labels that the piece defines. */
  readonly defines: readonly string[];
  /** The labels that the piece asked for while it was parsed, and that were defined, or were not. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** Why the piece was not parsed; `null` for one that was. */
  readonly refused: Refusal | null;
  /** Whether it may have an HTML comment. */
  readonly commented: boolean;
}

/** The reason not to parse a piece; offsets are relative to the piece. */
export interface Refusal {
  readonly kind: LimitKind;
  /** The start of the line that is too much. */
  readonly exceededAt: number;
  /** Changes past this offset are no reason to think again. */
  readonly decidedBy: number;
}

/** A piece, and where it starts in the text it was parsed from. */
export interface PlacedPiece {
  readonly start: number;
  readonly piece: Piece;
}

/** A piece that was read without the parser. */
export interface NextPiece {
  readonly piece: Piece;
  /** Where the piece after it starts. */
  readonly end: number;
  /** Whether that one goes on with the list that this one ends with. */
  readonly goesOn: boolean;
}

const NONE: readonly never[] = [];
const NO_LABELS: ReadonlySet<string> = new Set();
const ORIGIN: readonly number[] = [0];

const processors = new Map<string, Processor<Root>>();

/** The parser for a text, with no more in it than the text needs. */
function processorFor(text: string, frontMatter: boolean): Processor<Root> {
  const autolinks = autolinksIn(text);
  const tables = mayHaveTable(text);
  const key = `${autolinks} ${tables} ${frontMatter}`;
  let processor = processors.get(key);
  if (processor === undefined) {
    const plain = unified().use(remarkParse).use(readGfm, autolinks, tables);
    if (frontMatter) plain.use(remarkFrontmatter, ['yaml']);
    processor = plain.use(askForLabels).freeze();
    processors.set(key, processor);
  }
  return processor;
}

function askForLabels(this: Processor): void {
  const data = this.data();
  // Combined once: the parser combines what it is given with its own at every parse.
  data.micromarkExtensions = [combineExtensions([...(data.micromarkExtensions ?? []), labelsExtension])];
}

/**
 * Parses a text that starts at a cut into its pieces; starts are relative to the text. The last piece is whole only
 * where the text ends with the document.
 *
 * @returns `null` where the parser gave up, its calls being too deep
 */
export function parsePieces(
  text: string,
  { labels, frontMatter }: { labels: ReadonlySet<string>; frontMatter: boolean },
): PlacedPiece[] | null {
  const source = detached(text);
  const processor = processorFor(source, frontMatter);
  // The parser drops a byte order mark at the start; only that of the document is one.
  const input = source.charCodeAt(0) === BYTE_ORDER_MARK ? `\ufeff${source}` : source;
  try {
    const [root, questions] = withLabels(labels, () => processor.parse(input));
    linkAddresses(root);
    const cuts = cutRoot(root, source);
    return cuts.map(({ start, nodes, continues }, index) => {
      const end = cuts[index + 1]?.start ?? source.length;
      return { start, piece: makePiece(source, start, end, nodes, continues, questions, labels) };
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The piece that has one block, which starts where it does, and neither defines nor asks for a label. */
export function pieceOf(text: string, node: RootContent): Piece {
  const source = detached(text);
  return makePiece(source, 0, source.length, [node], false, NONE, NO_LABELS);
}

/** Whether a piece starts with the next item of the list that the piece before it ends with. */
export function continuesList({ blocks }: Piece): boolean {
  return blocks[0]!.continues;
}

/** The piece as one that starts with the next item of a list, or as one that doesn't. */
export function withContinues(piece: Piece, continues: boolean): Piece {
  if (continuesList(piece) === continues) return piece;
  const [first, ...others] = piece.blocks;
  return { ...piece, blocks: [{ ...first!, continues }, ...others] };
}

/** The piece for a text that is past a limit: one block, opaque. */
export function refusedPiece(text: string, refused: Refusal): Piece {
  const copy = detached(text);
  const source = copy.trimEnd();
  const end = endOfText(source);
  const node: RootContent = { type: 'unparsed', position: { start: { line: 1, column: 1, offset: 0 }, end } };
  return {
    text: copy,
    blocks: [{ node, source, continues: false }],
    offsets: ORIGIN,
    defines: NONE,
    found: NONE,
    missing: NONE,
    refused,
    commented: mayHaveComment(copy),
  };
}

const mayHaveComment = (text: string) => text.includes('<!--');

/** The point at which a text ends. */
function endOfText(text: string): Point {
  let line = 1;
  let start = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isLineEnd(text, offset)) continue;
    start = afterLineBreak(text, offset);
    offset = start - 1;
    line++;
  }
  return { line, column: text.length - start + 1, offset: text.length };
}

interface Cut {
  start: number;
  continues: boolean;
  nodes: RootContent[];
}

/** Deals the blocks of a tree out to pieces. */
function cutRoot(root: Root, source: string): Cut[] {
  const cuts: Cut[] = [];
  let previous: RootContent | undefined;
  for (const node of root.children) {
    const start = lineStart(node);
    const parts = node.type === 'list' && node.children.length > 1 ? splitList(node, source) : [node];
    // To remark-parse, a setext heading right after a definition starts where the definition does.
    const fresh = previous === undefined || (start > lineStart(previous) && isFresh(source, previous, node));
    if (fresh) cuts.push({ start, continues: false, nodes: [parts[0]!] });
    else cuts.at(-1)!.nodes.push(parts[0]!);
    for (const part of parts.slice(1)) cuts.push({ start: lineStart(part), continues: true, nodes: [part] });
    previous = node;
  }
  return cuts;
}

/**
 * Whether a block starts a piece. It is not enough that it starts: the line after a definition is read as if in a
 * paragraph, and remark-parse reads indented code after a list, and a list after indented code, in ways of their own.
 */
function isFresh(source: string, previous: RootContent, node: RootContent): boolean {
  if (isIndentedCode(source, previous)) return false;
  if (COMPLETE.has(previous.type)) return true;
  if (previous.type === 'list' && node.type === 'list') return true;
  if (isIndentedCode(source, node)) return false;
  if (startsAnywhere(source, node)) return true;
  let offset = lineStart(node) - 1;
  if (source.charCodeAt(offset) === LINE_FEED && source.charCodeAt(offset - 1) === CARRIAGE_RETURN) offset--;
  do offset--;
  while (source.charCodeAt(offset) === SPACE || source.charCodeAt(offset) === TAB);
  const before = source.charCodeAt(offset);
  return before === LINE_FEED || before === CARRIAGE_RETURN;
}

/** Blocks that end with their last line, so that what follows needs no blank line before it. */
const COMPLETE: ReadonlySet<string> = new Set<RootContent['type']>(['yaml', 'heading', 'thematicBreak', 'code']);

/** Whether a block needs no blank line before it. */
function startsAnywhere(source: string, node: RootContent): boolean {
  return node.type === 'code' || (node.type === 'heading' && source[node.position!.start.offset!] === '#');
}

function isIndentedCode(source: string, { type, position }: RootContent): boolean {
  return type === 'code' && !/[`~]/.test(source[position!.start.offset!]!);
}

/** A list for each item of a list. */
function splitList(list: List, source: string): List[] {
  return list.children.map((item) => ({
    ...list,
    // As if it were alone, so that nothing in it depends on what stands before.
    start: list.ordered ? Number.parseInt(source.slice(item.position!.start.offset), 10) : null,
    spread: false,
    children: [item],
    position: { start: { ...item.position!.start }, end: { ...item.position!.end } },
  }));
}

function makePiece(
  source: string,
  start: number,
  end: number,
  nodes: readonly RootContent[],
  continues: boolean,
  questions: readonly LabelQuestion[],
  labels: ReadonlySet<string>,
): Piece {
  const offsets: number[] = [];
  const blocks: Block[] = [];
  const defines: string[] = [];
  for (const node of nodes) {
    const offset = lineStart(node);
    const line = node.position!.start.line;
    collectDefinitions(node, defines);
    moveNode(node, -offset, 1 - line);
    const text = source.slice(offset, offset + node.position!.end.offset!);
    blocks.push({ node, source: text, continues: continues && blocks.length === 0 });
    offsets.push(offset - start);
  }
  const asked = new Set<string>();
  for (const { offset, label } of questions) if (offset >= start && offset < end) asked.add(label);
  const single = offsets.length === 1 && offsets[0] === 0;
  const own = source.slice(start, end);
  return {
    text: own,
    blocks,
    offsets: single ? ORIGIN : offsets,
    defines: defines.length === 0 ? NONE : defines,
    found: asked.size === 0 ? NONE : [...asked].filter((label) => labels.has(label)),
    missing: asked.size === 0 ? NONE : [...asked].filter((label) => !labels.has(label)),
    refused: null,
    commented: mayHaveComment(own),
  };
}

function collectDefinitions(node: Node, labels: string[]): void {
  switch (node.type) {
    case 'definition':
      labels.push(linkLabel((node as Node & { identifier: string }).identifier));
      break;
    case 'footnoteDefinition':
      labels.push(footnoteLabel((node as Node & { identifier: string }).identifier));
      break;
    case 'blockquote':
    case 'list':
    case 'listItem':
      break;
    default:
      return;
  }
  if ('children' in node) for (const child of node.children as Node[]) collectDefinitions(child, labels);
}

/** The start of the line on which a node starts; its columns count characters, a tab being one. */
function lineStart(node: Node): number {
  const { column, offset } = node.position!.start;
  return offset! - column + 1;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BYTE_ORDER_MARK = 0xfeff;
