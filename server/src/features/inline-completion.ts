import type { InlineCompletionItem, Position } from 'vscode-languageserver-types';
import { containsOffset } from '../text/span.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Ghost text in an empty slot: the key's short answer, or the word of a fill-in. Nothing where the line holds anything but the slot's
 * own marks, and nothing on the question's own line: there somebody may be writing the question.
 */
export function inlineCompletion(snapshot: Snapshot, position: Position): InlineCompletionItem[] {
  if (snapshot.assistance !== 'answers') return [];
  const { document, worksheet } = snapshot;
  const offset = document.lines.offsetAt(position);
  const question = worksheet.questions.find(
    ({ slot, line }) => slot && containsOffset(slot.area, offset) && line !== position.line,
  );
  const key = question && snapshot.match(question)?.question;
  if (!question?.slot || !key) return [];
  const answer = question.kind === 'fill-in' ? key.accept[0] : key.shortAnswer || key.answer;
  if (!answer) return [];
  const edit = writeAnswer(document.text, document.lines, question.slot, answer, offset);
  const before = document.text.slice(edit.span.start, offset);
  // Ghost text can only go on behind what stands before the cursor.
  const goesOn = edit.newText.startsWith(before);
  if (!goesOn && before.trim() !== '') return [];
  const text = (goesOn ? edit.newText : edit.newText.trimStart()).replace(/(?<![\r\n])[\r\n]+$/, '');
  const start = goesOn ? edit.span.start : offset;
  return [{ insertText: text, range: toRange(document.lines, { start, end: Math.max(offset, edit.span.end) }) }];
}
