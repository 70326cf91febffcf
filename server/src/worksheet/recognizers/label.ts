import type { Cursor, Label, Recognizer } from './cursor.ts';

const question = /^(?:questions?|ques|q)(?:\s*(?:#\s*)?\d{1,3})?\s*[:.)]/i;
const questionWithDash = /^(?:question|ques|q)\s*(?:#\s*)?\d{1,3}\s*[-–](?=\s)/i;
const answer = /^(?:answers?|answ|ans|a)(?:\s*(?:#\s*)?\d{1,3})?\s*[:.)]/i;
const answerWithDash = /^(?:answer|ans)\s?[-–—](?=\s?\S)/i;
/** A title of answers, alone in a heading or in emphasis. */
const title = /^(?:my\s+)?answers?(?:\s+key)?$/i;
const marked = /^([*_]{1,3})\s*((?:questions?|answers?|ans|q|a)(?:\s*(?:#\s*)?\d{1,3})?\s*(?:[:.]\s*)?)\1\s*[:.]?/i;

/** `Q:`, `Question 2.`, `A:`, `**Answer**:`. */
export const label: Recognizer = (cursor) => {
  if (cursor.marks.label !== null) return false;
  const { rest } = cursor;
  const emphasised = marked.exec(rest);
  if (emphasised && (/[:.]/.test(emphasised[0]) || /\d/.test(emphasised[0])))
    return peel(cursor, emphasised[0], emphasised[2]!);
  if (cursor.inside && title.test(rest)) {
    cursor.end = cursor.raw.trimEnd().length;
    return peel(cursor, cursor.rest, rest);
  }
  const match = question.exec(rest) ?? questionWithDash.exec(rest) ?? answer.exec(rest) ?? answerWithDash.exec(rest);
  // "a)" counts options, and "A. " starts many a sentence that has only a letter for a name.
  if (!match || /^a\s*\)/i.test(match[0]) || (/^a\./i.test(match[0]) && !/^A\.\s?\S/.test(rest))) return false;
  return peel(cursor, match[0], match[0]);
};

function peel(cursor: Cursor, mark: string, word: string): boolean {
  const kind: Label = /^q/i.test(word) ? 'question' : 'answer';
  cursor.marks.label = kind;
  cursor.advance(mark.length);
  return true;
}
