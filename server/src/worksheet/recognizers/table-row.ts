import type { Span } from '../../text/span.ts';

/** The cells of a table's row, between their bars; offsets into the line. GFM, section 4.10: a bar in a cell is escaped. */
export function tableCells(raw: string): Span[] {
  const bars = Array.from(raw.matchAll(/(?<!\\)(?:\\\\)*\|/g), (match) => match.index + match[0].length - 1);
  const first = raw.search(/\S/);
  const last = raw.trimEnd().length - 1;
  const edges = [
    ...(bars[0] === first ? [] : [first - 1]),
    ...bars,
    ...(bars[bars.length - 1] === last ? [] : [last + 1]),
  ];
  return edges.slice(1).map((end, index) => ({ start: edges[index]! + 1, end }));
}

/** A cell without the white space at its ends. */
export function trimmedCell(raw: string, { start, end }: Span): Span {
  const text = raw.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}
