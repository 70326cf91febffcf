import type { Evidence } from './evidence.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Role } from './line-role.ts';
import { type Assigned, assignRoles, type Entering, outset } from './prompts.ts';
import { countsAsContent, type RatedLine } from './rated-lines.ts';
import type { InCommon, PlacedLine, PlacedSegment, Segment } from './segment.ts';
import { isTitleAbove } from './titles.ts';

/** What all segments of a document were found to be, one entry for each. */
export interface SegmentRoles {
  readonly decisions: readonly Decision[];
  /** The roles of the lines: the same list for as long as a segment's roles stay. */
  readonly roles: readonly (readonly Role[])[];
  readonly fingerprint: string;
  readonly knows: KnowsQuestion;
}

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

/**
 * Decides the roles of all lines, segment by segment. What was decided for the previous version is taken from there: up to
 * where the segments differ, and again from where they are the same and so is all that is known at that place.
 *
 * @param common the segments that both versions have
 */
export function decideRoles(
  segments: readonly PlacedSegment[],
  evidence: Evidence,
  knows: KnowsQuestion,
  previous: SegmentRoles | null,
  common: InCommon,
): SegmentRoles {
  const { fingerprint } = evidence;
  const old = previous?.fingerprint === fingerprint && previous.knows === knows ? previous : null;
  const moved = segments.length - (old?.decisions.length ?? 0);
  // What stands below decides too: so the last segment with content is looked at again.
  const start = old ? lastWithContent(old.decisions, common.start) : 0;
  const decisions = old?.decisions.slice(0, start) ?? [];
  const roles = old?.roles.slice(0, start) ?? [];
  let above = lastWithContent(decisions, start);
  for (let index = start; index < segments.length; index++) {
    const entering = decisions[index - 1]?.assigned.leaving ?? outset;
    const next = segments[index + 1]?.segment.lines[0] ?? null;
    const decision = decide(segments[index]!.segment, evidence, knows, entering, next);
    decisions.push(decision);
    roles.push(decision.assigned.roles);
    if (decision.first < 0) continue;
    if (above < index) roles[above] = rolesAbove(segments, decisions, above, index);
    above = index;
    const known = index - moved;
    if (index < segments.length - common.end || old?.decisions[known] !== decision) continue;
    // All that follows is as it was.
    roles[index] = old.roles[known]!;
    return {
      decisions: decisions.concat(old.decisions.slice(known + 1)),
      roles: roles.concat(old.roles.slice(known + 1)),
      fingerprint,
      knows,
    };
  }
  return { decisions, roles, fingerprint, knows };
}

/** The index of the last segment before `end` that has content; 0 where there is none. */
function lastWithContent(decisions: readonly Decision[], end: number): number {
  let index = end - 1;
  while (index > 0 && decisions[index]!.first < 0) index--;
  return Math.max(index, 0);
}

/** The roles of a segment's lines, given the next segment with content: its last question may be the title of what that asks. */
function rolesAbove(
  segments: readonly PlacedSegment[],
  decisions: readonly Decision[],
  above: number,
  below: number,
): readonly Role[] {
  const { segment } = segments[above]!;
  const { assigned, last } = decisions[above]!;
  if (last < 0 || assigned.roles[last] !== 'prompt') return assigned.roles;
  const { first, assigned: assignedBelow } = decisions[below]!;
  const lineBelow = segments[below]!.segment.lines[first]!.line;
  return isTitleAbove(segment.lines[last]!.line, lineBelow, assignedBelow.roles[first]!)
    ? withTitle(assigned.roles, last)
    : assigned.roles;
}

const titled = new WeakMap<readonly Role[], readonly Role[]>();

/** Roles of which the one at `title` is a topic's; the same list for the same ones. */
function withTitle(roles: readonly Role[], title: number): readonly Role[] {
  let changed = titled.get(roles);
  if (!changed) {
    changed = roles.with(title, 'topic');
    titled.set(roles, changed);
  }
  return changed;
}

const ofSegments = new WeakMap<Segment, Decision>();

function decide(
  segment: Segment,
  evidence: Evidence,
  knows: KnowsQuestion,
  entering: Entering,
  following: PlacedLine | null,
): Decision {
  const { fingerprint } = evidence;
  const next = following?.line ?? null;
  const old = ofSegments.get(segment);
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
  ofSegments.set(segment, decision);
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
