import type { Position, Range } from 'vscode-languageserver-types';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** Where to write the next answer: the first open question after `position`, else the first of all; null where all are answered. */
export function nextUnanswered(snapshot: Snapshot, position: Position): Range | null {
  const { lines } = snapshot.document;
  const offset = lines.offsetAt(position);
  const open = snapshot.worksheet.questions.filter(({ status }) => status === 'blank' || status === 'placeholder');
  const next =
    open.find(({ span, slot }) => span.start > offset && (slot?.insert.start ?? span.start) > offset) ?? open[0];
  return next
    ? toRange(
        lines,
        next.slot?.place === 'inline' ? { start: next.slot.insert.end, end: next.slot.insert.end } : next.span,
      )
    : null;
}
