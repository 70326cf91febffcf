import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import type { Rule, Severity } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import type { Finding, InspectedFile } from '../inspect.ts';
import { type Format, isAboutAccess, withSlashes } from './format.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0, the format of code scanning services. */
export const sarif: Format = async function* (files) {
  const driver = { name: 'Markdown Worksheets', version, rules: rules.map(descriptor) };
  const head = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' });
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n';
  yield `${head.slice(0, -1)},"results":[`;
  const notifications: object[] = [];
  let before = '\n';
  for await (const file of files) {
    for (const finding of file.findings) {
      if (isAboutAccess(finding)) notifications.push(notification(file, finding));
      else {
        yield `${before}${JSON.stringify(result(file, finding))}`;
        before = ',\n';
      }
    }
  }
  const invocation = {
    executionSuccessful: notifications.length === 0,
    toolExecutionNotifications: notifications,
  };
  yield `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
};

/** No `helpUri`: the pages lie beside the program, and who reads the log elsewhere has the same text in `help`. */
function descriptor({ id, summary, explanation, severity }: Rule): object {
  const plain = explanation.replaceAll('`', '');
  return {
    id,
    shortDescription: { text: summary.replaceAll('`', '') },
    fullDescription: { text: plain },
    help: { text: plain, markdown: explanation },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(file: InspectedFile, { rule, severity, message, range: { start, end } }: Finding): object {
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== -1 && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
  };
}

function notification(file: InspectedFile, { message }: Finding): object {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
  };
}

function artifact({ file }: InspectedFile): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: withSlashes(file).split('/').map(encodeURIComponent).join('/') };
}
