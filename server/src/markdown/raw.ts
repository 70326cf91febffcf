import { afterLineBreak, startOfNextLine } from './effort.ts';

/**
 * Where the blocks end that run on to an end mark of their own, whatever the lines between: front matter, fenced code
 * (CommonMark 4.5) and some HTML (CommonMark 4.6). It takes no parser to see, however long they are.
 */

/** The end of the front matter that starts at `start`, before its last line break; -1 where there is none. */
export function frontMatterEnd(text: string, start: number): number {
  if (!text.startsWith('---', start)) return -1;
  const opening = /---[ \t]*(?=[\r\n])/y;
  opening.lastIndex = start;
  if (!opening.test(text)) return -1;
  const closing = /[\r\n]---[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = opening.lastIndex;
  return closing.test(text) ? closing.lastIndex : -1;
}

/**
 * The end of the fenced code that starts with the line at `start`: the start of the line after its closing fence, or
 * the end of the text where it is never closed; -1 where the line is no opening fence.
 */
export function fencedCodeEnd(text: string, start: number): number {
  const opening = /( {0,3})(?:(`{3,})[^`\r\n]*|(~{3,})(?:[^~\r\n][^\r\n]*)?)(?=[\r\n]|$)/y;
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null) return -1;
  const fence = (match[2] ?? match[3])!;
  const closing = new RegExp(`[\\r\\n] {0,3}${fence[0]}{${fence.length},}[ \\t]*(?=[\\r\\n]|$)`, 'g');
  closing.lastIndex = opening.lastIndex;
  return closing.test(text) ? afterLineBreak(text, closing.lastIndex) : text.length;
}

const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/ {0,3}<!--/y, /-->/g],
  [/ {0,3}<\?/y, /\?>/g],
  [/ {0,3}<!\[CDATA\[/y, /\]\]>/g],
  [/ {0,3}<![a-z]/iy, />/g],
  [/ {0,3}<(?:script|pre|style|textarea)(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi],
];

/** As {@link fencedCodeEnd}, for HTML that may contain blank lines. */
export function htmlEnd(text: string, start: number): number {
  for (const [opening, closing] of HTML_ENDS) {
    opening.lastIndex = start;
    if (!opening.test(text)) continue;
    closing.lastIndex = opening.lastIndex;
    return closing.test(text) ? startOfNextLine(text, closing.lastIndex) : text.length;
  }
  return -1;
}

/** Up to a line that is not indented, and that has a blank one before it: with it something else may start. */
export const APART = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=[^\s])/g;
