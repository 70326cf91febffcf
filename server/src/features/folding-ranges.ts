import type { FoldingRange } from 'vscode-languageserver-types';
import type { Snapshot } from './snapshot.ts';

/** Answers that stand below their question: folded, only the question is seen. */
export function foldingRanges({ document, worksheet }: Snapshot): FoldingRange[] {
  return worksheet.questions.flatMap(({ span, answer }) => {
    const startLine = document.lines.lineAt(span.end);
    const endLine = answer?.lines[1] ?? startLine;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
