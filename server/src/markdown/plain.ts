import { detached } from '../text/detached.ts';
import { afterLineBreak, endOfLine, isLineEnd } from './effort.ts';
import type { Limits } from './limits.ts';
import type { List, ListItem, Paragraph, Point, RootContent } from './nodes.ts';
import { type NextPiece, pieceOf } from './pieces.ts';
import { matchAt, type Place, plainPhrasing } from './plain-phrasing.ts';
import { fencedCodeEnd } from './raw.ts';

/**
 * Reads blocks so plain that there is no doubt what remark-parse makes of them: fenced code, and a heading, a paragraph or an item of a
 * list in words, with no other marks in them than blanks, code, emphasis and links. Most of what people write is; it is read here in a
 * tenth of the time that the parser takes, and all else is left to that.
 */

/** The block at `start`, were that a cut past front matter; `null` where it is not plain. */
export function readPlain(text: string, start: number, limits: Limits): NextPiece | null {
  const most = start + limits.blockEffort / MOST_EFFORT;
  const read =
    readHeading(text, start, most) ??
    readItem(text, start, most) ??
    readCode(text, start, most) ??
    readParagraph(text, start, most);
  if (read === null || read.end > most) return null;
  const node = read.node();
  return node && { piece: pieceOf(text.slice(start, read.end), node), end: read.end, goesOn: read.goesOn };
}

/** More than a character can cost, whatever it is: what is so short that this fits into a limit is within it. */
const MOST_EFFORT = 40_000;

/** A block; one that ends past an offset given as `most` is not looked at any further. */
interface Read {
  /** The node, as of a text that starts with it; `null` where there are other marks in it. */
  readonly node: () => RootContent | null;
  readonly end: number;
  readonly goesOn: boolean;
}

const HEADING = /(#{1,6}) +(?=[^\s#])/y;

function readHeading(text: string, start: number, most: number): Read | null {
  const [marker, marks] = matchAt(HEADING, text, start) ?? [];
  if (marker === undefined) return null;
  const lineEnd = endOfLine(text, start, most);
  const contentEnd = endOfContent(text, lineEnd);
  if (text[contentEnd - 1] === '#') return null;
  const position = { start: ORIGIN, end: { line: 1, column: lineEnd - start + 1, offset: lineEnd - start } };
  const node = (): RootContent | null => {
    const children = plainPhrasing(text, firstLine(start), start + marker.length, contentEnd);
    return children && { type: 'heading', depth: marks!.length as 1, children, position };
  };
  return { node, end: pastBlankLines(text, lineEnd), goesOn: false };
}

/** What a line starts with that starts nothing but a line of a paragraph. */
const WORDS = /(?:[\p{L}"'(]|\d+(?![\d.)])|`(?!`)|(?:\*\*?|_)(?=[\p{L}\p{N}])|\[(?!\^))/uy;

function readParagraph(text: string, start: number, most: number): Read | null {
  if (!matchAt(WORDS, text, start)) return null;
  const lineEnd = endOfParagraph(text, start, most);
  const end = pastBlankLines(text, lineEnd);
  if (end < text.length && !isApart(text, lineEnd, end)) return null;
  // To indented code remark-parse is in doubt after anything.
  if (matchAt(/ {0,3}\t| {4}/y, text, end)) return null;
  const node = (): RootContent | null => paragraph(text, firstLine(start), start, lineEnd);
  return { node, end, goesOn: false };
}

/** The end of the last line of the paragraph that `offset` is in: one goes on with words, however many spaces are before them. */
function endOfParagraph(text: string, offset: number, most: number): number {
  let lineEnd = endOfLine(text, offset, most);
  while (lineEnd < most) {
    const next = afterLineBreak(text, lineEnd);
    const words = next + matchAt(/ */y, text, next)![0].length;
    if (!matchAt(WORDS, text, words)) break;
    lineEnd = endOfLine(text, words, most);
  }
  return lineEnd;
}

/** Whether what starts at `next`, past the line that ends at `lineEnd`, is no part of a paragraph there. */
function isApart(text: string, lineEnd: number, next: number): boolean {
  return next > afterLineBreak(text, lineEnd) || interrupts(text, next);
}

/** Whether a line starts with a heading or with fenced code, before which a paragraph needs no blank line. */
function interrupts(text: string, start: number): boolean {
  return matchAt(/#{1,6} +[^\s#]|`{3,}[^`\r\n]*(?=[\r\n]|$)/y, text, start) !== null;
}

/** An opening fence, with no more than a language behind it. */
const OPENING_FENCE = /(`{3,})([\w+#.-]*)(?:\r\n?|\n)/y;

function readCode(text: string, start: number, most: number): Read | null {
  const [opening, fence, lang] = matchAt(OPENING_FENCE, text, start) ?? [];
  if (opening === undefined) return null;
  const ahead = text.slice(start, most);
  const source = ahead.slice(0, fencedCodeEnd(ahead, 0)).replace(/(?:\r\n?|\n)$/, '');
  if (/[\t\0\ufeff]/.test(source) || !isLineEnd(text, start + source.length)) return null;
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

function readItem(text: string, start: number, most: number): Read | null {
  const [marker, mark, number] = matchAt(ITEM, text, start) ?? [];
  if (marker === undefined || !matchAt(WORDS, text, start + marker.length)) return null;
  const firstEnd = endOfParagraph(text, start, most);
  const bullets = readBullets(text, placeAfter(text, firstLine(start), firstEnd), marker.length, most);
  if (bullets === null) return null;
  const lineEnd = bullets.at(-1)?.lineEnd ?? firstEnd;
  const end = pastBlankLines(text, lineEnd);
  const next = matchAt(ITEM, text, end)?.[1];
  const goesOn = next !== undefined && next.at(-1) === mark!.at(-1);
  if (!goesOn && end < text.length) {
    if (!isApart(text, lineEnd, end) || text[end] === ' ' || text[end] === '\t' || isLikeMarker(text, end, mark!))
      return null;
  }
  const node = (): RootContent | null => {
    const child = paragraph(text, firstLine(start), start + marker.length, firstEnd);
    const below = bulletList(text, bullets);
    if (child === null || below === null) return null;
    const item = listItem(ORIGIN, [child, ...below]);
    return listOf([item], number === undefined ? null : Number(number));
  };
  return { node, end, goesOn };
}

/** A bullet of a list in an item. */
interface Bullet {
  readonly place: Place;
  /** Where its marker starts, and where its words do. */
  readonly start: number;
  readonly words: number;
  readonly lineEnd: number;
}

const BULLET = /( +)([-*+]) (?=[^\s*+-]|\*\*?[\p{L}\p{N}])/uy;
/** With more spaces than an item's words have before them, a line is none of its lists (CommonMark 5.2). */
const MOST_SPACES = 3;

/** The bullets of one list below the words of an item; `null` where something else is there. */
function readBullets(text: string, first: Place, column: number, most: number): Bullet[] | null {
  const bullets: Bullet[] = [];
  let place = first;
  let before = '';
  while (place.lineStart < most) {
    const [whole, spaces] = matchAt(BULLET, text, place.lineStart) ?? [];
    if (whole === undefined) break;
    const words = place.lineStart + whole.length;
    if (spaces!.length < column || spaces!.length > column + MOST_SPACES || !matchAt(WORDS, text, words)) return null;
    if (before !== '' && before !== whole) return null;
    before = whole;
    const lineEnd = endOfParagraph(text, words, most);
    bullets.push({ place, start: place.lineStart + spaces!.length, words, lineEnd });
    place = placeAfter(text, place, lineEnd);
  }
  return bullets;
}

/** The list that bullets make, if there are any; `null` where there are other marks in one. */
function bulletList(text: string, bullets: readonly Bullet[]): List[] | null {
  const items: ListItem[] = [];
  for (const { place, start, words, lineEnd } of bullets) {
    const child = paragraph(text, place, words, lineEnd);
    if (child === null) return null;
    items.push(listItem(pointAt(place, start), [child]));
  }
  return items.length === 0 ? [] : [listOf(items, null)];
}

/** An item that starts at a point and has some children. */
function listItem(start: Point, children: [Paragraph, ...List[]]): ListItem {
  const { end } = children.at(-1)!.position!;
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children,
    position: { start: { ...start }, end: { ...end } },
  };
}

/** A list of some items; an ordered one where it starts with a number. */
function listOf(items: ListItem[], first: number | null): List {
  const start = { ...items[0]!.position!.start };
  const end = { ...items.at(-1)!.position!.end };
  return {
    type: 'list',
    ordered: first !== null,
    start: first,
    spread: false,
    children: items,
    position: { start, end },
  };
}

/** Whether a line may start with another marker of the same kind, though no plain one. */
function isLikeMarker(text: string, start: number, mark: string): boolean {
  return mark.length === 1 ? text[start] === mark : /\d/.test(text[start]!);
}

/** The paragraph on a line, or from there to the end of another. */
function paragraph(text: string, place: Place, start: number, lineEnd: number): Paragraph | null {
  const children = plainPhrasing(text, place, start, endOfContent(text, lineEnd));
  if (children === null) return null;
  const last = children.at(-1)!.position!.end;
  const offset = lineEnd - place.base;
  const end = { line: last.line, column: last.column + offset - last.offset!, offset };
  return { type: 'paragraph', children, position: { start: pointAt(place, start), end } };
}

const ORIGIN: Point = { line: 1, column: 1, offset: 0 };

const firstLine = (start: number): Place => ({ base: start, line: 1, lineStart: start });

/** The line after the one that ends at `lineEnd`. */
function placeAfter(text: string, { base, line, lineStart }: Place, lineEnd: number): Place {
  const breaks = text.slice(lineStart, lineEnd).match(/\r\n?|\n/g)?.length ?? 0;
  return { base, line: line + breaks + 1, lineStart: afterLineBreak(text, lineEnd) };
}

/** The point of an offset on a line. */
const pointAt = ({ base, line, lineStart }: Place, offset: number): Point => ({
  line,
  column: offset - lineStart + 1,
  offset: offset - base,
});

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
