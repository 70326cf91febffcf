import { version } from '../../../../package.json';
import type { CheckedFile, Severity } from '../findings.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0, the format of code scanning services. */
export function sarif(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings);
  const pages = new Map(findings.map(({ rule, page }) => [rule, page]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Markdown Worksheets',
            version,
            rules: [...pages].map(([id, page]) => ({ id, ...(page !== null && { helpUri: page }) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) =>
          findings.map(({ rule, severity, message, range: { start, end } }) => ({
            ruleId: rule,
            level: LEVELS[severity],
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
                  region: {
                    startLine: start.line + 1,
                    startColumn: start.character + 1,
                    endLine: end.line + 1,
                    endColumn: end.character + 1,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
