import type { Position, Range } from 'vscode-languageserver-types';
import type { Question } from '../worksheet/model.ts';
import { toRange } from './positions.ts';
import { isOpen } from './question-places.ts';
import type { Snapshot } from './snapshot.ts';

/** Which way to look for an unanswered question. */
export type Direction = 'next' | 'previous';

/**
 * Where to write the next answer: at the first open question after `position`, or the last before it, else at the one furthest the
 * other way; null where all are answered.
 */
export function nextUnanswered(snapshot: Snapshot, position: Position, direction: Direction = 'next'): Range | null {
  const offset = snapshot.document.lines.offsetAt(position);
  const open = snapshot.worksheet.questions.filter(isOpen);
  const found =
    direction === 'next'
      ? (open.find((question) => startsAfter(question, offset)) ?? open[0])
      : (open.findLast((question) => endsBefore(question, offset)) ?? open.at(-1));
  return found ? answerPlace(snapshot, found) : null;
}

/** Where an answer to an open question is written: behind the mark that waits for it, else the question itself. */
export function answerPlace({ document }: Snapshot, { slot, span }: Question): Range {
  return toRange(document.lines, slot?.place === 'inline' ? { start: slot.insert.end, end: slot.insert.end } : span);
}

const startsAfter = ({ span, slot }: Question, offset: number) =>
  span.start > offset && (slot?.insert.start ?? span.start) > offset;

/** A cursor in a slot is at that question: the previous one is another. */
const endsBefore = ({ span, slot }: Question, offset: number) => Math.max(span.end, slot?.area.end ?? 0) < offset;
