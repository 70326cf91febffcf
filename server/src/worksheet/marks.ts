import type { Span } from '../text/span.ts';
import { plainText } from './plain-text.ts';

export type MarkerKind = 'bullet' | 'ordered';
export type Emphasis = 'none' | 'italic' | 'bold' | 'both';
export type Label = 'question' | 'answer';

/** The marks that stand before (and around) a line's text, in whatever order their writer put them. */
export interface Marks {
  /** How many `>` stand before the text. */
  readonly quotes: number;
  /** Column (0-based, tabs to multiples of 4) at which the list marker or, without one, the text starts. */
  readonly indent: number;
  readonly marker: MarkerKind | null;
  /** The marker's number; null for bullets and lines without marker. */
  readonly number: number | null;
  /** Column at which the text after the list marker starts. */
  readonly contentColumn: number;
  /** 1 to 6; 0 where the line is no heading. Counts `##Heading` without a space and `<h3>` too. */
  readonly heading: number;
  /** The number written inside heading or emphasis: `### 1. Q`, `**2. Q**`. */
  readonly innerNumber: boolean;
  readonly label: Label | null;
  /** Emphasis around all of the text, or around its beginning where more text follows (`lead` is set then). */
  readonly emphasis: Emphasis;
  /** Where emphasis ends before the line does: offset at which the rest starts. null otherwise. */
  readonly restStart: number | null;
  /** The text without marks. Absolute to the given start. */
  readonly content: Span;
  /** As a reader sees `content`. */
  readonly text: string;
}

const bullet = /^[-*+•](?=[ \t]|$)/;
/** `-Text`: what people type who think it makes a bullet. Not `--`, `->`, or a negative number. */
const bulletWithoutSpace = /^-(?=["'“‘(`[]?\p{L})/u;
const ordered = /^\(?(\d{1,3})(?:\.\)|[.)]|-(?=\s))(?=\s|$|[^\d.\s])/;
const innerOrdered = /^-?(\d{1,3})(?:\.\)|[.)]|[-:](?=\s))(?=\s|[^\d.\s])|^-(\d{1,2})\s/;
const checkbox = /^\[[ xX]\](?=\s)/;
const hashes = /^(#{1,6})(?=[ \t]|$|[^#\s\d!])/;
const closingHashes = /[ \t]+#+[ \t]*$/;
const questionLabel = /^(?:questions?|ques|q)(?:\s*#?\s*\d{1,3})?\s*(?:[:.)]|-(?=\s))/i;
const answerLabel = /^(?:answers?|answ|ans|a)(?:\s*#?\s*\d{1,3})?\s*(?:[:.)]|-(?=\s))/i;
const openingTag =
  /^<(h[1-6]|b|strong|i|em|u|p|div|li|ol|ul|td|tr|th|span|summary|details|dt|dd|blockquote|center|br)\b[^>]*>/i;
const closingTags =
  /(?:\s*<\/?(?:h[1-6]|b|strong|i|em|u|p|div|li|ol|ul|td|tr|th|span|summary|details|dt|dd|blockquote|center|br)\b[^>]*>)+\s*$/i;
const openingEmphasis = /^(\*{1,3}|_{1,3})(?=[^\s*_])/;

const columnAfter = (column: number, char: string) => (char === '\t' ? column + 4 - (column % 4) : column + 1);

/**
 * Peels the marks off a line, outermost first, until none is left.
 *
 * @param raw the line without its line break
 * @param start offset of the line's first character, added to every offset returned
 * @param depth the heading depth that CommonMark sees, 0 where it sees none
 * @param marked whether the line may have marks at all (a line of code has none)
 */
export function readMarks(raw: string, start: number, depth: number, marked: boolean): Marks {
  let at = 0;
  let end = raw.trimEnd().length;
  let column = 0;
  let indent = -1;
  const marks = {
    quotes: 0,
    marker: null as MarkerKind | null,
    number: null as number | null,
    contentColumn: -1,
    heading: depth,
    innerNumber: false,
    label: null as Label | null,
    emphasis: 'none' as Emphasis,
    restStart: null as number | null,
  };
  const advance = (length: number) => {
    for (const stop = at + length; at < stop; at++) column = columnAfter(column, raw[at]!);
  };
  const skipSpace = () => {
    while (at < end && /\s/.test(raw[at]!)) advance(1);
  };
  let emphasisAt = -1;
  let hashed = false;
  skipSpace();
  for (let peeled = marked; peeled; ) {
    peeled = false;
    const rest = raw.slice(at, end);
    if (indent < 0 && !rest.startsWith('>')) indent = column;
    let match: RegExpExecArray | null;
    if (rest.startsWith('>') && emphasisAt < 0) {
      marks.quotes++;
      advance(1);
      peeled = true;
    } else if (marks.marker === null && !hashed && emphasisAt < 0 && (match = listMarker(rest))) {
      marks.marker = /\d/.test(match[0]) ? 'ordered' : 'bullet';
      marks.number = match[1] === undefined ? null : Number(match[1]);
      advance(match[0].length);
      peeled = true;
    } else if (marks.marker !== null && (match = checkbox.exec(rest))) {
      advance(match[0].length);
      peeled = true;
    } else if (emphasisAt < 0 && (match = hashes.exec(rest))) {
      hashed = true;
      marks.heading = match[1]!.length;
      advance(match[0].length);
      end = raw.slice(0, end).replace(closingHashes, '').length;
      peeled = true;
    } else if ((match = openingTag.exec(rest))) {
      if (/^h[1-6]$/i.test(match[1]!)) marks.heading = Number(match[1]![1]);
      if (/^(b|strong)$/i.test(match[1]!)) marks.emphasis = 'bold';
      if (/^(i|em)$/i.test(match[1]!)) marks.emphasis = 'italic';
      advance(match[0].length);
      end = raw.slice(0, end).replace(closingTags, '').length;
      peeled = true;
    } else if (marks.label === null && (match = questionLabel.exec(rest) ?? answerLabel.exec(rest))) {
      const whole = wholeLabel(match[0], rest);
      if (whole !== null) {
        marks.label = /^q/i.test(match[0]) ? 'question' : 'answer';
        advance(whole);
        peeled = true;
      }
    } else if (
      (marks.heading > 0 || emphasisAt >= 0 || marks.label !== null || marks.marker === 'bullet') &&
      !marks.innerNumber &&
      (match = innerOrdered.exec(rest))
    ) {
      marks.innerNumber = true;
      advance(match[0].length);
      peeled = true;
    } else if (emphasisAt < 0 && (match = openingEmphasis.exec(rest))) {
      const close = closingEmphasis(raw, at + match[1]!.length, end, match[1]!);
      if (close !== null) {
        emphasisAt = at;
        const after = close + match[1]!.length;
        const label = /^\**_*(questions?|answers?|ans|q|a)(\s*#?\s*\d+)?\s*[:.]?$/i.test(raw.slice(at, close));
        if (label && /^\s*[:.]?\s*\S?/.test(raw.slice(after, end))) {
          marks.label = /^[*_]*q/i.test(raw.slice(at, close)) ? 'question' : 'answer';
          advance(after - at);
          if (raw[at] === ':' || raw[at] === '.') advance(1);
          emphasisAt = -1;
        } else {
          advance(match[1]!.length);
          marks.emphasis = match[1]!.length === 1 ? 'italic' : match[1]!.length === 2 ? 'bold' : 'both';
          if (/^[\s.:?!,;)\\]*$/.test(raw.slice(after, end))) {
            // Punctuation after the closing mark still belongs to the text; keep it by a content end after it.
            end = trimmedEnd(raw, at, after === end ? close : end);
          } else if (isWord(raw.slice(at, close), raw.slice(after, end))) {
            marks.emphasis = 'none';
            at -= match[1]!.length;
            break;
          } else {
            marks.restStart = start + after;
          }
        }
        peeled = true;
      }
    }
    if (peeled) skipSpace();
    if (marks.marker !== null && marks.contentColumn < 0 && at >= end) marks.contentColumn = column;
    else if (marks.marker !== null && marks.contentColumn < 0 && peeled) marks.contentColumn = column;
  }
  if (indent < 0) indent = column;
  if (marks.contentColumn < 0) marks.contentColumn = column;
  if (/\\$/.test(raw.slice(at, end))) end = raw.slice(0, end - 1).trimEnd().length;
  const content = { start: start + Math.min(at, end), end: start + Math.max(at, end) };
  return { ...marks, indent, content, text: plainText(raw.slice(content.start - start, content.end - start)) };
}

function listMarker(rest: string): RegExpExecArray | null {
  return bullet.exec(rest) ?? ordered.exec(rest) ?? bulletWithoutSpace.exec(rest);
}

/** A label such as `Q:` needs a mark after it; `A.` or `a)` alone starts too many other things. */
function wholeLabel(label: string, rest: string): number | null {
  if (/^a[.)]/i.test(label) && !/^A\.\s?\S/.test(rest)) return null;
  if (/^[qa]\s*-/i.test(label)) return null;
  return label.length;
}

/** Offset of the closing delimiter run, null where the emphasis is never closed on this line. */
function closingEmphasis(raw: string, from: number, end: number, open: string): number | null {
  for (let at = raw.indexOf(open, from + 1); at >= 0 && at + open.length <= end; at = raw.indexOf(open, at + 1)) {
    const before = raw[at - 1]!;
    const after = raw[at + open.length] ?? ' ';
    const sameChar = after === open[0] || before === open[0];
    if (!/\s/.test(before) && !sameChar && !(open[0] === '_' && /\w/.test(after))) return at;
  }
  return null;
}

/** `**Request** from that client ...`: an emphasised first word of a sentence is no question with an answer behind it. */
function isWord(inside: string, after: string): boolean {
  return (
    !/[?:]\s*$/.test(inside) && !/^\s*[:?-]/.test(after) && inside.split(/\s+/).length < 4 && !/_{2,}/.test(inside)
  );
}

function trimmedEnd(raw: string, from: number, end: number): number {
  return Math.max(from, raw.slice(0, end).trimEnd().length);
}
