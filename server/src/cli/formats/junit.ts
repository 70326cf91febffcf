import type { Finding, InspectedFile } from '../inspect.ts';
import { type Format, isAboutAccess, withSlashes } from './format.ts';

/** JUnit's XML, which CI systems show as test results: a suite a file, a failed test a finding; a file without findings has passed. */
export const junit: Format = async function* (files) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="worksheets">\n';
  for await (const file of files) yield suite(file);
  yield '</testsuites>\n';
};

function suite({ file, findings }: InspectedFile): string {
  const name = escapeXml(withSlashes(file));
  const errors = findings.filter(isAboutAccess).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? `    <testcase name="${name}" classname="${name}" time="0"/>\n`
      : findings.map((finding) => failedCase(finding, name)).join('');
  return (
    `  <testsuite name="${name}" tests="${tests}" failures="${findings.length - errors}" errors="${errors}" time="0">\n` +
    `${cases}  </testsuite>\n`
  );
}

function failedCase(finding: Finding, file: string): string {
  const { rule, severity, message, range } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const kind = isAboutAccess(finding) ? 'error' : 'failure';
  const detail = `${file}:${place}: ${escapeXml(message)}`;
  return (
    `    <testcase name="${escapeXml(rule)} at ${place}" classname="${file}" time="0">\n` +
    `      <${kind} type="${severity}" message="${escapeXml(message)}">${detail}</${kind}>\n` +
    '    </testcase>\n'
  );
}

/** Text inside an element or an attribute of XML 1.0, which has no room for most control characters and lone surrogates. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
