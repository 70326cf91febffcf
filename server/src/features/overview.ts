import type { Position } from 'vscode-languageserver-types';
import type { AnswerStatus } from '../worksheet/model.ts';
import { isAnswered } from '../worksheet/status.ts';
import { answerPlace } from './next-unanswered.ts';
import type { Snapshot } from './snapshot.ts';

/** A question as lists of worksheets show it. */
export interface OverviewQuestion {
  readonly text: string;
  readonly status: AnswerStatus;
  /** Where somebody who asks for it wants to be: where its answer is to be written or thought over, else at the question. */
  readonly position: Position;
}

/** The questions of a worksheet, as lists of worksheets show them; null for any other document, a key included. */
export function overview(snapshot: Snapshot): readonly OverviewQuestion[] | null {
  const { worksheet, document } = snapshot;
  if (worksheet.role !== 'worksheet') return null;
  return worksheet.questions.map((question) => ({
    text: question.text,
    status: question.status,
    position: isAnswered(question)
      ? document.lines.positionAt(question.span.start)
      : answerPlace(snapshot, question).end,
  }));
}
