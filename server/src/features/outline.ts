import type { AnswerStatus, QuestionKind } from '../worksheet/model.ts';
import type { Snapshot } from './snapshot.ts';

/** A question as `worksheets outline` shows it. All lines are 1-based. */
export interface OutlineQuestion {
  readonly line: number;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly status: AnswerStatus;
  /** First and last line of the answer, inclusive. */
  readonly answerLines: readonly [first: number, last: number] | null;
  /** The key question it was recognised as: its wording, the key's name and how sure that is (0..1). */
  readonly match: { readonly question: string; readonly key: string; readonly score: number } | null;
  /** How much of the key answer the answer covers (0..1); null without a match. */
  readonly coverage: number | null;
}

/** What a document asks and how far it is answered. */
export interface Outline {
  readonly worksheet: boolean;
  /** Why the document is a worksheet, or why it is none; one short clause each. */
  readonly reasons: readonly string[];
  readonly questions: readonly OutlineQuestion[];
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** What a document asks, as the command line shows it. */
export function outline(snapshot: Snapshot): Outline {
  const { worksheet } = snapshot;
  return {
    worksheet: worksheet.role === 'worksheet' || worksheet.role === 'key',
    reasons: worksheet.reasons,
    questions: worksheet.questions.map((question) => {
      const match = snapshot.match(question);
      const { answer } = question;
      return {
        line: question.line + 1,
        text: question.text,
        kind: question.kind,
        status: question.status,
        answerLines: answer && [answer.lines[0] + 1, answer.lines[1] + 1],
        match: match && { question: match.question.text, key: match.question.key, score: round(match.score) },
        coverage:
          match && round(snapshot.knowledge.coverage(match.question, answer?.text ?? question.filled?.text ?? '')),
      };
    }),
  };
}
