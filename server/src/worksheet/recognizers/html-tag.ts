import type { Recognizer } from './cursor.ts';

const names = 'h[1-6]|b|strong|i|em|u|p|div|li|ol|ul|td|tr|th|span|summary|details|dt|dd|blockquote|center|br';
const openingTag = new RegExp(`^<(${names})\\b[^>]*>`, 'i');
const closingTags = new RegExp(`(?:\\s*</?(?:${names})\\b[^>]*>)+\\s*$`, 'i');

/** `<h3>`, `<b>`, `<summary>` and the like, with their closing tags. */
export const htmlTag: Recognizer = (cursor) => {
  const match = openingTag.exec(cursor.rest);
  if (!match) return false;
  const name = match[1]!.toLowerCase();
  if (/^h\d$/.test(name)) {
    cursor.marks.heading = Number(name[1]);
    cursor.inside = true;
  }
  if (name === 'b' || name === 'strong') cursor.marks.emphasis = 'bold';
  if (name === 'i' || name === 'em') cursor.marks.emphasis = 'italic';
  cursor.advance(match[0].length);
  cursor.dropEnd(closingTags);
  return true;
};
