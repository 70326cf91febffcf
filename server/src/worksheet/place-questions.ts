import type { MarkdownDocument } from '../markdown/document.ts';
import { type QuestionAt, QuestionGroup } from './placed-question.ts';
import type { Group, QuestionGroups } from './question-groups.ts';
import { type Reading, readParts } from './read-parts.ts';
import type { PlacedSegment } from './segment.ts';

/** The questions of a document at their places. */
export interface PlacedQuestions {
  readonly groups: readonly QuestionGroup[];
  /** How many questions have no answer. */
  readonly blank: number;
}

/** Some groups that follow each other: the thousands of questions below an edit move by the chunk. */
interface Chunk {
  readonly groups: readonly Group[];
  readonly reading: Reading;
  readonly questions: readonly QuestionAt[];
  readonly blank: number;
  /** Where its questions were last. */
  placed: QuestionGroup;
}

/** By the first group. */
const chunks = new WeakMap<Group, Chunk>();

/** Reads the questions of all groups, where they have to be read again, and places them. */
export function placeQuestions(
  document: MarkdownDocument,
  segments: readonly PlacedSegment[],
  { groups, starts, reading }: Pick<QuestionGroups, 'groups' | 'starts' | 'reading'>,
): PlacedQuestions {
  const placed: QuestionGroup[] = [];
  let blank = 0;
  let from = 0;
  while (from < groups.length) {
    const first = groups[from]!;
    let chunk = chunks.get(first);
    if (chunk?.reading !== reading || !isThere(chunk, groups, from)) {
      const to = endOfChunk(groups, from);
      const places = starts.slice(from, to).map((start) => segments[start]!);
      chunk = readChunk(document, groups.slice(from, to), places, reading);
      chunks.set(first, chunk);
    }
    const { offset, line } = segments[starts[from]!]!;
    if (chunk.placed.offset !== offset || chunk.placed.line !== line) {
      chunk.placed = new QuestionGroup(chunk.questions, offset, line);
    }
    if (chunk.questions.length > 0) placed.push(chunk.placed);
    blank += chunk.blank;
    from += chunk.groups.length;
  }
  return { groups: placed, blank };
}

/** So many groups in a chunk at most. */
const LONGEST = 32;

function endOfChunk(groups: readonly Group[], from: number): number {
  let to = from + 1;
  while (to < groups.length && to - from < LONGEST && !groups[to]!.startsChunk) to++;
  return to;
}

/** Whether the groups from index `from` on are those of the chunk, no more and no fewer. */
function isThere(chunk: Chunk, groups: readonly Group[], from: number): boolean {
  const { length } = chunk.groups;
  for (let index = 0; index < length; index++) if (chunk.groups[index] !== groups[from + index]) return false;
  return length === LONGEST || (groups[from + length]?.startsChunk ?? true);
}

function readChunk(
  document: MarkdownDocument,
  groups: readonly Group[],
  places: readonly PlacedSegment[],
  reading: Reading,
): Chunk {
  const first = places[0]!;
  const reads = groups.map((group, index) => {
    const { offset } = places[index]!;
    if (group.read?.reading !== reading) {
      const text = document.text.slice(offset, offset + group.length);
      group.read = readParts(text, group.height, group.parts, reading);
    }
    return group.read;
  });
  const questions = reads.flatMap((read, index) => {
    const offset = places[index]!.offset - first.offset;
    const line = places[index]!.line - first.line;
    return read.questions.map((each) => ({ ...each, offset: each.offset + offset, line: each.line + line }));
  });
  const blank = reads.reduce((sum, read) => sum + read.blank, 0);
  return { groups, reading, questions, blank, placed: new QuestionGroup(questions, first.offset, first.line) };
}
