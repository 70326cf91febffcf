import type { Cursor, Recognizer } from './cursor.ts';

const names = 'h[1-6]|b|strong|i|em|u|p|div|li|ol|ul|td|tr|th|span|summary|details|dt|dd|blockquote|center|br';
const openingTag = new RegExp(`^<(${names})\\b[^>]*>`, 'i');
const wholeTag = new RegExp(`^</?(?:${names})\\b[^>]*>$`, 'i');

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
  dropTagsAtEnd(cursor);
  return true;
};

/** Tag by tag: one pattern for all of them would start anew at each. */
function dropTagsAtEnd(cursor: Cursor): void {
  for (;;) {
    const rest = cursor.rest.trimEnd();
    const tag = rest.slice(Math.max(0, rest.lastIndexOf('<')));
    if (!wholeTag.test(tag)) return;
    cursor.end = cursor.at + rest.slice(0, -tag.length).trimEnd().length;
  }
}
