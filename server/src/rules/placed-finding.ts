import { type Span, shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import type { QuestionGroup } from '../worksheet/placed-question.ts';
import type { Finding, RelatedPlace, Severity } from './rule.ts';

/** A finding about a question, as if that started at 0. */
export function relativeFinding(finding: Finding, questionStart: number): Finding {
  return { ...finding, span: shift(finding.span, -questionStart) };
}

/** A finding about one of some questions that stand together. */
export interface GroupFinding {
  /** Relative to the question. */
  readonly finding: Finding;
  /** The question's place among the others. */
  readonly index: number;
  /** Where the question starts, relative to its group. */
  readonly start: number;
  /** The question's line, relative to its group. */
  readonly line: number;
}

/**
 * A finding about one of some questions, where they stand. What a large worksheet has of them moves with each keystroke above:
 * so places are made when asked for.
 */
export class PlacedFinding implements Finding {
  // Not `#of`: these are made in half the time.
  private readonly of: GroupFinding;
  private readonly group: QuestionGroup;

  constructor(of: GroupFinding, group: QuestionGroup) {
    this.of = of;
    this.group = group;
  }

  get rule(): string {
    return this.of.finding.rule;
  }
  get severity(): Severity {
    return this.of.finding.severity;
  }
  get message(): string {
    return this.of.finding.message;
  }
  get related(): readonly RelatedPlace[] | undefined {
    return this.of.finding.related;
  }
  get unnecessary(): boolean | undefined {
    return this.of.finding.unnecessary;
  }
  get question(): Question {
    return this.group.placed[this.of.index]!;
  }
  get span(): Span {
    return shift(this.of.finding.span, this.group.offset + this.of.start);
  }
  get relative(): Finding {
    return this.of.finding;
  }
  get line(): number {
    return this.group.line + this.of.line;
  }
}
