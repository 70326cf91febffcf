import type { Severity } from '../../rules/rule.ts';
import { type Finding, isWorksheet } from '../inspect.ts';
import { counted, type Format, isAboutAccess, oneLine } from './format.ts';

/** The question after a message is cut to this many characters. */
const QUESTION_LENGTH = 60;

/** ANSI colours ("Select Graphic Rendition"). */
const COLORS: Record<Severity | 'rule', number> = { error: 31, warning: 33, information: 34, hint: 36, rule: 90 };

/** One line a finding, and one for all of them, for people. */
export const pretty: Format = async function* (files, { color }) {
  const paint = (text: string, kind: Severity | 'rule'): string =>
    color ? `\u001b[${COLORS[kind]}m${text}\u001b[0m` : text;
  const totals = { findings: 0, worksheets: 0, others: 0, failed: 0, fixed: 0, fixedFiles: 0 };
  for await (const inspected of files) {
    const { findings, fixed } = inspected;
    const file = oneLine(inspected.file);
    for (const { range, severity, rule, ...finding } of findings) {
      const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
      yield `${[place, paint(severity, severity), messageWithQuestion(finding), paint(rule, 'rule')].join('  ')}\n`;
    }
    totals.fixed += fixed;
    totals.fixedFiles += fixed > 0 ? 1 : 0;
    totals.findings += findings.filter((finding) => !isAboutAccess(finding)).length;
    if (findings.some(isAboutAccess)) totals.failed++;
    else if (isWorksheet(inspected)) totals.worksheets++;
    else totals.others++;
  }
  yield summary(totals);
};

function messageWithQuestion({ message, question }: Pick<Finding, 'message' | 'question'>): string {
  const line = oneLine(message);
  if (question === null) return line;
  const short = oneLine(question);
  if (line.includes(`"${short.slice(0, 40)}`)) return line;
  const shown = short.length > QUESTION_LENGTH ? `${short.slice(0, QUESTION_LENGTH).trimEnd()} ...` : short;
  return `${line.replace(/\.$/, '')}: "${shown}"`;
}

function summary(totals: {
  readonly findings: number;
  readonly worksheets: number;
  readonly others: number;
  readonly failed: number;
  readonly fixed: number;
  readonly fixedFiles: number;
}): string {
  const { findings, worksheets, others, failed, fixed, fixedFiles } = totals;
  const mended = fixed > 0 ? `${fixedText(fixed, fixedFiles)} ` : '';
  const found = `${findings === 0 ? 'No findings' : counted(findings, 'finding')}${fixed > 0 ? ' left' : ''}`;
  const where = `${counted(worksheets, 'worksheet')}${others > 0 ? ` and ${counted(others, 'other file')}` : ''}`;
  const lost = failed > 0 ? ` ${counted(failed, 'file')} could not be read or changed.` : '';
  return `${mended}${found} in ${where}.${lost}\n`;
}

/** How many findings were mended, as a sentence. */
export function fixedText(findings: number, files: number): string {
  return `Fixed ${counted(findings, 'finding')} in ${counted(files, 'file')}.`;
}
