import { type Block, type MarkdownDocument, partsInCommon } from '../markdown/document.ts';
import { hashOf } from '../text/hash.ts';
import { addBelow, addLayouts, type LayoutCount, noLines } from './evidence.ts';
import { likely } from './likely.ts';
import { readLines } from './lines.ts';
import { type RatedLine, rateLines, saysSomething } from './rated-lines.ts';

/** A line at its place in a segment. */
export interface PlacedLine {
  readonly line: RatedLine;
  /** 0-based, relative to the segment's first line. */
  readonly number: number;
  /** To be added to the line's offsets, for offsets relative to the segment. */
  readonly base: number;
  /** The part of the document that the line is in: a block, or an item of a list. */
  readonly block: Block;
  /** How many lines with nothing but directives stand right above. They are no lines of the segment. */
  readonly directivesAbove: number;
}

/**
 * A few parts of a document. What is found out about a segment is kept for as long as its text stays as it is; where it
 * stands in the document is no part of it. Nothing depends on where one segment ends and the next starts: they are there
 * to make an edit cost no more than the segment around it.
 */
export interface Segment {
  readonly lines: readonly PlacedLine[];
  readonly layouts: ReadonlyMap<string, LayoutCount>;
  /** Its first and last line with text, or with code or a table; null where it has none. */
  readonly ends: { readonly first: RatedLine; readonly last: RatedLine } | null;
  readonly parts: readonly Block[];
}

/** A segment at its place. */
export interface PlacedSegment {
  readonly segment: Segment;
  /** Absolute offset of the segment's first line. */
  readonly offset: number;
  /** 0-based line of the document. */
  readonly line: number;
  /** Index of its first part. */
  readonly part: number;
}

/** The segments of a document. */
export interface Segments {
  readonly all: readonly PlacedSegment[];
  /** How many lines have each layout. */
  readonly layouts: ReadonlyMap<string, LayoutCount>;
}

/** How many elements at the start and at the end of two lists are the same; those at the end may have moved together. */
export interface InCommon {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a document into segments. Those of the previous version that are still the same are taken from there.
 *
 * @returns the segments, and which of them the previous version has
 */
export function cutSegments(
  document: MarkdownDocument,
  previous: { readonly document: MarkdownDocument; readonly segments: Segments } | null,
): { readonly segments: Segments; readonly common: InCommon } {
  const { parts } = document;
  const old = previous ? previous.segments.all : [];
  const common = previous ? partsInCommon(previous.document, document) : { start: 0, end: 0 };
  let kept = 0;
  while (kept < old.length && endOf(old[kept]!) <= common.start) kept++;
  const last = old[kept - 1];
  // The last segment kept may have got more parts.
  if (last && endOf(last) < parts.length && !startsSegment(parts[endOf(last)]!, last.segment.parts.length)) kept--;
  const all = old.slice(0, kept);
  let index = kept > 0 ? endOf(all[kept - 1]!) : 0;
  const moved = parts.length - (previous?.document.parts.length ?? 0);
  let next = kept;
  while (next < old.length && old[next]!.part + moved < parts.length - common.end) next++;
  while (index < parts.length) {
    while (next < old.length && old[next]!.part + moved < index) next++;
    // Where segments start depends on nothing before a start: from the first one in common all are the same.
    if (next < old.length && old[next]!.part + moved === index) break;
    let end = index + 1;
    while (end < parts.length && !startsSegment(parts[end]!, end - index)) end++;
    all.push(place(document, index, end));
    index = end;
  }
  const rest = index < parts.length ? next : old.length;
  const fresh = all.length;
  if (rest < old.length) {
    const first = old[rest]!;
    const byOffset = document.partStart(first.part + moved) - first.offset;
    const byLine = document.partLine(first.part + moved) - first.line;
    for (let at = rest; at < old.length; at++) {
      const { segment, offset, line, part } = old[at]!;
      all.push({ segment, offset: offset + byOffset, line: line + byLine, part: part + moved });
    }
  }
  const layouts = new Map(previous?.segments.layouts);
  countLayouts(layouts, old, kept, rest, -1);
  countLayouts(layouts, all, kept, fresh, 1);
  return { segments: { all, layouts }, common: { start: kept, end: old.length - rest } };
}

/** Adds the layouts of some segments, and what they say together with the ones before and behind them, or takes them away. */
function countLayouts(
  sum: Map<string, LayoutCount>,
  segments: readonly PlacedSegment[],
  from: number,
  to: number,
  times: 1 | -1,
): void {
  if (times > 0) for (let at = from; at < to; at++) addLayouts(sum, segments[at]!.segment.layouts, times);
  let first = from;
  do first--;
  while (first >= 0 && !segments[first]!.segment.ends);
  let above = segments[first]?.segment.ends?.last ?? null;
  for (let at = from; at < segments.length; at++) {
    const { ends } = segments[at]!.segment;
    if (!ends) continue;
    if (above) addBelow(sum, above, ends.first, times);
    above = ends.last;
    if (at >= to) break;
  }
  if (times < 0) for (let at = from; at < to; at++) addLayouts(sum, segments[at]!.segment.layouts, times);
}

const endOf = ({ part, segment }: PlacedSegment) => part + segment.parts.length;

/** One heading in so many starts a segment, and where there are none, one line that is worded like a question. */
const oneIn = 4;
/** A segment with so many parts lacks headings. */
const many = 64;
/** A segment with so many parts ends, whatever comes. */
const enough = 160;

/** So many UTF-16 code units of a part decide whether it starts a segment. */
const DECISIVE = 80;

/** Whether a part starts a segment, by its own text or because the one before it has enough parts. */
function startsSegment(part: Block, partsBefore: number): boolean {
  if (partsBefore >= enough) return true;
  const { node, source } = part;
  if (node.type !== 'heading' && (partsBefore < many || (rateLines(part)[0]?.likeness ?? 0) < likely)) return false;
  return (hashOf(source, DECISIVE) >>> 4) % oneIn === 0;
}

/** By the first part. */
const segments = new WeakMap<Block, Segment>();

function place(document: MarkdownDocument, from: number, to: number): PlacedSegment {
  const parts = document.parts.slice(from, to);
  const offset = document.partStart(from);
  const line = document.partLine(from);
  const known = segments.get(parts[0]!);
  // A part stays the same only with the text up to the next one.
  if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
    return { segment: known, offset, line, part: from };
  }
  const lines: PlacedLine[] = [];
  const layouts = new Map<string, LayoutCount>();
  let ends = null as Segment['ends'];
  let directives = 0;
  for (const [index, block] of parts.entries()) {
    const base = document.partStart(from + index) - offset;
    const first = document.partLine(from + index) - line;
    const all = rateLines(block);
    let next = 0;
    for (const [at, rated] of all.entries()) {
      const directivesAbove = directives + rated.line - next;
      lines.push({ line: rated, number: first + rated.line, base, block, directivesAbove });
      directives = 0;
      next = rated.line + 1;
      if (saysSomething(rated) && !rated.isWrapped) {
        if (ends) addBelow(layouts, ends.last, rated, 1);
        ends = { first: ends?.first ?? rated, last: rated };
      }
      if (rated.layout === '' || rated.isLink) continue;
      const strong = rated.likeness >= likely;
      let further = at + 1;
      while (all[further]?.isWrapped) further++;
      const below = all[further];
      const continued = strong && below?.continues && below.likeness < likely && below.text !== '';
      const count = { ...noLines, total: 1, strong: strong ? 1 : 0, continued: continued ? 1 : 0 };
      addLayouts(layouts, [[rated.layout, count]], 1);
    }
    directives += readLines(block).length - next;
  }
  const segment = { lines, layouts, ends, parts };
  segments.set(parts[0]!, segment);
  return { segment, offset, line, part: from };
}
