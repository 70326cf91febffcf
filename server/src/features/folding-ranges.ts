import type { FoldingRange } from 'vscode-languageserver-types';
import { isOpen } from '../worksheet/status.ts';
import type { Snapshot } from './snapshot.ts';

/** Answers that stand below their question: folded, only the question is seen. */
export function foldingRanges({ document, worksheet }: Snapshot): FoldingRange[] {
  return worksheet.questions.flatMap((question) => {
    const startLine = document.lines.lineAt(question.span.end);
    const endLine = isOpen(question) ? startLine : (question.answer?.lines[1] ?? startLine);
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
