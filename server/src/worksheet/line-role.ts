import type { RatedLine } from './rated-lines.ts';

/** `excluded`: in a part that asks for no answers, such as "Things I want to know more about". */
export type Role = 'prompt' | 'topic' | 'excluded' | 'other';

/** The question in whose answer a line stands, unless it starts a question itself. */
export interface Above {
  readonly line: RatedLine;
  /** Whether something stands behind or below it already. */
  readonly answered: boolean;
}
