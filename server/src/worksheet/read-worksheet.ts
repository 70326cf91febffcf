import type { MarkdownDocument } from '../markdown/document.ts';
import { countLayouts, type Evidence, gatherEvidence } from './evidence.ts';
import { readFrontMatter } from './front-matter.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Role } from './line-role.ts';
import type { Question, Worksheet } from './model.ts';
import { chooseForms, countForms, type Part, type TopicPath, takeApart } from './parts.ts';
import { placeQuestions, type QuestionAt, type QuestionGroup, setQuestionGroups } from './placed-question.ts';
import { type Assigned, assignRoles, type Entering, outset } from './prompts.ts';
import { countsAsContent, type RatedLine } from './rated-lines.ts';
import { type Reading, readParts } from './read-parts.ts';
import { addTally, emptyTally, judgeLooks, type Tally, tallyLines } from './role.ts';
import { cutSegments, type PlacedLine, type PlacedSegment, type Segment, type Segments } from './segment.ts';
import { isTitleAbove } from './titles.ts';

/** What is known about a document besides its text. */
export interface ReadOptions {
  /** Whether a key knows a question with this text. Return null for all where no key is at hand. */
  readonly knows: KnowsQuestion;
  /** The user's settings say that this file is a worksheet, or is none; null where they don't say. */
  readonly declared?: boolean | null;
}

/** What the next version of a document can take over. */
interface State {
  readonly document: MarkdownDocument;
  readonly segments: Segments;
}

const states = new WeakMap<Worksheet, State>();

/**
 * Reads a document's questions. Never throws. A document that is no worksheet has none.
 *
 * @param previous the worksheet of an earlier version, read with the same options: what did not change is taken from there
 */
export function readWorksheet(
  document: MarkdownDocument,
  options: ReadOptions,
  previous: Worksheet | null = null,
): Worksheet {
  const frontMatter = readFrontMatter(document);
  if (frontMatter.role === 'glossary' || frontMatter.role === 'none') {
    const reason = `its front matter says "${frontMatter.role === 'glossary' ? 'glossary' : 'off'}"`;
    return { role: frontMatter.role, reasons: [reason], questions: [], frontMatter };
  }
  const segments = cutSegments(document, (previous && states.get(previous)) ?? null);
  const groups = group(document, segments.all, gatherEvidence(countLayouts(segments)), options.knows);
  const { placed, questions, tally, blank } = readGroups(document, groups, options.knows);
  const declared = declaration(frontMatter, options);
  const looks = declared
    ? { isWorksheet: declared.isWorksheet, reasons: [declared.reason] }
    : judgeLooks(tally, countKnown(questions, options.knows), blank);
  const worksheet: Worksheet = looks.isWorksheet
    ? { role: frontMatter.role ?? 'worksheet', reasons: looks.reasons, questions, frontMatter }
    : {
        role: 'none',
        reasons: looks.reasons.length ? looks.reasons : ['too few questions with room for answers'],
        questions: [],
        frontMatter,
      };
  states.set(worksheet, { document, segments });
  if (looks.isWorksheet) setQuestionGroups(worksheet, placed);
  return worksheet;
}

/** What somebody said about the document, which its looks need not bear out; null where nobody did. */
function declaration({ role, key }: Worksheet['frontMatter'], { declared }: ReadOptions) {
  if (role) return { isWorksheet: true, reason: `its front matter says "${role}"` };
  if (key !== null) return { isWorksheet: true, reason: 'its front matter names a key' };
  if (declared === true) return { isWorksheet: true, reason: 'the settings name it in worksheets.files' };
  if (declared === false) return { isWorksheet: false, reason: 'the settings say it is none' };
  return null;
}

/** As many questions as tell whether a key knows a document. */
const tried = 40;

function countKnown(questions: readonly Question[], knows: KnowsQuestion): number {
  let known = 0;
  for (let index = 0; index < questions.length && index < tried && known < 2; index++) {
    if (knows(questions[index]!.text) !== null) known++;
  }
  return known;
}

/** Segments that are read together: an answer may go on under headings of its own. */
interface Group {
  /** Never empty. */
  readonly members: readonly PlacedSegment[];
  readonly roles: readonly (readonly Role[])[];
  /** Characters and lines up to the next group or the end of the text. */
  readonly length: number;
  readonly height: number;
}

function group(
  document: MarkdownDocument,
  segments: readonly PlacedSegment[],
  evidence: Evidence,
  knows: KnowsQuestion,
): Group[] {
  const roles: (readonly Role[])[] = [];
  let entering = outset;
  let title: { readonly index: number; readonly last: PlacedLine } | null = null;
  segments.forEach(({ segment }, index) => {
    const next = segments[index + 1]?.segment.lines[0] ?? null;
    const decided = decide(segment, evidence, knows, entering, next);
    roles.push(decided.assigned.roles);
    entering = decided.assigned.leaving;
    if (decided.first < 0) return;
    const first = segment.lines[decided.first]!;
    if (title && isTitleAbove(title.last.line, first.line, decided.assigned.roles[decided.first]!)) {
      roles[title.index] = withTitle(segments[title.index]!.segment, roles[title.index]!);
    }
    title = decided.assigned.roles[decided.last] === 'prompt' ? { index, last: segment.lines[decided.last]! } : null;
  });
  const groups: Group[] = [];
  for (let from = 0; from < segments.length; ) {
    let to = from + 1;
    while (to < segments.length && !startsGroup(roles[to]!)) to++;
    const placed = segments[from]!;
    const next = segments[to];
    groups.push({
      members: segments.slice(from, to),
      roles: roles.slice(from, to),
      length: (next ? next.offset : document.text.length) - placed.offset,
      height: (next ? next.line : document.lines.lineCount) - placed.line,
    });
    from = to;
  }
  return groups;
}

/** What stands before a question or a topic says nothing about what follows it. */
const startsGroup = ([first]: readonly Role[]) => first === 'prompt' || first === 'topic';

/** The roles of a segment's lines, with its first and last line that is more than space; -1 where there is none. */
interface Decision {
  readonly fingerprint: string;
  readonly knows: KnowsQuestion;
  readonly entering: Entering;
  readonly next: RatedLine | null;
  readonly assigned: Assigned;
  readonly first: number;
  readonly last: number;
}

const decisions = new WeakMap<Segment, Decision>();

function decide(
  segment: Segment,
  evidence: Evidence,
  knows: KnowsQuestion,
  entering: Entering,
  following: PlacedLine | null,
): Decision {
  const { fingerprint } = evidence;
  const next = following?.line ?? null;
  const old = decisions.get(segment);
  if (
    old &&
    old.next === next &&
    old.fingerprint === fingerprint &&
    old.knows === knows &&
    sameEntering(old.entering, entering)
  ) {
    return old;
  }
  const assigned = assignRoles(segment.lines, evidence, knows, entering, following);
  const first = segment.lines.findIndex(({ line }) => countsAsContent(line));
  const last = segment.lines.findLastIndex(({ line }) => countsAsContent(line));
  const decision = { fingerprint, knows, entering, next, assigned, first, last };
  decisions.set(segment, decision);
  return decision;
}

const sameEntering = (a: Entering, b: Entering) =>
  a === b ||
  (a.leadIn === b.leadIn &&
    a.isLedTo === b.isLedTo &&
    a.part?.kind === b.part?.kind &&
    a.part?.depth === b.part?.depth &&
    a.above?.line === b.above?.line &&
    a.above?.answered === b.above?.answered);

const titled = new WeakMap<readonly Role[], readonly Role[]>();

/** The roles of a segment whose last question turned out to be the title of what follows. */
function withTitle({ lines }: Segment, roles: readonly Role[]): readonly Role[] {
  let changed = titled.get(roles);
  if (!changed) {
    const last = lines.findLastIndex(({ line }) => countsAsContent(line));
    changed = roles.map((role, index) => (index === last ? 'topic' : role));
    titled.set(roles, changed);
  }
  return changed;
}

/** What a group's lines say, whatever the forms of answers in the rest of the document. */
interface Taken {
  readonly group: Group;
  readonly entering: TopicPath;
  readonly parts: readonly Part[];
  readonly leaving: TopicPath;
  readonly forms: ReadonlyMap<string, number>;
  readonly tally: Tally;
  /** The questions at their place in the group, for answer forms with this fingerprint. */
  read: { readonly forms: string; readonly knows: KnowsQuestion; readonly questions: readonly QuestionAt[] } | null;
}

const taken = new WeakMap<Segment, Taken>();

function readGroups(document: MarkdownDocument, groups: readonly Group[], knows: KnowsQuestion) {
  const tally = emptyTally();
  const counts = new Map<string, number>();
  let path: TopicPath = [];
  const apart = groups.map((each) => {
    const one = take(each, path);
    path = one.leaving;
    addTally(tally, one.tally);
    for (const [name, count] of one.forms) counts.set(name, (counts.get(name) ?? 0) + count);
    return one;
  });
  const forms = chooseForms(counts);
  const fingerprint = JSON.stringify([...forms]);
  const reading: Reading = { forms, fingerprint, knows };
  const placed: QuestionGroup[] = [];
  const questions: Question[] = [];
  let blank = 0;
  apart.forEach((one, index) => {
    const { offset, line } = groups[index]!.members[0]!;
    if (one.read?.forms !== fingerprint || one.read.knows !== knows) {
      const text = document.text.slice(offset, offset + one.group.length);
      one.read = { forms: fingerprint, knows, questions: readParts(text, one.group.height, one.parts, reading) };
    }
    if (one.read.questions.length === 0) return;
    const each = placeQuestions(one.read.questions, offset, line);
    placed.push(each);
    for (const question of each.placed) {
      if (question.status === 'blank') blank++;
      questions.push(question);
    }
  });
  return { placed, questions, tally, blank };
}

function take(each: Group, entering: TopicPath): Taken {
  const first = each.members[0]!.segment;
  const old = taken.get(first);
  if (old && sameGroup(old.group, each) && samePath(old.entering, entering)) return old;
  const lines = joinLines(each);
  const roles = each.roles.flat();
  const { parts, leaving } = takeApart(lines, roles, entering);
  const one: Taken = {
    group: each,
    entering,
    parts,
    leaving,
    forms: countForms(parts),
    tally: tallyLines(lines, roles),
    read: null,
  };
  taken.set(first, one);
  return one;
}

const sameGroup = (a: Group, b: Group) =>
  a.length === b.length &&
  a.height === b.height &&
  a.members.length === b.members.length &&
  a.members.every(
    ({ segment, offset }, index) =>
      segment === b.members[index]!.segment &&
      offset - a.members[0]!.offset === b.members[index]!.offset - b.members[0]!.offset,
  ) &&
  a.roles.every((roles, index) => roles === b.roles[index]);

const samePath = (a: TopicPath, b: TopicPath) =>
  a === b ||
  (a.length === b.length && a.every(({ depth, text }, index) => depth === b[index]!.depth && text === b[index]!.text));

/** The lines of a group, all relative to its start. */
function joinLines({ members }: Group): readonly PlacedLine[] {
  const [first, ...more] = members;
  if (more.length === 0) return first!.segment.lines;
  return members.flatMap(({ segment, offset, line }) =>
    segment.lines.map((placed) => ({
      ...placed,
      number: placed.number + line - first!.line,
      base: placed.base + offset - first!.offset,
    })),
  );
}
