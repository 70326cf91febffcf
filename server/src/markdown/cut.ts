import { CODE_COST, measureStretch, type Stretch, startOfNextLine } from './effort.ts';
import type { Limits } from './limits.ts';
import {
  continuesList,
  type NextPiece,
  type PlacedPiece,
  parsePieces,
  type Refusal,
  refusedPiece,
  withContinues,
} from './pieces.ts';
import { readPlain } from './plain.ts';
import { APART, fencedCodeEnd, frontMatterEnd, htmlEnd } from './raw.ts';
import type { FoundPieces } from './shared-pieces.ts';

/** The effort for which a window is parsed at once: enough for the parser to warm to it, little enough to be linear. */
const WINDOW_EFFORT = 8_000_000;

export interface CutOptions {
  readonly limits: Limits;
  readonly labels: ReadonlySet<string>;
  /** Where the document may have front matter; -1 where it has content before any could start. */
  readonly frontMatterAt: number;
  /** Whether the piece at `start` goes on with the list before it. */
  readonly continues: boolean;
  /** The first offset at which `isKnown` may say yes: windows go that far, and no further. Infinity where there is none. */
  readonly reach: number;
  /** Why the piece at `start` is not to be parsed, where that is known; `null` where it is not. */
  readonly refusal: Refusal | null;
  /** The pieces that other documents have as well; `null` where it is not asked which. */
  readonly shared: FoundPieces | null;
  /** Whether the text from a cut on is cut already, given where it is and whether a list goes on there. */
  isKnown(start: number, continues: boolean): boolean;
}

/**
 * Cuts a text into pieces, window by window, from `start`, which is a cut, to the end of the text or to a cut from which
 * on everything is known. What the pieces are depends on the text alone, never on the windows.
 *
 * @returns the pieces, and where they end
 */
export function cutText(text: string, start: number, options: CutOptions): { pieces: PlacedPiece[]; end: number } {
  const { limits, labels, frontMatterAt, shared, isKnown } = options;
  const pieces: PlacedPiece[] = [];
  let { continues, reach, refusal } = options;
  let effort = WINDOW_EFFORT;
  /** Whether to stop where it seems that no parser is needed. */
  let looksAhead = true;
  const readNext = (at: number, goesOn: boolean) => shared?.at(at, goesOn) ?? readPlain(text, at, limits);
  while (start < text.length) {
    const frontMatter = start === frontMatterAt && frontMatterEnd(text, start) > start;
    if (refusal) {
      const end = refusedEnd(text, start, start + refusal.exceededAt, frontMatter);
      pieces.push({ start, piece: refusedPiece(text.slice(start, end), refusal) });
      start = end;
      continues = false;
      refusal = null;
      effort = WINDOW_EFFORT;
      if (isKnown(start, continues)) return { pieces, end: start };
      continue;
    }

    const next = frontMatter ? null : readNext(start, continues);
    if (next) {
      shared?.take(next.piece);
      pieces.push({ start, piece: withContinues(next.piece, continues) });
      start = next.end;
      continues = next.goesOn;
      effort = WINDOW_EFFORT;
      if (start < text.length && isKnown(start, continues)) return { pieces, end: start };
      if (start >= reach) reach = Number.POSITIVE_INFINITY;
      continue;
    }

    const stopAt = looksAhead ? worthAStop(text, start, reach, readNext) : Number.POSITIVE_INFINITY;
    const stretch = measure(text, start, limits, { effort, reach: Math.min(reach, stopAt), frontMatter });
    const limit = stretch.stop === 'blockEffort' || stretch.stop === 'nesting' ? stretch.stop : null;
    const source = windowText(text, start, stretch);
    // No part starts past the last line that may start one: what is past the limit is not parsed in vain.
    const parsed = limit && stretch.divisibleAt < stretch.end ? text.slice(start, stretch.divisibleAt) : source;
    const found = limit && stretch.divisibleAt < 0 ? [] : parsePieces(parsed, { labels, frontMatter });
    if (found === null && effort > 0) {
      // The parser gave up on something in the window: try the first piece alone.
      effort = reach = 0;
      continue;
    }
    const whole = found === null ? 0 : stretch.stop === 'text' ? found.length : found.length - 1;
    if (found === null || (limit && whole <= 0)) {
      // Where it is the first line that is too much, up to an end mark of its own, the place of that mark decides.
      const decidedBy = limit && stretch.end > start ? source.length : Number.POSITIVE_INFINITY;
      refusal = { kind: limit ?? 'nesting', exceededAt: stretch.end - start, decidedBy };
      continue;
    }
    for (const { start: offset, piece } of found.slice(0, Math.max(whole, 0))) {
      const first = offset === 0;
      if (!first && isKnown(start + offset, continuesList(piece))) return { pieces, end: start + offset };
      pieces.push({ start: start + offset, piece: first ? withContinues(piece, continues) : piece });
    }
    if (stretch.stop === 'text') return { pieces, end: text.length };
    const rest = found[whole];
    if (whole > 0 && rest) {
      start += rest.start;
      continues = continuesList(rest.piece);
      effort = WINDOW_EFFORT;
      looksAhead = true;
      if (isKnown(start, continues)) return { pieces, end: start };
      if (start >= reach) reach = Number.POSITIVE_INFINITY;
    } else if (stopAt < reach) {
      looksAhead = false;
    } else {
      effort = reach === Number.POSITIVE_INFINITY && effort > 0 ? reach : WINDOW_EFFORT;
      reach = Number.POSITIVE_INFINITY;
    }
  }
  return { pieces, end: text.length };
}

/** How far ahead {@link worthAStop} looks, in UTF-16 code units: about as far as the parser goes at once. */
const AHEAD = 8_000;

/** To stop the parser and start it again takes as long as so many UTF-16 code units that it need not read. */
const WORTH_A_STOP = 250;

/**
 * Where pieces start that are worth stopping the parser for, as they can be read without it; infinite where none do soon. It may be in
 * the midst of what runs on over blank lines, such as fenced code.
 *
 * @param start a cut
 * @param reach an offset past which nobody wants to know
 */
function worthAStop(
  text: string,
  start: number,
  reach: number,
  readNext: (start: number, continues: boolean) => NextPiece | null,
): number {
  const ahead = text.slice(start, Math.min(start + AHEAD, reach));
  for (const { 0: gap, index } of ahead.matchAll(APART)) {
    const at = start + index + gap.length;
    let end = at;
    let next = readNext(at, false);
    while (next) {
      ({ end } = next);
      if (end - at >= WORTH_A_STOP || end === text.length) return at;
      next = readNext(end, next.goesOn);
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** How far to parse at once. Fenced code and front matter are not cut, so there is no use in trying less of them. */
function measure(
  text: string,
  start: number,
  limits: Limits,
  { effort, reach, frontMatter }: { effort: number; reach: number; frontMatter: boolean },
): Stretch {
  const from = frontMatter ? startOfNextLine(text, frontMatterEnd(text, start)) : fencedCodeEnd(text, start);
  if (from < 0) return measureStretch(text, start, limits, { effort, reach });
  const spent = (from - start) * CODE_COST;
  if (spent > limits.blockEffort) return { end: start, stop: 'blockEffort', divisibleAt: -1 };
  return measureStretch(text, start, limits, { from, spent, effort, reach });
}

/**
 * The text to parse. Where a limit ends it, it goes on with the start of the next line, to see whether a new piece
 * starts there: it takes as much of it as decides that.
 */
function windowText(text: string, start: number, { end, stop }: Stretch): string {
  if (stop === 'text' || stop === 'boundary') return text.slice(start, end);
  const decisive = /[ \t]*(?:[-+*_>0-9.) \t]{0,200}[^\r\n]{0,200})/y;
  decisive.lastIndex = end;
  return text.slice(start, end) + (decisive.exec(text)?.[0] ?? '');
}

/**
 * Where a piece ends that is not parsed: where its own end mark says so, or else past the line that is too much, before
 * a line that follows a blank one and is not indented.
 */
function refusedEnd(text: string, start: number, exceededAt: number, frontMatter: boolean): number {
  const raw = frontMatter
    ? startOfNextLine(text, frontMatterEnd(text, start))
    : Math.max(fencedCodeEnd(text, start), htmlEnd(text, start));
  if (raw > exceededAt) return raw;
  const boundary = new RegExp(APART);
  boundary.lastIndex = Math.max(exceededAt, start);
  return boundary.test(text) ? boundary.lastIndex : text.length;
}
