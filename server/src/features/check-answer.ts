import type { MarkdownDocument } from '../markdown/document.ts';
import type { Severity } from '../rules/rule.ts';
import { applyEdits } from '../text/edit.ts';
import type { AnswerStatus, Question } from '../worksheet/model.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { findings } from './findings.ts';
import { pointsOf } from './question-markup.ts';
import type { Snapshot } from './snapshot.ts';

/** What there is to say about one answer. */
export interface CheckedAnswer {
  readonly question: string;
  readonly status: AnswerStatus;
  /** What the rules report about the question and its answer. */
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly message: string }[];
  /** How many of the key's points the answer mentions; null where no key knows the question, or assistance is off. */
  readonly keyPoints: { readonly mentioned: number; readonly of: number } | null;
  /** The key's hint; null where there is none, or assistance is off. */
  readonly hint: string | null;
}

/**
 * The question whose own lines, or whose answer's, a line is one of; null where it belongs to none.
 *
 * @param line 0-based
 */
export function questionOnLine({ worksheet, document: { lines } }: Snapshot, line: number): Question | null {
  return (
    worksheet.questions.find((question) => {
      const last = Math.max(lines.lineAt(question.span.end), question.answer?.lines[1] ?? 0);
      return question.line <= line && line <= last;
    }) ?? null
  );
}

/** The text without the answer to a question; the blank of a fill-in keeps its word, which the next one replaces. */
export function withoutAnswer({ text }: MarkdownDocument, { answer, slot, filled }: Question): string {
  return !answer || slot || filled ? text : applyEdits(text, [{ span: answer.span, newText: '' }]);
}

/** The text with an answer to an open question, or with another word in its blank. */
export function withAnswer({ text, lines }: MarkdownDocument, { slot, filled }: Question, answer: string): string {
  if (slot) return applyEdits(text, [writeAnswer(text, lines, slot, answer, null)]);
  return filled ? applyEdits(text, [{ span: filled.span, newText: answer }]) : text;
}

/** Checks a question's answer as it stands. What it says gives away no more than assistance allows. */
export function checkAnswer(snapshot: Snapshot, question: Question): CheckedAnswer {
  const key = snapshot.assistance === 'off' ? undefined : snapshot.match(question)?.question;
  const points = key ? pointsOf(snapshot, question, key) : [];
  const start = question.span.start;
  const end = Math.max(question.span.end, question.answer?.span.end ?? 0);
  return {
    question: question.text,
    status: question.status,
    findings: findings(snapshot)
      .filter(({ span }) => start <= span.start && span.end <= end)
      .map(({ rule, severity, message }) => ({ rule, severity, message })),
    keyPoints:
      points.length > 0 ? { mentioned: points.filter(({ mentioned }) => mentioned).length, of: points.length } : null,
    hint: key?.hint ?? null,
  };
}
