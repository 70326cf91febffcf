import type { Block, MarkdownDocument } from '../markdown/document.ts';
import { addHeaded, headsAnswer, type LayoutCount } from './evidence.ts';
import { likely } from './likely.ts';
import { readLines } from './lines.ts';
import { countsAsContent, type RatedLine, rateLines } from './rated-lines.ts';

/** A line at its place in a segment. */
export interface PlacedLine {
  readonly line: RatedLine;
  /** 0-based, relative to the segment's first line. */
  readonly number: number;
  /** To be added to the line's offsets, for offsets relative to the segment. */
  readonly base: number;
  readonly block: Block;
  /** How many lines with nothing but directives stand right above. They are no lines of the segment. */
  readonly directivesAbove: number;
}

/**
 * A few headings with the blocks below them. What is found out about a segment is kept for as long as its text stays as it is;
 * where it stands in the document is no part of it. Nothing depends on where one segment ends and the next starts: they are
 * there to make an edit cost no more than the segment around it.
 */
export interface Segment {
  readonly lines: readonly PlacedLine[];
  readonly layouts: ReadonlyMap<string, LayoutCount>;
  /** Its first and last line with text, or with code or a table; null where it has none. */
  readonly ends: { readonly first: RatedLine; readonly last: RatedLine } | null;
  readonly blocks: readonly Block[];
}

/** A segment at its place. */
export interface PlacedSegment {
  readonly segment: Segment;
  /** Absolute offset of the segment's first line. */
  readonly offset: number;
  /** 0-based line of the document. */
  readonly line: number;
  /** Index of its first block. */
  readonly block: number;
}

/** Cuts a document into segments. Those of the previous version that are still the same are taken from there. */
export function cutSegments(
  document: MarkdownDocument,
  previous: { readonly document: MarkdownDocument; readonly segments: readonly PlacedSegment[] } | null,
): PlacedSegment[] {
  const { blocks } = document;
  const kept = previous ? previous.segments : [];
  const before = previous ? samePrefix(previous.document, document) : 0;
  const after = previous ? sameSuffix(previous.document, document, before) : 0;
  const placed: PlacedSegment[] = [];
  for (const entry of kept) {
    if (endOf(entry) > before) break;
    placed.push(entry);
  }
  let index = placed.length ? endOf(placed[placed.length - 1]!) : 0;
  const last = placed[placed.length - 1];
  // The last segment kept may have got more blocks.
  if (last && index < blocks.length && !startsSegment(blocks[index]!, last.segment.blocks.length)) {
    placed.pop();
    index = last.block;
  }
  const shift = previous ? blocks.length - previous.document.blocks.length : 0;
  let old = kept.findIndex(({ block }) => block + shift >= blocks.length - after);
  while (index < blocks.length) {
    while (old >= 0 && old < kept.length && kept[old]!.block + shift < index) old++;
    // Where segments start depends on nothing before a start: from the first one in common all are the same.
    if (old >= 0 && old < kept.length && kept[old]!.block + shift === index) break;
    let end = index + 1;
    while (end < blocks.length && !startsSegment(blocks[end]!, end - index)) end++;
    placed.push(place(document, index, end));
    index = end;
  }
  for (let at = old; index < blocks.length && at < kept.length; at++) {
    const { segment, block } = kept[at]!;
    const first = block + shift;
    placed.push({ segment, offset: document.blockStart(first), line: document.blockLine(first), block: first });
  }
  return placed;
}

const endOf = ({ block, segment }: PlacedSegment) => block + segment.blocks.length;

/** One heading in so many starts a segment. */
const headings = 4;
/** A segment with so many blocks ends at the next heading. */
const enough = 64;

/** Whether a block starts a segment, by its own text or because the one before it has enough blocks. */
function startsSegment({ node, source }: Block, blocksBefore: number): boolean {
  if (node.type !== 'heading') return false;
  if (blocksBefore >= enough) return true;
  let hash = 0;
  for (let at = 0; at < source.length && at < 80; at++) hash = (Math.imul(hash, 31) + source.charCodeAt(at)) | 0;
  return (hash >>> 4) % headings === 0;
}

function place(document: MarkdownDocument, from: number, to: number): PlacedSegment {
  const blocks = document.blocks.slice(from, to);
  const offset = document.blockStart(from);
  const line = document.blockLine(from);
  const lines: PlacedLine[] = [];
  const layouts = new Map<string, LayoutCount>();
  let ends = null as Segment['ends'];
  let directives = 0;
  for (const [index, block] of blocks.entries()) {
    const base = document.blockStart(from + index) - offset;
    const first = document.blockLine(from + index) - line;
    const all = rateLines(block);
    let next = 0;
    for (const [at, rated] of all.entries()) {
      const directivesAbove = directives + rated.line - next;
      lines.push({ line: rated, number: first + rated.line, base, block, directivesAbove });
      directives = 0;
      next = rated.line + 1;
      if (countsAsContent(rated) && (rated.kind !== 'text' || rated.text !== '')) {
        if (ends && headsAnswer(rated, ends.last)) addHeaded(layouts, ends.last);
        ends = { first: ends?.first ?? rated, last: rated };
      }
      if (rated.layout === '' || rated.isLink) continue;
      const count = layouts.get(rated.layout) ?? { total: 0, strong: 0, continued: 0, headed: 0 };
      count.total++;
      if (rated.likeness >= likely) {
        count.strong++;
        const below = all[at + 1];
        if (below?.continues && below.likeness < likely && below.text !== '') count.continued++;
      }
      layouts.set(rated.layout, count);
    }
    directives += readLines(block).length - next;
  }
  return { segment: { lines, layouts, ends, blocks }, offset, line, block: from };
}

/** How many blocks at the start are the same, at the same place. */
function samePrefix(a: MarkdownDocument, b: MarkdownDocument): number {
  const limit = Math.min(a.blocks.length, b.blocks.length);
  let count = 0;
  while (
    count < limit &&
    a.blocks[count] === b.blocks[count] &&
    a.blockStart(count) === b.blockStart(count) &&
    a.blockLine(count) === b.blockLine(count)
  ) {
    count++;
  }
  return count;
}

/** How many blocks at the end are the same, all moved by the same distance. */
function sameSuffix(a: MarkdownDocument, b: MarkdownDocument, prefix: number): number {
  const limit = Math.min(a.blocks.length, b.blocks.length) - prefix;
  const lastA = a.blocks.length - 1;
  const lastB = b.blocks.length - 1;
  if (limit <= 0) return 0;
  const moved = b.blockStart(lastB) - a.blockStart(lastA);
  const movedLines = b.blockLine(lastB) - a.blockLine(lastA);
  let count = 0;
  while (
    count < limit &&
    a.blocks[lastA - count] === b.blocks[lastB - count] &&
    b.blockStart(lastB - count) - a.blockStart(lastA - count) === moved &&
    b.blockLine(lastB - count) - a.blockLine(lastA - count) === movedLines
  ) {
    count++;
  }
  return count;
}
