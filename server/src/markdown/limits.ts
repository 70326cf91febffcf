import type { Span } from '../text/span.ts';

/** What a document has too much of; see {@link LIMITS}. */
export type LimitKind = keyof typeof LIMITS;

/** A stretch of a document that was not parsed, and why. */
export interface LimitExceeded {
  readonly kind: LimitKind;
  /** The stretch left out of the tree, in the document. */
  readonly span: Span;
  /** The greatest value that is still parsed. */
  readonly limit: number;
}

/** The limits past which a stretch of a document is not parsed. */
export const LIMITS = {
  /** UTF-16 code units of a document. */
  documentLength: 8_000_000,
} as const;
