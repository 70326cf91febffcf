import type { Span } from '../text/span.ts';

/**
 * The limits past which a stretch of a document is not parsed, so that no document can hold up the editor. They are far
 * above what people write: remark-parse takes about 1 ms for a page of prose.
 */
export interface Limits {
  /** The length of a document, in UTF-16 code units. */
  readonly documentLength: number;
  /**
   * The effort of parsing a stretch that has to be parsed as a whole, in estimated microseconds: about 80 KB of prose or
   * of code, 1,000 nested list items, 1,500 table cells. See `effort.ts`.
   */
  readonly effort: number;
  /** How many block quotes, list items and footnotes one line can open or continue inside each other. */
  readonly nesting: number;
}

/** What a document has too much of. */
export type LimitKind = keyof Limits;

/** The limits in force where none are given. */
export const LIMITS: Limits = { documentLength: 8_000_000, effort: 60_000, nesting: 100 };

/** A stretch of a document that was not parsed, and why. */
export interface LimitExceeded {
  readonly kind: LimitKind;
  /** The stretch left out of the tree, in the document. */
  readonly span: Span;
  /** The greatest value that is still parsed. */
  readonly limit: number;
}
