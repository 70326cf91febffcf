import type { Span } from '../text/span.ts';

/**
 * The limits past which a stretch of a document is not parsed, so that no document can hold up the editor. They are far
 * above what people write. Effort is the time that remark-parse is estimated to take, in nanoseconds of a machine of
 * 2024, counted from the text alone; see `effort.ts`.
 */
export interface Limits {
  /** The effort for a whole document: about 4 MB of prose, or a list of 60,000 items. */
  readonly documentEffort: number;
  /**
   * The effort for a stretch that has to be parsed as a whole, of a block or of an item of a list: about 150 KB of prose
   * or 240 KB of code in one go, 1,000 nested list items, 2,000 table cells.
   */
  readonly blockEffort: number;
  /** How deep block quotes, list items and footnotes are inside each other, or emphasis, links and images. */
  readonly nesting: number;
}

/** What a document has too much of. */
export type LimitKind = keyof Limits;

/** The limits in force where none are given. */
export const LIMITS: Limits = { documentEffort: 3_000_000_000, blockEffort: 60_000_000, nesting: 100 };

/** A stretch of a document that was not parsed, and why. */
export interface LimitExceeded {
  readonly kind: LimitKind;
  /** The stretch left out of the tree, in the document. */
  readonly span: Span;
  /** The greatest value that is still parsed. */
  readonly limit: number;
}
