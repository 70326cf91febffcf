import type { Recognizer } from './cursor.ts';

/** Also `##Heading` without a space; not `#1` or `#!`. */
const hashes = /^(#{1,6})(?=[ \t]|$|[^#\s\d!])/;
const closingHashes = /(?<![ \t])[ \t]+#+[ \t]*$/;

/** `## `: an ATX heading, inside quotes and list items too. */
export const heading: Recognizer = (cursor) => {
  const match = cursor.inside ? null : hashes.exec(cursor.rest);
  if (!match) return false;
  cursor.marks.heading = match[1]!.length;
  cursor.inside = true;
  cursor.advance(match[0].length);
  cursor.end = Math.max(cursor.at, cursor.raw.slice(0, cursor.end).replace(closingHashes, '').length);
  return true;
};
