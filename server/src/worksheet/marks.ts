import type { Span } from '../text/span.ts';
import { plainText } from './plain-text.ts';
import { Cursor, type Emphasis, type Label, type MarkerKind, type Recognizer } from './recognizers/cursor.ts';
import { emphasis } from './recognizers/emphasis.ts';
import { heading } from './recognizers/heading.ts';
import { htmlTag } from './recognizers/html-tag.ts';
import { innerNumber } from './recognizers/inner-number.ts';
import { label } from './recognizers/label.ts';
import { checkbox, listMarker } from './recognizers/list-marker.ts';
import { quote } from './recognizers/quote.ts';

export type { Emphasis, Label, MarkerKind };

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
  /** A number is written inside heading, emphasis or bullet: `### 1. Q`, `**2. Q**`. */
  readonly innerNumber: boolean;
  readonly label: Label | null;
  /** Emphasis around all of the text, or around its beginning where more text follows (`restStart` is set then). */
  readonly emphasis: Emphasis;
  /** Where emphasis ends before the line does: offset at which the rest starts. null otherwise. */
  readonly restStart: number | null;
  /** The text without marks. */
  readonly content: Span;
  /** As a reader sees `content`. */
  readonly text: string;
}

/** The marks of a line with nothing but white space, but for its place. */
export const noMarks: Omit<Marks, 'content'> = {
  quotes: 0,
  indent: 0,
  marker: null,
  number: null,
  contentColumn: 0,
  heading: 0,
  innerNumber: false,
  label: null,
  emphasis: 'none',
  restStart: null,
  text: '',
};

/** One layout of questions and answers each; a line may have any combination of them. */
const recognizers: readonly Recognizer[] = [
  quote,
  listMarker,
  checkbox,
  heading,
  htmlTag,
  label,
  innerNumber,
  emphasis,
];

/**
 * Peels the marks off a line, outermost first, until none is left.
 *
 * @param raw the line without its line break
 * @param start offset of the line's first character, added to every offset returned
 * @param depth the heading depth that CommonMark sees, 0 where it sees none
 * @param marked whether the line may have marks at all (a line of code has none)
 */
export function readMarks(raw: string, start: number, depth: number, marked: boolean): Marks {
  const cursor = new Cursor(raw, depth);
  let indent: number | null = null;
  let contentColumn: number | null = null;
  let peeled = marked;
  while (peeled && !cursor.done) {
    if (!cursor.rest.startsWith('>')) indent ??= cursor.column;
    peeled = recognizers.some((recognizer) => recognizer(cursor));
    cursor.skipSpace();
    if (cursor.marks.marker !== null) contentColumn ??= cursor.column;
  }
  const end = withoutHardBreak(raw, Math.min(cursor.at, cursor.end), Math.max(cursor.at, cursor.end));
  const from = Math.min(cursor.at, cursor.end);
  const { quotes, marker, number, heading, innerNumber, label, emphasis, restStart } = cursor.marks;
  // In one literal: made by spreading, it takes several times as long.
  return {
    quotes,
    indent: indent ?? cursor.column,
    marker,
    number,
    contentColumn: contentColumn ?? cursor.column,
    heading,
    innerNumber,
    label,
    emphasis,
    restStart: restStart === null ? null : start + restStart,
    content: { start: start + from, end: start + end },
    text: plainText(raw.slice(from, end)),
  };
}

/** The end of the text without the backslash or the tag of a hard line break. */
function withoutHardBreak(raw: string, from: number, end: number): number {
  const text = raw.slice(from, end).trimEnd();
  return from + text.slice(0, text.length - (hardBreak.exec(text)?.[0].length ?? 0)).trimEnd().length;
}

const hardBreak = /\\$|<br[ /]{0,2}>$/i;
