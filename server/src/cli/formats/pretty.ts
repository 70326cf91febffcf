import type { Io } from '../command.ts';
import type { CheckedFile, Finding, Severity } from '../findings.ts';

/** The question after a message is cut to this many characters. */
const QUESTION_LENGTH = 60;

/** ANSI colours ("Select Graphic Rendition"). */
const COLORS: Record<Severity | 'rule', number> = { error: 31, warning: 33, information: 34, hint: 36, rule: 90 };

/** One line a finding, and one for all of them, for people. */
export function pretty(files: readonly CheckedFile[], { color }: Pick<Io, 'color'>): string {
  const paint = (text: string, kind: Severity | 'rule'): string =>
    color ? `\u001b[${COLORS[kind]}m${text}\u001b[0m` : text;
  const lines = files.flatMap(({ file, findings }) =>
    findings.map(({ range: { start }, severity, rule, ...finding }) =>
      [
        `${file}:${start.line + 1}:${start.character + 1}`,
        paint(severity, severity),
        messageWithQuestion(finding),
        paint(rule, 'rule'),
      ].join('  '),
    ),
  );
  return [...lines, summary(files)].map((line) => `${line}\n`).join('');
}

function messageWithQuestion({ message, question }: Pick<Finding, 'message' | 'question'>): string {
  const line = message.replace(/\s*\n\s*/g, ' ');
  if (question === null) return line;
  if (line.includes(`"${question.slice(0, 40)}`)) return line;
  const short = question.length > QUESTION_LENGTH ? `${question.slice(0, QUESTION_LENGTH).trimEnd()} ...` : question;
  return `${line.replace(/\.$/, '')}: "${short.replace(/\s+/g, ' ')}"`;
}

function summary(files: readonly CheckedFile[]): string {
  const worksheets = files.filter(({ worksheet }) => worksheet).length;
  const others = files.length - worksheets;
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  const where = `${count(worksheets, 'worksheet')}${others > 0 ? ` and ${count(others, 'other file')}` : ''}`;
  return `${findings === 0 ? 'No findings' : count(findings, 'finding')} in ${where}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
