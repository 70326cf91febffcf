import type { AnswerStatus } from './model.ts';

/** As much of a question as says how far it is answered. */
interface WithStatus {
  readonly status: AnswerStatus;
}

/**
 * Whether a question counts as answered, wherever questions are counted or the next one is looked for. An answer that its author
 * doubts does not: it waits to be looked at again.
 */
export const isAnswered = ({ status }: WithStatus): boolean => status === 'answered';

/** Whether nothing has been answered yet: there is room for an answer, or something that only holds its place. */
export const isOpen = ({ status }: WithStatus): boolean => status === 'blank' || status === 'placeholder';
