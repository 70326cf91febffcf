import type { Format } from './format.ts';

/** A row a finding, for spreadsheets; lines and columns are 1-based. */
export const csv: Format = async function* (files) {
  yield csvRow(['file', 'line', 'column', 'severity', 'rule', 'message', 'question']);
  for await (const { file, findings } of files) {
    for (const { range, severity, rule, message, question } of findings) {
      const { line, character } = range.start;
      yield csvRow([file, line + 1, character + 1, severity, rule, message, question]);
    }
  }
};

/** One row of CSV (RFC 4180); nothing in a cell for `null`. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  // A spreadsheet would run what a worksheet's author wrote as a formula; an apostrophe says that it is text.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
