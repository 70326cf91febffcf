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

/** How far ahead the cutter looks for what needs no parser, in UTF-16 code units: about as far as the parser goes at once. */
const AHEAD = 8_000;

/** To stop the parser and start it again takes as long as so many UTF-16 code units that it need not read. */
const WORTH_A_STOP = 250;

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
  return new Cutter(text, start, options).cut();
}

class Cutter {
  readonly #text: string;
  readonly #options: CutOptions;
  readonly #pieces: PlacedPiece[] = [];
  /** Where the next piece starts, and whether it goes on with a list. */
  #start: number;
  #continues: boolean;
  #isDone = false;
  #reach: number;
  #refusal: Refusal | null;
  #effort = WINDOW_EFFORT;
  /** Whether to stop the parser where it seems that none is needed. */
  #looksAhead = true;

  constructor(text: string, start: number, options: CutOptions) {
    this.#text = text;
    this.#options = options;
    this.#start = start;
    this.#continues = options.continues;
    this.#reach = options.reach;
    this.#refusal = options.refusal;
  }

  cut(): { pieces: PlacedPiece[]; end: number } {
    const { frontMatterAt } = this.#options;
    while (this.#start < this.#text.length && !this.#isDone) {
      const frontMatter = this.#start === frontMatterAt && frontMatterEnd(this.#text, frontMatterAt) > frontMatterAt;
      const next = this.#refusal || frontMatter ? null : this.#readNext(this.#start, this.#continues);
      if (this.#refusal) this.#refuse(this.#refusal, frontMatter);
      else if (next) this.#take(next);
      else this.#parse(frontMatter);
    }
    return { pieces: this.#pieces, end: this.#start };
  }

  #goOn(start: number, continues: boolean): void {
    this.#start = start;
    this.#continues = continues;
    this.#effort = WINDOW_EFFORT;
    this.#looksAhead = true;
    if (start >= this.#reach) this.#reach = Number.POSITIVE_INFINITY;
    this.#isDone = start < this.#text.length && this.#options.isKnown(start, continues);
  }

  #refuse(refusal: Refusal, frontMatter: boolean): void {
    const end = refusedEnd(this.#text, this.#start, this.#start + refusal.exceededAt, frontMatter);
    this.#pieces.push({ start: this.#start, piece: refusedPiece(this.#text.slice(this.#start, end), refusal) });
    this.#refusal = null;
    this.#goOn(end, false);
  }

  /** The piece at `start` without the parser; `null` where that is needed. */
  #readNext(start: number, continues: boolean): NextPiece | null {
    const { shared, limits } = this.#options;
    return shared?.at(start, continues) ?? readPlain(this.#text, start, limits);
  }

  #take({ piece, end, goesOn }: NextPiece): void {
    this.#options.shared?.take(piece);
    this.#pieces.push({ start: this.#start, piece: withContinues(piece, this.#continues) });
    this.#goOn(end, goesOn);
  }

  /** Parses a window, or finds why not to, or how much to try instead. */
  #parse(frontMatter: boolean): void {
    const { limits, labels } = this.#options;
    const [text, start, effort, reach] = [this.#text, this.#start, this.#effort, this.#reach];
    const stopAt = this.#looksAhead ? this.#worthAStop() : Number.POSITIVE_INFINITY;
    const stretch = measure(text, start, limits, { effort, reach: Math.min(reach, stopAt), frontMatter });
    const limit = stretch.stop === 'blockEffort' || stretch.stop === 'nesting' ? stretch.stop : null;
    const source = windowText(text, start, stretch);
    // No part starts past the last line that may start one: what is past the limit is not parsed in vain.
    const parsed = limit && stretch.divisibleAt < stretch.end ? text.slice(start, stretch.divisibleAt) : source;
    const found = limit && stretch.divisibleAt < 0 ? [] : parsePieces(parsed, { labels, frontMatter });
    // The last one is whole only at the end of the text.
    const whole = found === null ? 0 : stretch.stop === 'text' ? found.length : Math.max(found.length - 1, 0);
    if (found === null && effort > 0) {
      // The parser gave up on something in the window: try the first piece alone.
      this.#effort = this.#reach = 0;
    } else if (found === null || (limit && whole === 0)) {
      // Where it is the first line that is too much, up to an end mark of its own, the place of that mark decides.
      const decidedBy = limit && stretch.end > start ? source.length : Number.POSITIVE_INFINITY;
      this.#refusal = { kind: limit ?? 'nesting', exceededAt: stretch.end - start, decidedBy };
    } else if (whole > 0) this.#takeParsed(found, whole);
    // There was nothing but blank lines.
    else if (stretch.stop === 'text') this.#goOn(text.length, false);
    else if (stopAt < reach) this.#looksAhead = false;
    else {
      this.#effort = reach === Number.POSITIVE_INFINITY && effort > 0 ? reach : WINDOW_EFFORT;
      this.#reach = Number.POSITIVE_INFINITY;
    }
  }

  /** Takes the first `whole` pieces of a window, up to one from which on all is known. */
  #takeParsed(found: readonly PlacedPiece[], whole: number): void {
    const windowStart = this.#start;
    for (let index = 0; index < whole && !this.#isDone; index++) {
      // Behind what was not parsed, blank lines may come first.
      const { start, piece } = found[index]!;
      this.#pieces.push({ start: windowStart + start, piece: withContinues(piece, this.#continues) });
      const next = found[index + 1];
      if (next) this.#goOn(windowStart + next.start, continuesList(next.piece));
      else this.#goOn(this.#text.length, false);
    }
  }

  /**
   * Where pieces start that are worth stopping the parser for, as they can be read without it; infinite where none do soon. It may be
   * in the midst of what runs on over blank lines, such as fenced code.
   */
  #worthAStop(): number {
    const ahead = this.#text.slice(this.#start, Math.min(this.#start + AHEAD, this.#reach));
    for (const { 0: gap, index } of ahead.matchAll(APART)) {
      const at = this.#start + index + gap.length;
      let end = at;
      let next = this.#readNext(at, false);
      while (next) {
        ({ end } = next);
        if (end - at >= WORTH_A_STOP || end === this.#text.length) return at;
        next = this.#readNext(end, next.goesOn);
      }
    }
    return Number.POSITIVE_INFINITY;
  }
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
