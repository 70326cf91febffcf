import type { Block } from '../markdown/document.ts';
import { endsInColon } from './lead-in.ts';
import { likely } from './likely.ts';
import type { Above } from './line-role.ts';
import { countsAsContent, inLetters, type RatedLine } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';

/** The line above that is more than space; undefined at the start. */
export function lineAbove(lines: readonly PlacedLine[], index: number): RatedLine | undefined {
  let at = index - 1;
  while (at >= 0 && !countsAsContent(lines[at]!.line)) at--;
  return lines[at]?.line;
}

/** The line below that is more than space; undefined at the end. */
export function lineBelow(lines: readonly PlacedLine[], index: number): RatedLine | undefined {
  let at = index + 1;
  while (at < lines.length && !countsAsContent(lines[at]!.line)) at++;
  return lines[at]?.line;
}

/** Whether an item goes on with the list of the line above, as CommonMark counts lists or not. */
export const goesOnList = (lines: readonly PlacedLine[], index: number): boolean =>
  lines[index]!.line.marker !== null && lines[index]!.line.layout === lineAbove(lines, index)?.layout;

/** "TCP Handshakes Explained": up to six words, most of them with a capital, no mark at the end. */
export function isTitleCase(text: string): boolean {
  const all = text.split(/\s+/);
  return (
    all.length >= 2 &&
    all.length <= 6 &&
    !/[.!?,;:]$/.test(text) &&
    all.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= all.length * 2
  );
}

/** Whether a line belongs to a deeper list than the question above. */
export function isNested(line: RatedLine, above: RatedLine): boolean {
  if (above.marker === null) return false;
  // A number that stops a paragraph from going on counts for its writer, and for no list.
  return (
    line.indent > above.indent + 1 || (line.marker !== null && above.listDepth > 0 && line.listDepth > above.listDepth)
  );
}

/** Whether a line stands deeper in a list than another. */
const isBelow = (line: RatedLine, above: RatedLine) =>
  line.listDepth > above.listDepth || line.indent > above.indent + 1;

/**
 * Whether a bullet that asks stands below one that states something, and nothing below it: what notes say by a question.
 *
 * @param isSeries whether nearly all lines of its layout ask
 */
export function illustrates(lines: readonly PlacedLine[], index: number, isSeries: boolean): boolean {
  const { line, block } = lines[index]!;
  if (line.marker !== 'bullet' || line.listDepth < 2) return false;
  const isInItem = (placed: PlacedLine) => placed.block === block && countsAsContent(placed.line);
  const next = lines.slice(index + 1).find(isInItem);
  if (next && isBelow(next.line, line)) return false;
  const parent = lines.slice(0, index).findLast((placed) => isInItem(placed) && isBelow(line, placed.line))?.line;
  if (parent?.marker !== 'bullet' || parent.announces || parent.isLink) return false;
  // A list in which nearly all lines ask is there to be answered, where a colon leads to it.
  if (isSeries && endsInColon(parent.text)) return false;
  return parent.likeness < 0.3 && parent.text.split(/\s+/).length >= 5;
}

/** "2. Take a lease:", with questions in letters below. */
export function leadsToParts(lines: readonly PlacedLine[], index: number): boolean {
  const { line } = lines[index]!;
  if (line.marker !== 'ordered' || line.likeness >= likely || !endsInColon(line.text)) return false;
  let next = index + 1;
  while (next < lines.length && (lines[next]!.line.kind !== 'text' || lines[next]!.line.text === '')) next++;
  return lines[next]?.line.layout === inLetters;
}

/** Whether the next line with text says that it is an answer: `Answer:`. */
export function isAnsweredByLabel(lines: readonly PlacedLine[], index: number): boolean {
  const next = lines.slice(index + 1, index + 6).find(({ line }) => countsAsContent(line));
  return next?.line.label === 'answer';
}

/** Whether a line that stands among questions, in their layout, is one too although its wording doesn't say so. */
export function isSibling(lines: readonly PlacedLine[], index: number): boolean {
  const { line } = lines[index]!;
  if (line.heading > 0 && !line.innerNumber && (isTitleCase(line.text) || endsInColon(line.text))) return false;
  if (line.likeness >= 0.35 || line.marker === 'ordered' || line.innerNumber) return true;
  if (line.heading > 0) return line.text.split(/\s+/).length >= 6;
  if (line.marker !== 'bullet') return false;
  const next = lines.slice(index + 1, index + 4).find((placed) => placed.line.kind !== 'blank');
  return next !== undefined && (next.line.listDepth > line.listDepth || next.line.label === 'answer');
}

/** Whether a number counts answers: below "Answers:" it starts anew. */
export function isCollectedAnswer(lines: readonly PlacedLine[], index: number, above: Above | null): boolean {
  const asked = above?.line.number ?? 0;
  if (asked < 2) return false;
  let first = lines[index]!.line;
  for (let at = index - 1; at >= 0 && lines[at]!.line !== above?.line; at--) {
    const { line } = lines[at]!;
    if (line.label === 'answer') return line.text === '' && first.number === 1;
    if (countsAsContent(line)) first = line;
  }
  return false;
}

/**
 * Whether a numbered list asks nothing and has nothing below its items: steps, or reasons, that an answer counts.
 *
 * @param question the question above, whose number such a list doesn't go on from
 */
export function isListOfAnswers(lines: readonly PlacedLine[], index: number, question: RatedLine): boolean {
  const { line } = lines[index]!;
  const sameList = (a: number, b: number) => lines[a]!.block === lines[b]!.block || lines[b]!.block.continues;
  let first = index;
  while (first > 0 && sameList(first - 1, first)) first--;
  let last = index;
  while (last + 1 < lines.length && sameList(last, last + 1)) last++;
  const items = lines.slice(first, last + 1).filter((placed) => countsAsContent(placed.line));
  if (question.number !== null && items[0]?.line.number === question.number + 1) return false;
  return items.length > 1 && items.every(({ line: { layout, likeness } }) => layout === line.layout && likeness < 0.75);
}

const tables = new WeakMap<Block, boolean>();

/** Whether the table that a row belongs to asks in most of its rows: one row that asks is a cell like any other. */
export function isTableOfQuestions(lines: readonly PlacedLine[], index: number): boolean {
  const { block } = lines[index]!;
  let asks = tables.get(block);
  if (asks === undefined) {
    const rows = lines.filter((placed) => placed.block === block && placed.line.kind === 'table');
    const asking = rows.filter(({ line }) => line.layout === 'table').length;
    // The first row is the table's head.
    asks = asking >= 2 && asking * 2 >= rows.length - 1;
    tables.set(block, asks);
  }
  return asks;
}
