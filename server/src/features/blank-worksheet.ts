import { withoutLabelLines } from '../knowledge/parse-key.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Question } from '../worksheet/model.ts';
import { readWorksheet } from '../worksheet/read-worksheet.ts';

/**
 * The worksheet of an answer key: its questions in its own layout, without answers, hints and front matter. Where an answer
 * stood behind a bullet, quote or label, that mark stays as the place for the next one.
 */
export function blankWorksheet(key: MarkdownDocument): string {
  const document = withoutLabelLines(key);
  const { questions } = readWorksheet(document, { knows: () => null });
  const edits = questions.flatMap((question) => [
    ...emptyBlank(document.text, question),
    ...emptyAnswer(document, question),
  ]);
  const { frontMatter } = document;
  const head = frontMatter
    ? [
        {
          span: {
            start: 0,
            end: document.partStart(0) + frontMatter.block.source.length,
          },
          newText: '',
        },
      ]
    : [];
  const text = applyEdits(document.text, [...head, ...edits]);
  const eol = /\r?\n/.exec(text.trim())?.[0] ?? '\n';
  return `${text
    .replace(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '')
    .replace(/(\r?\n){3,}/g, '$1$1')
    .trim()}${eol}`;
}

function emptyBlank(text: string, { filled, span }: Question): Edit[] {
  if (!filled || (filled.span.start === span.start && filled.span.end === span.end)) return [];
  let { start, end } = filled.span;
  while (text[start - 1] === '_') start--;
  while (text[end] === '_') end++;
  return [{ span: { start, end }, newText: '____' }];
}

function emptyAnswer({ text, lines }: MarkdownDocument, { answer, line, filled }: Question): Edit[] {
  if (!answer || (filled && answer.lines[0] === line)) return [];
  const { start, end } = answer.span;
  const mark = /^(?:[-*+]|>|\*{0,2}A(?:ns(?:wer)?)?\s*:\*{0,2})(?=\s|$)/i.exec(text.slice(start, end))?.[0] ?? '';
  if (answer.lines[0] === line) return [{ span: { start, end }, newText: mark }];
  const from = mark === '' ? lines.lineStart(lines.lineAt(start)) : start;
  return [{ span: { start: from, end }, newText: mark }];
}
