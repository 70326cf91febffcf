import { type Span, shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import type { QuestionGroup } from '../worksheet/placed-question.ts';
import type { Finding, FindingOrigin, RelatedPlace, Severity } from './rule.ts';

/** A finding about a question, as if that started at 0. */
export function relativeFinding(finding: Finding, questionStart: number): Finding {
  return { ...finding, span: shift(finding.span, -questionStart) };
}

/**
 * A finding about one of some questions, where they stand. What a large worksheet has of them moves with each keystroke above:
 * so places are made when asked for.
 */
export class PlacedFinding implements Finding {
  // Not `#finding`: these are made in half the time.
  private readonly finding: Finding;
  private readonly group: QuestionGroup;
  private readonly index: number;

  /**
   * @param finding relative to the question
   * @param index that of the question in its group
   */
  constructor(finding: Finding, group: QuestionGroup, index: number) {
    this.finding = finding;
    this.group = group;
    this.index = index;
  }

  get rule(): string {
    return this.finding.rule;
  }
  get severity(): Severity {
    return this.finding.severity;
  }
  get message(): string {
    return this.finding.message;
  }
  get related(): readonly RelatedPlace[] | undefined {
    return this.finding.related;
  }
  get unnecessary(): boolean | undefined {
    return this.finding.unnecessary;
  }
  get question(): Question {
    return this.group.placed[this.index]!;
  }
  get span(): Span {
    const { question, offset } = this.group.questions[this.index]!;
    return shift(this.finding.span, this.group.offset + offset + question.span.start);
  }
  get origin(): FindingOrigin {
    const { question, line } = this.group.questions[this.index]!;
    return { finding: this.finding, line: this.group.line + line + question.line };
  }
}
