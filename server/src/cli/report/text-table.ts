import { counted, oneLine, type Style } from '../formats/format.ts';
import type { ClassSummary, Counts, QuestionRow, WorksheetRow } from './class-summary.ts';

/** So many questions with trouble are shown; the other formats have all. */
const MOST_QUESTIONS = 10;
const BAR_LENGTH = 12;
/** A question is cut to this many characters. */
const QUESTION_LENGTH = 70;

/** The tables of a class for a terminal. */
export function* textTables(summary: ClassSummary, { color }: Pick<Style, 'color'>): Generator<string> {
  const bold = (text: string): string => (color ? `\u001b[1m${text}\u001b[0m` : text);
  const { worksheets, byQuestion, failed } = summary;
  yield `${overall(summary)}\n`;
  const troubled = byQuestion.filter(({ trouble }) => trouble > 0);
  if (troubled.length > 0) {
    yield `\n${bold('Questions that gave trouble')}\n`;
    yield table([
      ['answered by', '', 'wrong', 'coverage', 'question'],
      ...troubled.slice(0, MOST_QUESTIONS).map(questionCells),
    ]);
    const more = troubled.length - MOST_QUESTIONS;
    if (more > 0) yield `and ${counted(more, 'more question')}: --format html or csv has them all\n`;
  }
  if (worksheets.length > 0) {
    yield `\n${bold('Worksheets')}\n`;
    yield table([['file', 'answered', '', 'unsure', 'coverage', 'findings'], ...worksheets.map(worksheetCells)]);
  }
  for (const { file, message } of failed) yield `\n${oneLine(file)}: ${oneLine(message)}\n`;
}

/** All of it in one sentence. */
export function overall({ worksheets, questions, answered }: ClassSummary): string {
  const count = counted(worksheets.length, 'worksheet');
  if (questions === 0) return `${count}.`;
  return `${count}: ${answered} of ${counted(questions, 'question')} answered (${percent(answered / questions)}).`;
}

/** "62 %"; a dash for `null`. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function questionCells(row: QuestionRow): readonly string[] {
  const { questions, answered, wrong, coverage } = row;
  return [`${answered} of ${questions}`, bar(row), String(wrong || ''), percent(coverage), short(row.text)];
}

function worksheetCells(row: WorksheetRow): readonly string[] {
  const { outlined, questions, answered, unsure, coverage, findings, file } = row;
  const done = outlined ? `${answered} of ${questions}` : '–';
  return [oneLine(file), done, bar(row), String(unsure || ''), percent(coverage), String(findings.length || '')];
}

function bar({ questions, answered }: Counts): string {
  if (questions === 0) return '';
  // Only all is a full bar, and only nothing an empty one.
  const exact = (BAR_LENGTH * answered) / questions;
  const length = exact > BAR_LENGTH / 2 ? Math.floor(exact) : Math.ceil(exact);
  return '█'.repeat(length) + '░'.repeat(BAR_LENGTH - length);
}

function short(question: string): string {
  const line = oneLine(question);
  return line.length > QUESTION_LENGTH ? `${line.slice(0, QUESTION_LENGTH).trimEnd()} ...` : line;
}

/** Columns side by side: names to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isName(rows[0]![column]!) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function isName(title: string): boolean {
  return title === 'file' || title === 'question';
}
