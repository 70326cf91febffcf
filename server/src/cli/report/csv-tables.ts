import { csvRow } from '../formats/csv.ts';
import type { ClassSummary } from './class-summary.ts';

/** A row a worksheet, for spreadsheets; coverage from 0 to 1. */
export function* worksheetsCsv({ worksheets }: ClassSummary): Generator<string> {
  yield csvRow(['file', 'questions', 'answered', 'unsure', 'open', 'coverage', 'findings']);
  for (const { file, outlined, questions, answered, unsure, open, coverage, findings } of worksheets) {
    const counts = outlined ? [questions, answered, unsure, open] : [null, null, null, null];
    yield csvRow([file, ...counts, rounded(coverage), findings.length]);
  }
}

/** A row a question, those that gave most trouble first. */
export function* questionsCsv({ byQuestion }: ClassSummary): Generator<string> {
  yield csvRow(['question', 'key', 'worksheets', 'answered', 'unsure', 'open', 'wrong', 'trouble', 'coverage']);
  for (const { text, key, questions, answered, unsure, open, wrong, trouble, coverage } of byQuestion) {
    yield csvRow([text, key, questions, answered, unsure, open, wrong, trouble, rounded(coverage)]);
  }
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 1000;
}
