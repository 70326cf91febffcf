import type { Edit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';

/** A list item's first line: its indentation or quote marks, its marker with a number where it has one, and the space behind it. */
export const item = /^([\s>]*)([-*+•]|\(?(\d{1,3})(?:\.\)|[.)]))(\s+)/;

/** A numbered item's first line and its number; not a number for a bullet. */
export interface Item {
  readonly line: number;
  readonly number: number;
}

/** The items with the same indentation in the same part of the document, the next one above and all below. */
export function itemsAround(lineText: (line: number) => string, lineCount: number, own: number, indent: string) {
  const itemAt = (line: number): Item | null => {
    const found = item.exec(lineText(line));
    return found?.[1] === indent ? { line, number: Number(found[3]) } : null;
  };
  const isHeading = (line: number) => /^\s*#/.test(lineText(line));
  const below: Item[] = [];
  for (let line = own + 1; line < lineCount && !isHeading(line); line++) {
    const found = itemAt(line);
    if (found) below.push(found);
  }
  let above: Item | null = null;
  for (let line = own - 1; line >= 0 && above === null && !isHeading(line); line--) above = itemAt(line);
  const isAfterGap = ({ line }: Item) => lineText(line - 1).trim() === '';
  const loose =
    (above !== null && isAfterGap({ line: own, number: 0 })) || (below[0] !== undefined && isAfterGap(below[0]));
  return { above, below, loose };
}

/**
 * The edits that count items on by one, for as long as they count.
 *
 * @param from the number that the first of them has, where it belongs to the count
 */
export function renumbered(
  lineText: (line: number) => string,
  lines: LineIndex,
  items: readonly Item[],
  from: number,
): Edit[] {
  const edits: Edit[] = [];
  let expected = from;
  for (const { line, number } of items) {
    if (number !== expected++) break;
    const at = lines.lineStart(line) + lineText(line).indexOf(String(number));
    edits.push({ span: { start: at, end: at + String(number).length }, newText: String(expected) });
  }
  return edits;
}
