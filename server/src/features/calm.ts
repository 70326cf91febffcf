import type { Position } from 'vscode-languageserver-types';
import type { Finding } from '../rules/rule.ts';
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
  readonly known: ReadonlySet<string>;
}

/**
 * What is to be shown of a document in which somebody writes: findings about the answer that is being written wait, unless they
 * were there before. What is no longer true goes at once.
 *
 * @param before what was shown last; null where nothing was
 */
export function calmly(snapshot: Snapshot, writing: Writing, before: Calm | null): Calm {
  const all = findings(snapshot);
  if (writing === null) return { findings: all, waiting: false, place: null, known: new Set() };
  const { lines } = snapshot.document;
  const place = writing === 'document' ? { first: 0, last: lines.lineCount } : answerAround(snapshot, writing);
  const isSame = before?.place?.first === place.first;
  const known = isSame ? before.known : new Set(before?.findings.map(identity));
  const shown = all.filter((finding) => {
    const isElsewhere = lines.lineAt(finding.span.end) < place.first || lines.lineAt(finding.span.start) > place.last;
    return isElsewhere || known.has(identity(finding));
  });
  return { findings: shown, waiting: shown.length < all.length, place, known };
}

/** What a finding says about what, wherever that stands. */
const identity = ({ rule, question, message }: Finding) => [rule, question?.text, message].join('\n');

/** The lines of the question and answer that a position is in, down to the next question; without questions, from heading to heading. */
export function answerAround({ worksheet, document }: Snapshot, { line }: Position): Lines {
  const starts =
    worksheet.questions.length > 0
      ? worksheet.questions.map((question) => question.line)
      : document.parts.flatMap(({ node }, index) => (node.type === 'heading' ? [document.partLine(index)] : []));
  const next = starts.findIndex((start) => start > line);
  const after = next < 0 ? starts.length : next;
  return { first: starts[after - 1] ?? 0, last: (starts[after] ?? document.lines.lineCount) - 1 };
}
