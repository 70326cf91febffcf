import { detached } from '../text/detached.ts';
import { afterLineBreak, endOfLine, isLineEnd } from './effort.ts';
import type { Limits } from './limits.ts';
import type { Point, Position, RootContent } from './nodes.ts';
import { type NextPiece, pieceOf } from './pieces.ts';
import { matchAt, plainPhrasing } from './plain-phrasing.ts';
import { fencedCodeEnd } from './raw.ts';

/**
 * Reads blocks so plain that there is no doubt what remark-parse makes of them: fenced code, and a heading, a paragraph or an item of a
 * list in words, with no other marks in them than blanks, code, emphasis and links. Most of what people write is; it is read here in a tenth of the time that
 * the parser takes, and all else is left to that.
 */

/** The block at `start`, which is a cut and past front matter; `null` where it is not plain. */
export function readPlain(text: string, start: number, limits: Limits): NextPiece | null {
  const read = readHeading(text, start) ?? readItem(text, start) ?? readCode(text, start) ?? readParagraph(text, start);
  if (read === null || (read.end - start) * MOST_EFFORT > limits.blockEffort) return null;
  const node = read.node();
  return node && { piece: pieceOf(text.slice(start, read.end), node), end: read.end, goesOn: read.goesOn };
}

/** More than a character can cost, whatever it is: what is so short that this fits into a limit is within it. */
const MOST_EFFORT = 40_000;

interface Read {
  /** The node, as of a text that starts with it; `null` where there are other marks in it. */
  readonly node: () => RootContent | null;
  readonly end: number;
  readonly goesOn: boolean;
}

const HEADING = /(#{1,6}) +(?=[^\s#])/y;

function readHeading(text: string, start: number): Read | null {
  const [marker, marks] = matchAt(HEADING, text, start) ?? [];
  if (marker === undefined) return null;
  const lineEnd = endOfLine(text, start);
  const contentEnd = endOfContent(text, lineEnd);
  if (text[contentEnd - 1] === '#') return null;
  const position = { start: ORIGIN, end: { line: 1, column: lineEnd - start + 1, offset: lineEnd - start } };
  const node = (): RootContent | null => {
    const children = plainPhrasing(text, start, start + marker.length, contentEnd);
    return children && { type: 'heading', depth: marks!.length as 1, children, position };
  };
  return { node, end: pastBlankLines(text, lineEnd), goesOn: false };
}

/** What a line starts with that starts nothing but a line of a paragraph. */
const WORDS = /(?:[\p{L}"'(]|\d+(?![\d.)])|`(?!`)|(?:\*\*?|_)(?=[\p{L}\p{N}])|\[(?!\^))/uy;

function readParagraph(text: string, start: number): Read | null {
  let lineEnd = start;
  for (let line = start; ; line = afterLineBreak(text, lineEnd)) {
    if (!matchAt(WORDS, text, line)) return null;
    lineEnd = endOfLine(text, line);
    const next = afterLineBreak(text, lineEnd);
    if (next === text.length || isBlank(text, next) || interrupts(text, next)) break;
  }
  const end = pastBlankLines(text, lineEnd);
  // To indented code remark-parse is in doubt after anything.
  if (matchAt(/ {0,3}\t| {4}/y, text, end)) return null;
  const node = (): RootContent | null => paragraph(text, start, start, lineEnd);
  return { node, end, goesOn: false };
}

/** Whether a line starts with a heading or with fenced code, before which a paragraph needs no blank line. */
function interrupts(text: string, start: number): boolean {
  return matchAt(/#{1,6} +[^\s#]|`{3,}[^`\r\n]*(?=[\r\n]|$)/y, text, start) !== null;
}

/** An opening fence, with no more than a language behind it. */
const OPENING_FENCE = /(`{3,})([\w+#.-]*)(?:\r\n?|\n)/y;

function readCode(text: string, start: number): Read | null {
  const [opening, fence, lang] = matchAt(OPENING_FENCE, text, start) ?? [];
  if (opening === undefined) return null;
  const next = fencedCodeEnd(text, start);
  const source = text.slice(start, next).replace(/(?:\r\n?|\n)$/, '');
  if (/[\t\0\ufeff]/.test(source)) return null;
  const lines = source.split(/\r\n?|\n/);
  const closing = lines.at(-1)!;
  if (lines.length < 2 || closing.length < fence!.length || /[^`]/.test(closing)) return null;
  const value = detached(source.slice(opening.length, -closing.length).replace(/(?:\r\n?|\n)$/, ''));
  const end = { line: lines.length, column: closing.length + 1, offset: source.length };
  const node = (): RootContent => ({
    type: 'code',
    lang: detached(lang!) || null,
    meta: null,
    value,
    position: { start: ORIGIN, end },
  });
  return { node, end: pastBlankLines(text, start + source.length), goesOn: false };
}

/** The marker of an item with a space; what follows is no other marker. */
const ITEM = /([-*+]|(\d{1,9})[.)]) (?=[^\s*+-]|\*\*?[\p{L}\p{N}])/uy;

function readItem(text: string, start: number): Read | null {
  const [marker, mark, number] = matchAt(ITEM, text, start) ?? [];
  if (marker === undefined || !matchAt(WORDS, text, start + marker.length)) return null;
  const lineEnd = endOfLine(text, start);
  const end = pastBlankLines(text, lineEnd);
  const next = matchAt(ITEM, text, end)?.[1];
  const goesOn = next !== undefined && next.at(-1) === mark!.at(-1);
  if (!goesOn && end < text.length) {
    const isApart = end > afterLineBreak(text, lineEnd) || interrupts(text, end);
    if (!isApart || text[end] === ' ' || text[end] === '\t' || isLikeMarker(text, end, mark!)) return null;
  }
  const node = (): RootContent | null => {
    const child = paragraph(text, start, start + marker.length, lineEnd);
    if (child === null) return null;
    const position = { start: ORIGIN, end: child.position.end };
    const item = { type: 'listItem' as const, spread: false, checked: null, children: [child], position };
    const ordered = number !== undefined;
    const first = ordered ? Number(number) : null;
    return { type: 'list', ordered, start: first, spread: false, children: [item], position: copied(position) };
  };
  return { node, end, goesOn };
}

/** Whether a line may start with another marker of the same kind, though no plain one. */
function isLikeMarker(text: string, start: number, mark: string): boolean {
  return mark.length === 1 ? text[start] === mark : /\d/.test(text[start]!);
}

function paragraph(text: string, base: number, start: number, lineEnd: number) {
  const children = plainPhrasing(text, base, start, endOfContent(text, lineEnd));
  if (children === null) return null;
  const last = children.at(-1)!.position!.end;
  const trailing = lineEnd - base - last.offset!;
  const end = { line: last.line, column: last.column + trailing, offset: lineEnd - base };
  const from = { line: 1, column: start - base + 1, offset: start - base };
  return { type: 'paragraph' as const, children, position: { start: from, end } };
}

const ORIGIN: Point = { line: 1, column: 1, offset: 0 };

const copied = ({ start, end }: Position): Position => ({ start: { ...start }, end: { ...end } });

/** Where the text of a line ends that may have spaces behind it. */
function endOfContent(text: string, lineEnd: number): number {
  while (text.charCodeAt(lineEnd - 1) === SPACE) lineEnd--;
  return lineEnd;
}

/** The start of the first line with something in it after the one that ends at `lineEnd`, or the end of the text. */
function pastBlankLines(text: string, lineEnd: number): number {
  let start = afterLineBreak(text, lineEnd);
  while (start < text.length && isBlank(text, start)) start = afterLineBreak(text, endOfLine(text, start));
  return start;
}

function isBlank(text: string, start: number): boolean {
  let offset = start;
  while (text.charCodeAt(offset) === SPACE || text.charCodeAt(offset) === TAB) offset++;
  return isLineEnd(text, offset);
}

const TAB = 9;
const SPACE = 32;
