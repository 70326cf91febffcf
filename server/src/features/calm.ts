import type { Position } from 'vscode-languageserver-types';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Finding } from '../rules/rule.ts';
import { once } from '../text/once.ts';
import { firstWhere } from '../text/search.ts';
import { type QuestionGroup, questionGroups } from '../worksheet/placed-question.ts';
import { findings } from './findings.ts';
import type { Snapshot } from './snapshot.ts';

/** Where somebody is writing: new findings there wait. `document`: they wait wherever they are; null: none waits. */
export type Writing = Position | 'document' | null;

/** Lines of a document, 0-based, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** What a person has been shown of one version of a document. */
export interface Calm {
  /** What is to be shown, in the order of the document. */
  readonly findings: readonly Finding[];
  /** Whether there are findings that wait. */
  readonly waiting: boolean;
  /** The lines in which findings wait; null where none do. */
  readonly place: Lines | null;
  /** What had been shown before somebody began to write there: it goes on being shown for as long as it is true. */
  readonly known: () => ReadonlySet<string>;
}

/**
 * What is to be shown of a document in which somebody writes: findings about the answer that is being written wait, unless they
 * were there before. What is no longer true goes at once. A finding belongs to the answer in which it starts.
 *
 * @param before what was shown last; null where nothing was
 */
export function calmly(snapshot: Snapshot, writing: Writing, before: Calm | null): Calm {
  const all = findings(snapshot);
  if (writing === null) return { findings: all, waiting: false, place: null, known: NOTHING };
  const { lines } = snapshot.document;
  const place = writing === 'document' ? { first: 0, last: lines.lineCount } : answerAround(snapshot, writing);
  const known = before?.place?.first === place.first ? before.known : identitiesOf(before?.findings ?? []);
  // They are in the order of the document: of the thousands elsewhere none is looked at.
  const from = startingBefore(all, lines.lineStart(place.first));
  const to = startingBefore(all, lines.lineEnd(place.last) + 1);
  const there = all.slice(from, to);
  const shown = there.filter((finding) => known().has(identity(finding)));
  const waiting = shown.length < there.length;
  return { findings: waiting ? all.slice(0, from).concat(shown, all.slice(to)) : all, waiting, place, known };
}

/** How many findings start before an offset. */
const startingBefore = (all: readonly Finding[], offset: number) =>
  firstWhere(all.length, (index) => all[index]!.span.start >= offset);

const NOTHING = () => new Set<string>();

const identitiesOf = (findings: readonly Finding[]) => once(() => new Set(findings.map(identity)));

/** What a finding says about what, wherever that stands. */
const identity = ({ rule, question, message }: Finding) => [rule, question?.text, message].join('\n');

/** The lines of the question and answer that a position is in, down to the next question; without questions, from heading to heading. */
export function answerAround({ worksheet, document }: Snapshot, { line }: Position): Lines {
  const groups = questionGroups(worksheet);
  const all = groups.length > 0 ? startsNear(groups, line) : headingLines(document);
  const next = all.findIndex((start) => start > line);
  const after = next < 0 ? all.length : next;
  return { first: all[after - 1] ?? 0, last: (all[after] ?? document.lines.lineCount) - 1 };
}

/** The lines on which questions start, of those groups that a line may be in or between. */
function startsNear(groups: readonly QuestionGroup[], line: number): readonly number[] {
  const next = groups.findIndex((group) => group.line > line);
  const end = next < 0 ? groups.length : next + 1;
  return groups
    .slice(Math.max(end - 3, 0), end)
    .flatMap((group) => group.questions.map((each) => group.line + each.line + each.question.line));
}

function headingLines(document: MarkdownDocument): readonly number[] {
  return document.parts.flatMap(({ node }, index) => (node.type === 'heading' ? [document.partLine(index)] : []));
}
