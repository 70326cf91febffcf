import type { Position, Range } from 'vscode-languageserver-types';
import type { Question } from '../worksheet/model.ts';
import { isAnswered } from '../worksheet/status.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** Which way to look for an unanswered question. */
export type Direction = 'next' | 'previous';

/**
 * Where to write the next answer: at the first question after `position` that is not answered, or the last before it, else at the one
 * furthest the other way; null where all are answered.
 */
export function nextUnanswered(snapshot: Snapshot, position: Position, direction: Direction = 'next'): Range | null {
  const offset = snapshot.document.lines.offsetAt(position);
  const open = snapshot.worksheet.questions.filter((question) => !isAnswered(question));
  const found =
    direction === 'next'
      ? (open.find((question) => startsAfter(question, offset)) ?? open[0])
      : (open.findLast((question) => endsBefore(question, offset)) ?? open.at(-1));
  return found ? answerPlace(snapshot, found) : null;
}

/**
 * Where an answer is written to a question that has none: behind the mark that waits for it, else the question itself. Behind an answer
 * that its author doubts.
 */
export function answerPlace({ document }: Snapshot, question: Question): Range {
  const { slot, span } = question;
  const end = slot?.place === 'inline' ? slot.insert.end : writtenBy(question)?.end;
  return toRange(document.lines, end === undefined ? span : { start: end, end });
}

/** Where something stands that counts as an answer. */
const writtenBy = ({ slot, answer, filled }: Question) => (slot ? undefined : (answer ?? filled)?.span);

const startsAfter = ({ span, slot }: Question, offset: number) =>
  span.start > offset && (slot?.insert.start ?? span.start) > offset;

/** A cursor in a slot or an answer is at that question: the previous one is another. */
const endsBefore = (question: Question, offset: number) =>
  Math.max(question.span.end, question.slot?.area.end ?? 0, writtenBy(question)?.end ?? 0) < offset;
