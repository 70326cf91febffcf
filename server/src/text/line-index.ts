import type { Edit } from './edit.ts';
import { firstWhere } from './search.ts';

/** A place in a text as LSP has it: 0-based line, 0-based `character` in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Where the lines of a text start. Line breaks are `\n`, `\r\n` and `\r`, as in LSP and CommonMark; a text has at least
 * one line, and a line break at its end opens another, empty one.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: Uint32Array;

  private constructor(text: string, starts: Uint32Array) {
    this.#text = text;
    this.#starts = starts;
  }

  /** The index of `text`. */
  static of(text: string): LineIndex {
    return new LineIndex(text, Uint32Array.from([0, ...lineStartsIn(text, 1, text.length)]));
  }

  /** Number of lines, at least 1. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 0-based line of `offset`, clamped to the text. A line break belongs to the line it ends. */
  lineAt(offset: number): number {
    const starts = this.#starts;
    return Math.max(firstWhere(starts.length, (line) => starts[line]! > offset) - 1, 0);
  }

  /** Offset at which the 0-based `line` starts; the end of the text for a line past the last. */
  lineStart(line: number): number {
    if (line < 0) return 0;
    return this.#starts[line] ?? this.#text.length;
  }

  /** Offset at which the 0-based `line` ends, before its line break; the end of the text for a line past the last. */
  lineEnd(line: number): number {
    const next = this.#starts[Math.max(line, 0) + 1];
    if (next === undefined) return this.#text.length;
    const crlf = this.#text.charCodeAt(next - 1) === LINE_FEED && this.#text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return next - (crlf && next - 2 >= this.lineStart(line) ? 2 : 1);
  }

  /** The position of `offset`, clamped to the text; inside a `\r\n` it is the end of the line. */
  positionAt(offset: number): LinePosition {
    const clamped = Math.min(Math.max(offset, 0), this.#text.length);
    const line = this.lineAt(clamped);
    return { line, character: Math.min(clamped, this.lineEnd(line)) - this.lineStart(line) };
  }

  /** The offset of a position; a character past the end of its line is that end, a line past the last is the text's end. */
  offsetAt({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.#text.length;
    const start = this.lineStart(line);
    return Math.min(start + Math.max(character, 0), this.lineEnd(line));
  }

  /**
   * The index of the text after one edit. Only the changed text is scanned; the starts behind it are moved.
   *
   * @param text the whole text after the edit
   * @param edit its span refers to the text of this index
   */
  withEdit(text: string, edit: Edit): LineIndex {
    const { start, end } = edit.span;
    const delta = text.length - this.#text.length;
    const old = this.#starts;
    // Whether a line starts at an offset depends on the code units before and after it, so only the offsets from the
    // start of the edit to its end can change.
    const kept = start === 0 ? 1 : this.lineAt(start - 1) + 1;
    const tail = this.lineAt(end) + 1;
    const scanned = lineStartsIn(text, Math.max(start, 1), end + delta);
    const starts = new Uint32Array(kept + scanned.length + old.length - tail);
    starts.set(old.subarray(0, kept));
    starts.set(scanned, kept);
    const moved = kept + scanned.length - tail;
    for (let index = tail; index < old.length; index++) starts[index + moved] = old[index]! + delta;
    return new LineIndex(text, starts);
  }
}

/** The offsets from `from` to `to`, both included, at which a line starts because of the line break before them. */
function lineStartsIn(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let offset = from; offset <= to; offset++) {
    const before = text.charCodeAt(offset - 1);
    if (before === LINE_FEED || (before === CARRIAGE_RETURN && text.charCodeAt(offset) !== LINE_FEED)) {
      found.push(offset);
    }
  }
  return found;
}
