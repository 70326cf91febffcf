import type { Cursor, Recognizer } from './cursor.ts';

const opening = /^(\*{1,3}|_{1,3})(?=[^\s*_])/;

/** `**Q**`, `*Q*`, `***Q***`: around the whole text, or around a question with its answer behind it. */
export const emphasis: Recognizer = (cursor) => {
  const { marks, rest } = cursor;
  const open = marks.emphasis === 'none' ? opening.exec(rest)?.[1] : undefined;
  const close = open && closing(cursor, open);
  if (!open || !close) return false;
  const after = close + open.length;
  const behind = cursor.raw.slice(after, cursor.end);
  const closesLine = /^[\s.:?!,;)\\]*$/.test(behind);
  if (!closesLine && isWord(cursor.raw.slice(cursor.at + open.length, close), behind)) {
    cursor.done = true;
    return false;
  }
  marks.emphasis = open.length === 1 ? 'italic' : open.length === 2 ? 'bold' : 'both';
  cursor.inside = true;
  cursor.advance(open.length);
  if (!closesLine) marks.restStart = after;
  // Punctuation behind the closing mark still belongs to the text.
  else if (after === cursor.end) cursor.end = close;
  return true;
};

/** Offset of the closing delimiter run, null where the emphasis is never closed on this line. */
function closing({ raw, at, end }: Cursor, open: string): number | null {
  for (
    let found = raw.indexOf(open, at + open.length + 1);
    found >= 0 && found + open.length <= end;
    found = raw.indexOf(open, found + 1)
  ) {
    const before = raw[found - 1]!;
    const after = raw[found + open.length] ?? ' ';
    const longerRun = after === open[0] || before === open[0];
    if (!/\s/.test(before) && !longerRun && !(open[0] === '_' && /\w/.test(after))) return found;
  }
  return null;
}

/** `**Request** from that client ...`: an emphasised first word of a sentence is no question with an answer behind it. */
function isWord(inside: string, behind: string): boolean {
  return (
    !/[?:]\s*$/.test(inside) && !/^\s*[:?-]/.test(behind) && inside.split(/\s+/).length < 4 && !/_{2,}/.test(inside)
  );
}
