import type { QuestionKind } from './model.ts';

/** What a key says about a line's text. */
export interface Known {
  readonly kind: QuestionKind;
  /** The key asks it in these very words, but for a few. */
  readonly verbatim: boolean;
}

/**
 * Asks the keys about a question; null where none knows it. Part of what tells a question from other text.
 *
 * @param verbatimOnly only a key that asks it in these very words counts, which is found out much sooner
 */
export type KnowsQuestion = (text: string, verbatimOnly?: boolean) => Known | null;
