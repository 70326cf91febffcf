import type { Limits } from './limits.ts';

/** How far a stretch of text goes that may be parsed at once. */
export interface Stretch {
  /** Where it ends: at the start of a line, or at the end of the text. */
  readonly end: number;
  /**
   * `text`: the text ends; `boundary`: the last line may start a new part, and all that was asked for is there;
   * `blockEffort`, `nesting`: the next line would go past that limit.
   */
  readonly stop: 'text' | 'boundary' | 'blockEffort' | 'nesting';
  /**
   * The end of the last line after the first that may start a new part; the next line counts where a limit is the reason
   * to stop, and then its start is given. -1 where there is none.
   */
  readonly divisibleAt: number;
}

const PLAIN_COST = 200;

/**
 * The estimated nanoseconds that remark-parse spends on a character, measured on texts made of little else. Where its
 * effort grows faster than the text, as with cells and brackets, the estimate is that of a text near the limit.
 */
const COST = new Uint32Array(128).fill(PLAIN_COST);
for (const [characters, cost] of [
  [' :/', 1_000],
  ['.', 3_000],
  ['\t!@&\\', 4_000],
  ['[', 5_000],
  ['#<(', 9_000],
  ['*_~`', 10_000],
  [']', 12_000],
  ['|', 25_000],
] as const) {
  for (const character of characters) COST[character.charCodeAt(0)] = cost;
}
/** Of these a whole run costs as much as one. */
const RUNS = new Uint8Array(128);
for (const character of '*_~`# ') RUNS[character.charCodeAt(0)] = 1;
/** What may open or close something inside a paragraph. */
const NESTS = new Uint8Array(128);
for (const character of '*_~[]') NESTS[character.charCodeAt(0)] = 1;
const LINE_COST = 10_000;
const BLANK_LINE_COST = 12_000;
const COLUMN_COST = 4_000;
const QUOTE_COST = 12_000;
const ITEM_COST = 35_000;
/** For each line of the paragraph before one that goes on with it without the marks of the list or quote it is in. */
const LAZY_COST = 60;

/** The estimated nanoseconds for a character of a fenced code block, where nothing is looked at closely. */
export const CODE_COST = 250;

/**
 * Measures lines from `start`, which is the start of a line, until enough is there.
 *
 * @param spent effort already spent on the stretch
 * @param effort the effort that is enough
 * @param reach the offset that is far enough
 */
export function measureStretch(
  text: string,
  start: number,
  limits: Limits,
  { from = start, spent = 0, effort, reach }: { from?: number; spent?: number; effort: number; reach: number },
): Stretch {
  const inline = new InlineNesting();
  const laziness = new Laziness();
  let completeBefore = from > start;
  let divisibleAt = -1;
  let offset = from;
  while (offset < text.length) {
    const prefix = measurePrefix(text, offset);
    const boundary = offset > start && !prefix.blank && (completeBefore || prefix.item || prefix.complete);
    if (boundary) {
      inline.reset();
      divisibleAt = offset;
    }
    if (prefix.nesting > limits.nesting) return { end: offset, stop: 'nesting', divisibleAt };
    // The last line is parsed again in the next window: a long one is none to end with.
    const enough = spent >= effort || offset >= reach;
    spent += prefix.cost + laziness.cost(prefix, prefix.end - offset);
    const line = measureLine(text, prefix.end, limits.blockEffort - spent, inline);
    spent += line.cost;
    if (inline.depth > limits.nesting) return { end: offset, stop: 'nesting', divisibleAt };
    if (spent > limits.blockEffort) return { end: offset, stop: 'blockEffort', divisibleAt };
    if (boundary) divisibleAt = line.end;
    if (boundary && enough && line.end < text.length) {
      return { end: line.end, stop: 'boundary', divisibleAt };
    }
    completeBefore = prefix.blank || prefix.complete;
    offset = line.end;
  }
  return { end: text.length, stop: 'text', divisibleAt };
}

/**
 * The estimated effort of parsing the lines from `start`, which is the start of one, to `end`. A line counts no more
 * than a block may: one that is past the limit is not parsed.
 */
export function lineEffort(text: string, start: number, end: number, limits: Limits): number {
  let effort = 0;
  for (let offset = start; offset < end; ) {
    const prefix = measurePrefix(text, offset);
    const line = measureLine(text, prefix.end, limits.blockEffort, null);
    effort += Math.min(prefix.cost + line.cost, limits.blockEffort);
    offset = line.end;
  }
  return effort;
}

/**
 * Counts the lines of a paragraph, to estimate what a lazy continuation line costs (CommonMark 5.1): at each of them
 * remark-parse looks back over the whole paragraph. A line counts as lazy where it starts further left than the first.
 */
class Laziness {
  #width = 0;
  #lines = 0;

  /** @param width how far from the start of the line its content is */
  cost({ blank, complete, items }: Prefix, width: number): number {
    if (blank || complete) this.#lines = 0;
    else if (items > 0 || this.#lines === 0) {
      this.#lines = 1;
      this.#width = width;
    } else {
      this.#lines++;
      if (width < this.#width) return LAZY_COST * this.#lines;
    }
    return 0;
  }
}

interface Prefix {
  /** Where the markers end and the content of the line starts. */
  end: number;
  cost: number;
  /** The greatest depth of containers the line can be in; 0 for a line without markers, which opens none. */
  nesting: number;
  /** Whether the line starts with the marker of a list item. */
  item: boolean;
  /** How many markers of list items and footnotes the line has. */
  items: number;
  blank: boolean;
  /** Whether the line may be a heading, a thematic break, a code fence or the underline of a heading. */
  complete: boolean;
}

/** A line that may be a heading, a thematic break, a code fence or the underline of a heading. */
function isCompleteLine(text: string, start: number): boolean {
  COMPLETE_LINE.lastIndex = start;
  return COMPLETE_LINE.test(text);
}

const COMPLETE_LINE = / {0,3}(?:#{1,6}(?=[ \t\r\n]|$)|`{3}|~{3}|(?:=+|([-*_])(?:[ \t]*\1)*)[ \t]*(?=[\r\n]|$))/y;

/** The containers that a line opens or continues: block quotes, list items and footnotes. */
function measurePrefix(text: string, start: number): Prefix {
  let offset = start;
  let columns = 0;
  let quotes = 0;
  let items = 0;
  let item = false;
  for (; ; offset++) {
    const code = text.charCodeAt(offset);
    if (code === SPACE) columns++;
    else if (code === TAB) columns += 4;
    else if (code === GREATER_THAN) quotes++;
    else {
      const marker = markerLength(text, offset);
      if (marker === 0) break;
      if (quotes + items === 0 && columns < 4) item = code !== OPENING_BRACKET;
      items++;
      offset += marker - 1;
    }
  }
  if (items > 2 && isThematicBreak(text, start)) {
    return { end: start, cost: 0, nesting: 0, item: false, items: 0, blank: false, complete: true };
  }
  const markers = quotes + items;
  return {
    end: offset,
    cost: columns * COLUMN_COST + quotes * QUOTE_COST + items * ITEM_COST,
    nesting: markers === 0 ? 0 : markers + (columns >> 1),
    item,
    items,
    blank: markers === 0 && isLineEnd(text, offset),
    complete: isCompleteLine(text, start),
  };
}

/** The length of the marker of a list item or a footnote definition at `offset`; 0 where there is none. */
function markerLength(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  let end = offset + 1;
  if (isDigit(code)) {
    while (isDigit(text.charCodeAt(end)) && end - offset < 9) end++;
    const delimiter = text.charCodeAt(end++);
    if (delimiter !== DOT && delimiter !== CLOSING_PARENTHESIS) return 0;
  } else if (code === OPENING_BRACKET) {
    if (text.charCodeAt(end) !== CARET) return 0;
    while (!isLineEnd(text, end) && text.charCodeAt(end) !== CLOSING_BRACKET && end - offset < 1000) end++;
    return text.charCodeAt(end + 1) === COLON ? end + 2 - offset : 0;
  } else if (code !== ASTERISK && code !== PLUS && code !== DASH) return 0;
  const after = text.charCodeAt(end);
  return after === SPACE || after === TAB || isLineEnd(text, end) ? end - offset : 0;
}

function isThematicBreak(text: string, start: number): boolean {
  let marker = 0;
  for (let offset = start; !isLineEnd(text, offset); offset++) {
    const code = text.charCodeAt(offset);
    if (code === SPACE || code === TAB) continue;
    if ((code !== ASTERISK && code !== DASH) || (marker !== 0 && code !== marker)) return false;
    marker = code;
  }
  return true;
}

/** The rest of a line with its line break: where it ends, and its cost, which is not counted further than `budget`. */
function measureLine(
  text: string,
  start: number,
  budget: number,
  inline: InlineNesting | null,
): { cost: number; end: number } {
  let cost = isLineEnd(text, start) ? BLANK_LINE_COST : LINE_COST;
  let offset = start;
  let previous = 0;
  for (; cost <= budget && !isLineEnd(text, offset); offset++) {
    const code = text.charCodeAt(offset);
    const repeated = code === previous && RUNS[code] === 1;
    cost += code >= 128 || repeated ? PLAIN_COST : COST[code]!;
    if (inline && code < 128 && NESTS[code] === 1 && !repeated) inline.mark(text, offset);
    previous = code;
  }
  return { cost, end: startOfNextLine(text, offset) };
}

/** The start of the line after the one `offset` is in, or the end of the text. */
export function startOfNextLine(text: string, offset: number): number {
  return afterLineBreak(text, endOfLine(text, offset));
}

/** The end of the line that `offset` is in, before its line break; or `most`, where it goes on past that. */
export function endOfLine(text: string, offset: number, most = text.length): number {
  while (offset < most && !isLineEnd(text, offset)) offset++;
  return offset;
}

/** The start of the line after the line break at `offset`. */
export function afterLineBreak(text: string, offset: number): number {
  const crlf = text.charCodeAt(offset) === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED;
  return Math.min(offset + (crlf ? 2 : 1), text.length);
}

/** Whether the line ends at `offset`: a line break is there, or the end of the text. */
export function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === LINE_FEED || code === CARRIAGE_RETURN || offset >= text.length;
}

/**
 * How deep emphasis, links and images are inside each other in a paragraph; remark-parse takes time in the square of
 * that, and a call for each level. It is estimated without matching what opens with what closes it: as the greatest
 * number of those open at one place of which fewer are open at a later one.
 */
class InlineNesting {
  depth = 0;
  #open = 0;
  #peak = 0;

  /** Starts a paragraph. */
  reset(): void {
    this.depth = this.#open = this.#peak = 0;
  }

  /** Takes in the bracket, or the run of asterisks, underscores or tildes, that starts at `offset`. */
  mark(text: string, offset: number): void {
    const code = text.charCodeAt(offset);
    if (code === OPENING_BRACKET) this.#change(1);
    else if (code === CLOSING_BRACKET) this.#change(-1);
    else {
      let end = offset + 1;
      while (text.charCodeAt(end) === code) end++;
      const before = kindOf(text.charCodeAt(offset - 1));
      const after = kindOf(text.charCodeAt(end));
      // CommonMark 6.2: left-flanking runs open, right-flanking ones close, two at a time at the most.
      const opens = after !== WHITESPACE && (after !== PUNCTUATION || before !== OTHER);
      const closes = before !== WHITESPACE && (before !== PUNCTUATION || after !== OTHER);
      const levels = (end - offset + 1) >> 1;
      if (closes && (this.#open > 0 || !opens)) this.#change(-levels);
      else if (opens) this.#change(levels);
    }
  }

  #change(levels: number): void {
    this.#open = Math.max(this.#open + levels, 0);
    this.#peak = Math.max(this.#peak, this.#open);
    this.depth = Math.max(this.depth, this.#peak - this.#open);
  }
}

const WHITESPACE = 0;
const PUNCTUATION = 1;
const OTHER = 2;

function kindOf(code: number): typeof WHITESPACE | typeof PUNCTUATION | typeof OTHER {
  if (Number.isNaN(code) || code <= SPACE) return WHITESPACE;
  if (code >= 128) {
    const character = String.fromCharCode(code);
    return /\s/.test(character) ? WHITESPACE : /[\p{P}\p{S}]/u.test(character) ? PUNCTUATION : OTHER;
  }
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122) ? OTHER : PUNCTUATION;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const CLOSING_PARENTHESIS = 41;
const ASTERISK = 42;
const PLUS = 43;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const GREATER_THAN = 62;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const CARET = 94;
