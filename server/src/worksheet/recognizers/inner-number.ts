import type { Recognizer } from './cursor.ts';

const number = /^-?(\d{1,3})(?:\.\)|[.)]|[-:](?=\s))(?=\s|[^\d.\s])|^-\d{1,2}(?=\s)/;

/** The number inside a heading, emphasis or bullet: `### 1. Q`, `**2) Q**`, `* 3. Q`. */
export const innerNumber: Recognizer = (cursor) => {
  const { marks } = cursor;
  if (marks.innerNumber || !(cursor.inside || marks.heading > 0 || marks.label !== null || marks.marker === 'bullet'))
    return false;
  const match = number.exec(cursor.rest);
  if (!match) return false;
  marks.innerNumber = true;
  cursor.advance(match[0].length);
  return true;
};
