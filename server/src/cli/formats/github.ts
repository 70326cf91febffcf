import type { Severity } from '../../rules/rule.ts';
import { type Format, withSlashes } from './format.ts';

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export const github: Format = async function* (files) {
  for await (const { file, findings } of files) {
    for (const { severity, rule, message, range } of findings) {
      const properties = {
        file: withSlashes(file),
        line: range.start.line + 1,
        col: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        title: rule,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      yield `::${COMMANDS[severity]} ${list.join(',')}::${escapeMessage(message)}\n`;
    }
  }
};

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
