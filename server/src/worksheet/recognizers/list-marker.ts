import type { Recognizer } from './cursor.ts';

const bullet = /^[-*+•](?=[ \t]|$)/;
/** `-Text`: what people type who think it makes a bullet. Not `--`, `->`, or a negative number. */
const bulletWithoutSpace = /^-(?=["'“‘(`[]?\p{L})/u;
/** `1.`, `1)`, `1.)`, `(1)`, `-1.`, `1.Text`, `1- `; not `1.5`. */
const ordered = /^[-(]?(\d{1,3})(?:\.\)|[.)]|-(?=\s))(?=\s|$|[^\d.\s])/;
const box = /^\[[ xX]\](?=\s)/;

/** List markers, also the ones that CommonMark doesn't take for any. */
export const listMarker: Recognizer = (cursor) => {
  const { marks, rest } = cursor;
  if (cursor.inside || marks.marker !== null) return false;
  const match = bullet.exec(rest) ?? ordered.exec(rest) ?? bulletWithoutSpace.exec(rest);
  if (!match) return false;
  marks.marker = match[1] === undefined ? 'bullet' : 'ordered';
  marks.number = match[1] === undefined ? null : Number(match[1]);
  cursor.advance(match[0].length);
  return true;
};

/** `[ ]`, `[x]`: a task's checkbox, which is part of the item's text to CommonMark. */
export const checkbox: Recognizer = (cursor) => {
  const match = cursor.marks.marker === null || cursor.inside ? null : box.exec(cursor.rest);
  if (!match) return false;
  cursor.advance(match[0].length);
  return true;
};
