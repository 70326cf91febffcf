import type { Recognizer } from './cursor.ts';

/** `> `: a block quote. */
export const quote: Recognizer = (cursor) => {
  if (cursor.inside || !cursor.rest.startsWith('>')) return false;
  cursor.marks.quotes++;
  cursor.advance(1);
  return true;
};
