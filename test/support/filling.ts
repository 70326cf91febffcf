import assert from 'node:assert/strict';
import { parseMarkdown } from '../../server/src/markdown/document.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Question } from '../../server/src/worksheet/model.ts';
import { writeAnswer } from '../../server/src/worksheet/slot.ts';
import { describeQuestion, read } from './worksheet.ts';

/** An answer as it is written, and as a reader sees it: its lines without their marks. */
export interface WrittenAnswer {
  readonly markdown: string;
  readonly lines: readonly string[];
}

export const oneLine: WrittenAnswer = { markdown: 'It counts the doors.', lines: ['It counts the doors.'] };

/** What an answer key may offer: a paragraph, a list and another paragraph. */
export const withList: WrittenAnswer = {
  markdown: 'It counts the **doors**:\n\n- from zero\n- up to `65535`\n\nEach process has its own.',
  lines: ['It counts the doors:', 'from zero', 'up to 65535', 'Each process has its own.'],
};

export const onlyList: WrittenAnswer = {
  markdown: '- from zero\n- up to `65535`',
  lines: ['from zero', 'up to 65535'],
};

export const withCode: WrittenAnswer = {
  markdown: 'It is opened so:\n\n```\nserver.listen(80);\n```',
  lines: ['It is opened so:', 'server.listen(80);'],
};

/** The text after an answer is written into the slot of a question. */
export function fillSlot(text: string, { slot }: Question, answer: string, cursor: number | null = null): string {
  assert.ok(slot, 'a slot');
  const { lines } = parseMarkdown(text);
  return applyEdits(text, [writeAnswer(text, lines, slot, answer, cursor)]);
}

/** What is said about a question whatever its line. */
const withoutLine = (question: Question) => describeQuestion(question).replace(/^(\S+ ?\S*) \d+ /, '$1 ');

/**
 * Fills the slot of one question and reads the worksheet again: it has the same questions, this one is answered with these words
 * and no others, and nothing has changed about all the rest.
 *
 * @returns the text after the answer
 */
export function assertFills(text: string, index: number, answer: WrittenAnswer, cursor: number | null = null): string {
  const { questions } = read(text);
  const filled = fillSlot(text, questions[index]!, answer.markdown, cursor);
  const again = read(filled).questions;
  const shown = `${JSON.stringify(text)} became\n${filled}`;
  assert.deepEqual(
    again.map((question) => question.text),
    questions.map((question) => question.text),
    shown,
  );
  assert.deepEqual(again[index]!.answer?.text.split('\n'), answer.lines, shown);
  assert.equal(again[index]!.status, 'answered', shown);
  const others = (all: readonly Question[]) => all.filter((_, at) => at !== index).map(withoutLine);
  assert.deepEqual(others(again), others(questions), shown);
  if (text.includes('\r\n')) assert.doesNotMatch(filled, /[^\r]\n/, shown);
  return filled;
}
