/** List markers: `-`, `*`, `+` or a number. */
export type MarkerKind = 'bullet' | 'ordered';
/** `*italic*`, `**bold**`, `***both***`, with asterisks or underscores. */
export type Emphasis = 'none' | 'italic' | 'bold' | 'both';
/** What a label such as `Q:` or `Answer 2:` says that its text is. */
export type Label = 'question' | 'answer';

/** What the marks before a line's text say. Each recognizer fills in its part. */
export interface MarkState {
  quotes: number;
  marker: MarkerKind | null;
  number: number | null;
  heading: number;
  innerNumber: boolean;
  label: Label | null;
  emphasis: Emphasis;
  /** Offset in the line where text goes on behind emphasis that ends before the line does. */
  restStart: number | null;
}

/** A line whose marks are being peeled off, outermost first. */
export class Cursor {
  readonly raw: string;
  readonly marks: MarkState;
  /** Offset of the first character not peeled yet. */
  at = 0;
  /** Offset behind the last character not peeled yet. */
  end: number;
  /** 0-based column of `at`, tabs to multiples of 4 (CommonMark, section 2.2). */
  column = 0;
  /** Whether a heading mark or emphasis was peeled: what follows is inside it. */
  inside = false;
  /** Set by a recognizer that found the text itself. */
  done = false;

  /** @param heading the heading depth that CommonMark sees, 0 where it sees none */
  constructor(raw: string, heading: number) {
    this.raw = raw;
    this.end = raw.trimEnd().length;
    this.marks = {
      quotes: 0,
      marker: null,
      number: null,
      heading,
      innerNumber: false,
      label: null,
      emphasis: 'none',
      restStart: null,
    };
    this.skipSpace();
  }

  /** What is not peeled yet. */
  get rest(): string {
    return this.raw.slice(this.at, this.end);
  }

  advance(length: number): void {
    for (const stop = this.at + length; this.at < stop; this.at++) {
      this.column = this.raw[this.at] === '\t' ? this.column + 4 - (this.column % 4) : this.column + 1;
    }
  }

  skipSpace(): void {
    while (this.at < this.end && /\s/.test(this.raw[this.at]!)) this.advance(1);
  }
}

/** Peels one mark off the line; false where there is none of its kind. */
export type Recognizer = (cursor: Cursor) => boolean;
