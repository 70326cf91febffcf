import type { MarkdownDocument } from '../markdown/document.ts';
import { hashOf } from '../text/hash.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Role } from './line-role.ts';
import { chooseForms, countForms, type Part, type TopicPath, takeApart } from './parts.ts';
import type { QuestionsRead, Reading } from './read-parts.ts';
import { addCounts, addTally, copyTally, countLeading, emptyTally, type Tally, tallyLines } from './role.ts';
import type { InCommon, PlacedLine, PlacedSegment, Segment } from './segment.ts';
import type { SegmentRoles } from './segment-roles.ts';
import type { AnswerForms } from './slot.ts';

/** What belongs to the questions of a document, in groups. */
export interface QuestionGroups {
  readonly groups: readonly Group[];
  /** Of each group, the index of its first segment. */
  readonly starts: readonly number[];
  readonly roles: readonly (readonly Role[])[];
  /** How often each answer form occurs. */
  readonly counts: ReadonlyMap<string, number>;
  readonly tally: Tally;
  /** What the questions were read with. */
  readonly reading: Reading;
}

/** A segment of a group. */
type Member = Pick<PlacedSegment, 'segment' | 'offset' | 'line'>;

/** Segments that are read together: an answer may go on under headings of its own. What it is does not depend on where it stands. */
export interface Group {
  /** Relative to the first one. Never empty. */
  readonly members: readonly Member[];
  readonly roles: readonly (readonly Role[])[];
  /** Characters and lines up to the next group or the end of the text. */
  readonly length: number;
  readonly height: number;
  readonly entering: TopicPath;
  readonly parts: readonly Part[];
  readonly leaving: TopicPath;
  readonly forms: ReadonlyMap<string, number>;
  readonly tally: Tally;
  /** Whether a chunk of groups that move together starts with it. Its own text decides (content-defined chunking): an edit leaves other chunks as they are. */
  readonly startsChunk: boolean;
  /** Its questions as they were last read. */
  read: QuestionsRead | null;
}

/**
 * Gathers what belongs to the questions of a document. Groups of the previous version that are still the same are taken from there.
 *
 * @param common the segments that both versions have
 */
export function readGroups(
  document: MarkdownDocument,
  segments: readonly PlacedSegment[],
  { roles }: SegmentRoles,
  knows: KnowsQuestion,
  previous: QuestionGroups | null,
  common: InCommon,
): QuestionGroups {
  const old = previous?.groups ?? [];
  const oldStarts = previous?.starts ?? [];
  const moved = segments.length - (previous?.roles.length ?? 0);
  const same = previous ? sameRoles(previous.roles, roles, common) : { start: 0, end: 0 };
  // A group ends where the next one starts.
  let kept = 0;
  while (kept + 1 < old.length && oldStarts[kept + 1]! < same.start) kept++;
  const groups = old.slice(0, kept);
  const starts = oldStarts.slice(0, kept);
  const counts = new Map(previous?.counts);
  const tally = copyTally(previous?.tally ?? emptyTally());
  let path: TopicPath = groups.at(-1)?.leaving ?? [];
  let next = kept;
  let from = oldStarts[kept] ?? 0;
  while (from < segments.length) {
    while (next < old.length && oldStarts[next]! + moved < from) next++;
    const isKnown = next < old.length && oldStarts[next]! + moved === from && from >= segments.length - same.end;
    if (isKnown && samePath(old[next]!.entering, path)) break;
    let to = from + 1;
    while (to < segments.length && !startsGroup(roles[to]!)) to++;
    const group = takeGroup(document, segments, roles, from, to, path);
    groups.push(group);
    starts.push(from);
    addCounts(counts, group.forms, 1);
    addTally(tally, group.tally, 1);
    path = group.leaving;
    from = to;
  }
  const rest = from < segments.length ? next : old.length;
  for (const group of old.slice(kept, rest)) {
    addCounts(counts, group.forms, -1);
    addTally(tally, group.tally, -1);
  }
  for (let index = rest; index < old.length; index++) {
    groups.push(old[index]!);
    starts.push(oldStarts[index]! + moved);
  }
  tally.leading = countLeading(groups.map((group) => group.tally));
  return { groups, starts, roles, counts, tally, reading: readingWith(chooseForms(counts), knows, previous?.reading) };
}

/** What questions are read with; the same object as before where it is the same. */
function readingWith(forms: AnswerForms, knows: KnowsQuestion, before: Reading | undefined): Reading {
  const fingerprint = JSON.stringify([[...forms.byLayout], [...forms.behind].sort(), forms.isQuiz]);
  return before?.fingerprint === fingerprint && before.knows === knows ? before : { forms, fingerprint, knows };
}

/** What stands before a question or a topic says nothing about what follows it. */
const startsGroup = ([first]: readonly Role[]) => first === 'prompt' || first === 'topic';

function sameRoles(a: readonly (readonly Role[])[], b: readonly (readonly Role[])[], common: InCommon): InCommon {
  let start = 0;
  while (start < common.start && a[start] === b[start]) start++;
  let end = 0;
  while (end < common.end && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}

/** So many groups make a chunk, as a rule. */
const USUAL = 8;

/** So many UTF-16 code units of a group decide whether it starts a chunk. */
const DECISIVE = 80;

const taken = new WeakMap<Segment, Group>();

/** The group of the segments from `from` to before `to`; the same one as the last time where nothing in it has changed. */
function takeGroup(
  document: MarkdownDocument,
  segments: readonly PlacedSegment[],
  allRoles: readonly (readonly Role[])[],
  from: number,
  to: number,
  entering: TopicPath,
): Group {
  const first = segments[from]!;
  const next = segments[to];
  const length = (next ? next.offset : document.text.length) - first.offset;
  const height = (next ? next.line : document.lines.lineCount) - first.line;
  const members = segments.slice(from, to).map(({ segment, offset, line }): Member => {
    return { segment, offset: offset - first.offset, line: line - first.line };
  });
  const roles = allRoles.slice(from, to);
  const known = taken.get(first.segment);
  if (
    known?.length === length &&
    known.height === height &&
    samePath(known.entering, entering) &&
    sameMembers(known, members, roles)
  ) {
    return known;
  }
  const lines = joinLines(members);
  const flat = roles.flat();
  const { parts, leaving } = takeApart(lines, flat, entering);
  const group: Group = {
    members,
    roles,
    length,
    height,
    entering,
    parts,
    leaving,
    forms: countForms(parts),
    tally: tallyLines(lines, flat),
    startsChunk: (hashOf(first.segment.parts[0]!.source, DECISIVE) >>> 8) % USUAL === 0,
    read: null,
  };
  taken.set(first.segment, group);
  return group;
}

const sameMembers = (group: Group, members: readonly Member[], roles: readonly (readonly Role[])[]) =>
  group.members.length === members.length &&
  group.members.every(({ segment, offset }, index) => {
    const other = members[index]!;
    return segment === other.segment && offset === other.offset && group.roles[index] === roles[index];
  });

const samePath = (a: TopicPath, b: TopicPath) =>
  a === b ||
  (a.length === b.length && a.every(({ depth, text }, index) => depth === b[index]!.depth && text === b[index]!.text));

/** The lines of a group's segments, all relative to its start. */
function joinLines([first, ...more]: readonly Member[]): readonly PlacedLine[] {
  if (more.length === 0) return first!.segment.lines;
  return [first!, ...more].flatMap(({ segment, offset, line }) =>
    segment.lines.map((placed) => ({ ...placed, number: placed.number + line, base: placed.base + offset })),
  );
}
