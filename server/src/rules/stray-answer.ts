import { t } from '@vscode/l10n';
import type { Block, MarkdownDocument, Node } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import { readLines } from '../worksheet/lines.ts';
import type { Question } from '../worksheet/model.ts';
import type { Rule } from './rule.ts';

/** Reports answers that Markdown shows in another place or in another way than their indentation was meant to. */
export const strayAnswer: Rule = {
  id: 'stray-answer',
  severity: 'information',
  summary: 'A part of an answer has fallen out of its list item, or has become a code block.',
  explanation:
    'A paragraph belongs to a list item only where it is indented as far as the text of the item; behind a blank line it otherwise ends ' +
    'the list. Text that is indented by four spaces or more is shown as code. Both are easily overlooked, because the source looks fine. ' +
    'The quick fix corrects the indentation and leaves the words alone. Worksheets that write all of an answer below its list item are ' +
    'left alone, and so is what looks like code.',
  examples: [
    {
      name: 'A second paragraph at the start of the line',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What does a hub do with a frame?\n   It repeats the frame.\n\n<|So everybody hears what everybody says.|>\nThat is slow.\n\n' +
        '2. What is a port?\n   - a number\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. What does a hub do with a frame?\n   It repeats the frame.\n\n   So everybody hears what everybody says.\n   That is slow.\n\n' +
        '2. What is a port?\n   - a number\n',
    },
    {
      name: 'An answer that became code',
      markdown:
        '---\nworksheets: worksheet\n---\n### What does a hub do with a frame?\n\n    <|It repeats the frame to everybody.|>\n\n### How is a port written?\n\n    :80;\n',
      fixed:
        '---\nworksheets: worksheet\n---\n### What does a hub do with a frame?\n\nIt repeats the frame to everybody.\n\n### How is a port written?\n\n    :80;\n',
    },
  ],
  checkQuestion(context, question) {
    const stray = strayLines(context.document, question);
    if (!stray) return [];
    return [
      {
        rule: 'stray-answer',
        severity: 'information',
        span: textOfLine(context.document, stray.first),
        message: messageFor(stray.columns),
        question,
      },
    ];
  },
  fix({ document }, { question }) {
    const stray = question && strayLines(document, question);
    if (!stray) return [];
    return [
      {
        title: stray.columns > 0 ? t('Move this text into the answer') : t('Move this text out of the code block'),
        edits: indented(document, stray),
        preferred: true,
      },
    ];
  },
};

function messageFor(columns: number): string {
  if (columns > 0) {
    return t('This text has fallen out of its list item. Indent it by {0} spaces to keep it in the answer.', columns);
  }
  if (columns === -1) return t('This text is shown as code. Take away one space before it to make it text again.');
  return t('This text is shown as code. Take away {0} spaces before it to make it text again.', -columns);
}

/** Lines, 0-based and inclusive, and by how many columns they have to be moved to the right; to the left where that is negative. */
interface StrayLines {
  readonly first: number;
  readonly last: number;
  readonly columns: number;
}

function strayLines(document: MarkdownDocument, question: Question): StrayLines | null {
  const { answer, status } = question;
  if (!answer || question.filled || status === 'placeholder') return null;
  const index = document.partIndexAt(question.span.start);
  const block = document.parts[index];
  if (!block) return null;
  const own = block.node.type === 'list' ? readLines(block)[question.line - document.partLine(index)] : undefined;
  const column = own?.marker ? own.contentColumn : 0;
  return (
    textAsCode(document, question, index, column) ?? (column > 0 ? fallenOut(document, question, index, column) : null)
  );
}

/** The paragraphs behind the list that the question ends, where the question's item has a part of the answer already. */
function fallenOut(document: MarkdownDocument, { answer }: Question, list: number, column: number): StrayLines | null {
  const { parts, lines, text } = document;
  let item = list;
  while (parts[item + 1]?.continues && document.partStart(item + 1) < answer!.span.end) item++;
  if (answer!.span.start >= document.partStart(item) + parts[item]!.source.length) return null;
  let first = -1;
  let last = -1;
  for (let at = item + 1; at < parts.length && document.partStart(at) < answer!.span.end; at++) {
    const { node, source } = parts[at]!;
    const isLedTo =
      first < 0 && node.type === 'list' && /:\s*$/.test(text.slice(answer!.span.start, document.partStart(at)));
    const belongs =
      first < 0
        ? isLedTo || (node.type === 'paragraph' && isProse(source))
        : node.type !== 'heading' && node.type !== 'html';
    if (!belongs) break;
    if (first < 0) first = document.partLine(at);
    // What a last line with a colon leads to is no longer the answer's.
    if (node.type !== 'paragraph' || isProse(source)) last = lines.lineAt(document.partStart(at) + source.length);
  }
  return first < 0 ? null : { first, last, columns: column };
}

/** A sentence or more: not a title, a line of links or the lead to what comes next. */
function isProse(source: string): boolean {
  const plain = source.replace(/!?\[[^\]]{0,1000}\](?:\([^)]{0,2000}\))?|<?https?:\S+/g, '').trim();
  if (/^\|/.test(plain) || /:[^\w:]*$/.test(plain)) return false;
  return plain.split(/\s+/).length >= (/[.!?][^\w.!?]*$/.test(plain) ? 4 : 9);
}

/** The first code block of an answer that is no code but was indented too far. */
function textAsCode(
  document: MarkdownDocument,
  { answer, kind }: Question,
  from: number,
  column: number,
): StrayLines | null {
  const { parts, lines, text } = document;
  const [start, end] = answer!.lines;
  for (let at = from; at < parts.length && document.partLine(at) <= end; at++) {
    for (const code of indentedCode(parts[at]!)) {
      const first = document.partLine(at) + code.first;
      if (first < start || first > end) continue;
      const last = Math.min(end, document.partLine(at) + code.last);
      const written = text
        .slice(lines.lineStart(first), lines.lineEnd(last))
        .split(/\r\n?|\n/)
        .filter((line) => line.trim() !== '');
      const isText =
        written.every((line) => isPlain.test(line)) &&
        (kind === 'fill-in' || written.join(' ').trim().split(/\s+/).length >= 3);
      const indent = Math.min(...written.map(indentOf));
      if (isText && indent > column) return { first, last, columns: column - indent };
    }
  }
  return null;
}

/** A line without what only code has, which doesn't start like a statement or a command. */
const isPlain =
  /^(?!\s*(?:\$|#|\/\/|(?:npm|npx|yarn|node|git|cd|ls|mkdir|touch|curl|sudo|docker|pip|python|echo|cat|import|from|export|const|let|var|function|return|class|def|print|select|insert|create|update|delete)\s+\S+(?:\s|$)))(?=.*\p{L}{2})[^{}=;<>\\|$]*$/iu;

/** The indented code blocks in a block: their first and last line, relative to it. */
function indentedCode({ node, source }: Block): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  const visit = (inner: Node) => {
    const { type, position } = inner;
    if (type === 'code' && position && !/^\s*(?:`{3}|~{3})/.test(source.slice(position.start.offset))) {
      found.push({ first: position.start.line - 1, last: position.end.line - 1 });
    }
    if ('children' in inner) for (const child of inner.children as Node[]) visit(child);
  };
  if (node.type === 'code' || node.type === 'list') visit(node);
  return found;
}

const leading = (line: string) => /^[ \t]*/.exec(line)![0];

/** The column at which a line's text starts. */
function indentOf(line: string): number {
  let column = 0;
  for (const char of leading(line)) column += char === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** Each line with as much space before it as it should have. */
function indented({ text, lines }: MarkdownDocument, { first, last, columns }: StrayLines): Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const start = lines.lineStart(line);
    const source = text.slice(start, lines.lineEnd(line));
    if (source.trim() === '') continue;
    const space = leading(source);
    edits.push({
      span: { start, end: start + space.length },
      newText: ' '.repeat(Math.max(0, indentOf(source) + columns)),
    });
  }
  return edits;
}

function textOfLine({ text, lines }: MarkdownDocument, line: number) {
  const start = lines.lineStart(line);
  const source = text.slice(start, lines.lineEnd(line));
  return { start: start + leading(source).length, end: start + source.trimEnd().length };
}
