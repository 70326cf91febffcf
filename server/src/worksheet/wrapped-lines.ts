import type { Span } from '../text/span.ts';
import { findBlanks } from './blanks.ts';
import { likely } from './likely.ts';
import type { Line } from './lines.ts';
import { rateWording } from './wording.ts';

/** A question is hardly longer, in lines. */
const longest = 12;
/** A line that was broken is at least so long, in characters, and at most. */
const shortest = 40;
const widest = 200;
/** A line so likely to be a question is one of its own. */
const surely = 0.95;
/** Where an editor breaks lines, they end so near to each other, in characters. */
const ragged = 16;

/**
 * Whether the text of a line is a question that goes on in the lines below because it was broken to a width.
 * Answers go on in the same paragraph too: only a sentence that is no question before its last line counts.
 *
 * @returns the index of the question's last line; `index` itself where it is one line, or no question at all
 */
export function wrappedTo(source: string, lines: readonly Line[], index: number): number {
  const first = lines[index]!;
  if (
    first.text.length > widest ||
    !goesOn(first, lines[index + 1]) ||
    first.heading > 0 ||
    first.label === 'answer' ||
    first.restStart !== null
  )
    return index;
  if (endsSentence.test(first.text)) return isBareAside(lines[index + 1]!) ? index + 1 : index;
  let sentence = index + 1;
  while (sentence - index < longest && !endsSentence.test(lines[sentence]!.text) && goesOn(first, lines[sentence + 1]))
    sentence++;
  let paragraph = sentence;
  while (paragraph - index < longest && goesOn(first, lines[paragraph + 1])) paragraph++;
  for (const last of [paragraph, sentence]) {
    if (!isQuestion(source, lines, index, last)) continue;
    const next = lines[last + 1];
    return goesOn(first, next) && isBareAside(next) ? last + 1 : last;
  }
  return index;
}

function isQuestion(source: string, lines: readonly Line[], index: number, last: number): boolean {
  const first = lines[index]!;
  const end = lines[last]!;
  const broken = lines.slice(index, last);
  if (
    !endsSentence.test(end.text) ||
    [...broken, end].some(({ text }) => text.length > widest) ||
    broken.some(({ text }) => text.length < shortest)
  )
    return false;
  const toWidth = areBrokenToWidth(broken);
  if (!toWidth && (!areBrokenInSentence(lines, index, last) || rateWording(end.text, false).likeness >= surely))
    return false;
  const text = joined(source, { start: first.content.start, end: end.content.end });
  const { likeness, questionEnd } = rateWording(text, findBlanks(text).open.length > 0);
  // In an item that was broken to a width, what stands behind a question goes on with it.
  if (questionEnd !== null && !(toWidth && first.marker !== null)) return false;
  return likeness >= (end.text.endsWith('?') ? likely : 0.8);
}

/** The source of some lines as if they stood on one: spaces for the breaks, and for the marks of a quote behind them. */
export const joined = (source: string, { start, end }: Span): string =>
  source.slice(start, end).replace(/[\r\n][\r\n \t>]*/g, (space) => ' '.repeat(space.length));

const endsSentence = /[.?!:;…][\s)"'”’*_`\]]*$/;

/** Whether a line goes on with the paragraph of another one. */
const goesOn = (first: Line, next: Line | undefined): next is Line =>
  next !== undefined &&
  first.kind === 'text' &&
  next.kind === 'text' &&
  first.text !== '' &&
  next.text !== '' &&
  next.marker === null &&
  next.heading === 0 &&
  next.label === null &&
  next.quotes === first.quotes &&
  next.emphasis === 'none';

/** "Why or why not?", "Explain with an example." */
const isBareAside = ({ text }: Line) => bareAside.test(text);

const bareAside =
  /^(?:(?:and\s+)?(?:why|how)(?:\s+(?:or\s+)?(?:why\s+)?(?:not|so))?\s*[?.!]+|(?:explain|justify|elaborate)(?:\s+(?:with|by|why|briefly|your)\b[^.?!]{0,40})?[.!]+)$/i;

/** Whether lines end where an editor breaks them. */
function areBrokenToWidth(broken: readonly Line[]): boolean {
  const widths = broken.map(({ span }) => span.end - span.start);
  return broken.length >= 2 && Math.max(...widths) - Math.min(...widths) <= ragged;
}

/** Whether lines end where no sentence does. */
const areBrokenInSentence = (lines: readonly Line[], first: number, last: number) =>
  lines
    .slice(first, last)
    .every(
      ({ text }, index) =>
        endsInside.test(text) || (lines[last]!.text.endsWith('?') && startsInside.test(lines[first + index + 1]!.text)),
    );

const endsInside = /\b(?:the|an?|of|to|and|or|in|for|with|that|by|on|from|as|your|its|their)$/i;
const startsInside = /^[\p{Ll}\d(`"'“]/u;
