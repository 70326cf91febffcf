import type { ClassSummary, Counts, QuestionRow, WorksheetRow } from './class-summary.ts';
import { styles } from './html-styles.ts';
import { overall, percent } from './text-table.ts';

/**
 * A class as one page that needs nothing else: no script, no other file, no network. Whatever stands in a worksheet is shown as
 * text.
 */
export function* htmlPage(summary: ClassSummary): Generator<string> {
  const { worksheets, byQuestion, failed } = summary;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Worksheets</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>Worksheets</h1>
<p class="overall">${escapeHtml(overall(summary))}</p>
${summary.questions > 0 ? `${barOf(summary)}\n${legend}\n` : ''}`;
  if (failed.length > 0) {
    yield `<section class="failed">\n<h2>Not read</h2>\n<ul>\n`;
    for (const { file, message } of failed) yield `<li><b>${escapeHtml(file)}</b>: ${escapeHtml(message)}</li>\n`;
    yield '</ul>\n</section>\n';
  }
  if (byQuestion.length > 0) {
    yield tableHead('Questions', 'Those that gave trouble come first.', ['Question', 'Answered', 'Wrong', 'Coverage']);
    const oneKey = new Set(byQuestion.map(({ key }) => key)).size === 1;
    for (const row of byQuestion) yield questionRow(row, oneKey ? null : row.key);
    yield '</tbody>\n</table>\n</section>\n';
  }
  if (worksheets.length > 0) {
    yield tableHead('Worksheets', 'What is open or off opens with the name.', [
      'Worksheet',
      'Answered',
      'Findings',
      'Coverage',
    ]);
    for (const row of worksheets) yield worksheetRow(row);
    yield '</tbody>\n</table>\n</section>\n';
  }
  yield `<footer>Coverage says how much of the key's answer the answers have, on average, where a key knows the question.</footer>
</main>
</body>
</html>
`;
}

/** The characters that HTML gives a meaning, as references. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const legend = `<ul class="legend">
<li><span class="answered"></span>answered</li>
<li><span class="unsure"></span>unsure</li>
<li><span class="open"></span>open</li>
</ul>`;

function tableHead(title: string, note: string, columns: readonly string[]): string {
  const cells = columns.map((column, index) => `<th scope="col"${index > 1 ? ' class="number"' : ''}>${column}</th>`);
  return `<section>
<h2>${title}</h2>
<p class="note">${note}</p>
<table>
<thead><tr>${cells.join('')}</tr></thead>
<tbody>
`;
}

/** @param keyName shown below the question; `null` where it would tell nothing */
function questionRow(row: QuestionRow, keyName: string | null): string {
  const key = keyName === null ? '' : `<span class="key">${escapeHtml(keyName)}</span>`;
  return `<tr><th scope="row">${escapeHtml(row.text)}${key}</th>${progressCell(row)}${numbers(row.wrong || '', row.coverage)}</tr>\n`;
}

function worksheetRow(row: WorksheetRow): string {
  const name = escapeHtml(row.file);
  const details = detailsOf(row);
  const items = details.map(({ line, text }) => `<li><b>${line}</b><span>${escapeHtml(text)}</span></li>`);
  const head =
    items.length === 0
      ? `<span class="plain">${name}</span>`
      : `<details><summary>${name}</summary><ul class="details" aria-label="By line">${items.join('')}</ul></details>`;
  const progress = row.outlined ? progressCell(row) : '<td class="progress">–</td>';
  return `<tr><th scope="row">${head}</th>${progress}${numbers(row.findings.length || '', row.coverage)}</tr>\n`;
}

/** What is open in a worksheet, and what is off, by its lines. */
function detailsOf({ missing, findings, outlined }: WorksheetRow): readonly { line: number; text: string }[] {
  const open = missing.map(({ line, text }) => ({ line, text: `Not answered yet: ${text}` }));
  const off = findings
    .filter(({ rule }) => !outlined || rule !== 'unanswered')
    .map(({ range, message }) => ({ line: range.start.line + 1, text: message }));
  return [...open, ...off].sort((a, b) => a.line - b.line);
}

function progressCell(row: Counts): string {
  const { answered, questions } = row;
  return `<td class="progress"><span class="count">${answered} of ${questions}</span>${barOf(row)}</td>`;
}

function numbers(count: number | string, coverage: number | null): string {
  return `<td class="number">${count}</td><td class="number">${percent(coverage)}</td>`;
}

/** The text beside a bar says the same: it is for the eyes alone, as is its title. */
function barOf({ questions, answered, unsure, open }: Counts): string {
  const part = (kind: string, count: number): string =>
    count === 0 ? '' : `<span class="${kind}" style="width:${((100 * count) / questions).toFixed(2)}%"></span>`;
  const title = [`${answered} answered`, unsure > 0 && `${unsure} unsure`, open > 0 && `${open} open`];
  return `<span class="bar" aria-hidden="true" title="${title.filter(Boolean).join(', ')}">${part('answered', answered)}${part('unsure', unsure)}</span>`;
}
