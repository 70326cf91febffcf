import type { CheckedFile } from '../findings.ts';

/** An array of files with their findings, for programs. */
export function json(files: readonly CheckedFile[]): string {
  const shown = files.map(({ file, worksheet, findings }) => ({
    file,
    worksheet,
    findings: findings.map(({ rule, severity, message, range, fixable }) => ({
      rule,
      severity,
      message,
      range,
      fixable,
    })),
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}
