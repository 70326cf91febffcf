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

/** Some groups that follow each other: the thousands of questions below an edit move by the stretch. */
interface Stretch {
  readonly groups: readonly Group[];
  readonly reading: Reading;
  readonly questions: readonly QuestionAt[];
  readonly blank: number;
  /** Where its questions were last. */
  placed: QuestionGroup;
}

/** By the first group. */
const stretches = new WeakMap<Group, Stretch>();

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
    let stretch = stretches.get(first);
    if (stretch?.reading !== reading || !isThere(stretch, groups, from)) {
      const to = endOfStretch(groups, from);
      const places = starts.slice(from, to).map((start) => segments[start]!);
      stretch = readStretch(document, groups.slice(from, to), places, reading);
      stretches.set(first, stretch);
    }
    const { offset, line } = segments[starts[from]!]!;
    if (stretch.placed.offset !== offset || stretch.placed.line !== line) {
      stretch.placed = new QuestionGroup(stretch.questions, offset, line);
    }
    if (stretch.questions.length > 0) placed.push(stretch.placed);
    blank += stretch.blank;
    from += stretch.groups.length;
  }
  return { groups: placed, blank };
}

/** So many groups in a stretch at most. */
const LONGEST = 32;

function endOfStretch(groups: readonly Group[], from: number): number {
  let to = from + 1;
  while (to < groups.length && to - from < LONGEST && !groups[to]!.startsStretch) to++;
  return to;
}

/** Whether the groups from index `from` on are those of the stretch, no more and no fewer. */
function isThere(stretch: Stretch, groups: readonly Group[], from: number): boolean {
  const { length } = stretch.groups;
  for (let index = 0; index < length; index++) if (stretch.groups[index] !== groups[from + index]) return false;
  return length === LONGEST || (groups[from + length]?.startsStretch ?? true);
}

function readStretch(
  document: MarkdownDocument,
  groups: readonly Group[],
  places: readonly PlacedSegment[],
  reading: Reading,
): Stretch {
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
