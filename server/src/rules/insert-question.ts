import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Question } from '../worksheet/model.ts';

/** Where questions are put, and what they are. */
export interface NewQuestions {
  readonly texts: readonly string[];
  /** The question whose layout they get. */
  readonly model: Question;
  /** Whether they stand before it; else behind its answer. */
  readonly before: boolean;
  /** A heading above them, with its marks; null where they belong to the section of `model`. */
  readonly heading: string | null;
}

/** The number in the marks before a question's text. */
const numbered = /\d{1,3}(?=\.\)|[.):])/;

/** The edits that put questions among others, laid out and numbered like these, each with an empty place for its answer. */
export function insertQuestions(
  document: MarkdownDocument,
  questions: readonly Question[],
  { texts, model, before, heading }: NewQuestions,
): Edit[] {
  const { text, lines } = document;
  const lineText = (line: number) => text.slice(lines.lineStart(line), lines.lineEnd(line));
  const leadOf = (question: Question) => text.slice(lines.lineStart(question.line), question.span.start);
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const lead = leadOf(model);
  const rest = text.slice(model.span.end, lines.lineEnd(model.line));
  const tail = lead.includes('|') ? rest.replace(/[^|]+/g, ' ') : (/^[*_]+/.exec(rest)?.[0] ?? '');
  const slot = emptyPlace(document, model, lineText);
  const index = questions.indexOf(model);
  const shape = (question: Question) => leadOf(question).replace(numbered, '');
  const below = questions.slice(before ? index : index + 1);
  const end = below.findIndex((other) => shape(other) !== shape(model) || !sameSection(other, model));
  const siblings = end < 0 ? below : below.slice(0, end);
  const own = numberOf(lead);
  const counts =
    own !== null && siblings.find((other) => other !== model && numberOf(leadOf(other)) === own) === undefined;
  const first = heading !== null ? 1 : before ? (own ?? 1) : (own ?? 0) + 1;
  const blocks = texts.map((question, at) =>
    [(counts ? lead.replace(numbered, String(first + at)) : lead) + question + tail, ...slot].join(eol),
  );
  const gap = isApart(lineText, questions, index) ? eol : '';
  const title = heading === null ? '' : eol + eol + heading + eol;
  const edit = before
    ? insertion(lines.lineStart(model.line), blocks.map((block) => block + eol + gap).join(''))
    : insertion(lines.lineEnd(lastLine(document, model)), title + blocks.map((block) => gap + eol + block).join(''));
  const edits = [edit];
  let expected = first;
  for (const sibling of counts && heading === null ? siblings : []) {
    const number = numberOf(leadOf(sibling));
    if (number !== expected++) break;
    const at = lines.lineStart(sibling.line) + numbered.exec(leadOf(sibling))!.index;
    edits.push({ span: { start: at, end: at + String(number).length }, newText: String(number + texts.length) });
  }
  return edits;
}

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

const sameSection = (a: Question, b: Question) => a.section.join('\n') === b.section.join('\n');

function numberOf(lead: string): number | null {
  const digits = numbered.exec(lead)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The last line of a question, its answer and its empty place. */
function lastLine({ lines }: MarkdownDocument, { line, answer, slot }: Question): number {
  return Math.max(line, answer?.lines[1] ?? 0, slot ? lines.lineAt(slot.insert.end) : 0);
}

/** Whether a blank line stands between a question and its neighbours. */
function isApart(lineText: (line: number) => string, questions: readonly Question[], index: number): boolean {
  const [above, model, below] = [questions[index - 1], questions[index]!, questions[index + 1]];
  const second = below && sameSection(below, model) ? below : above && sameSection(above, model) ? model : null;
  if (second) return lineText(second.line - 1).trim() === '';
  return !/^[\s>]*(?:[-*+•|]|\(?\d)/.test(lineText(model.line));
}

/** The lines of a question's place for an answer, without the answer; none where it has no mark. */
function emptyPlace({ lines, text }: MarkdownDocument, model: Question, lineText: (line: number) => string): string[] {
  const { answer, slot } = model;
  const place =
    slot?.place === 'inline' ? lines.lineAt(slot.insert.start) : slot || model.filled ? -1 : (answer?.lines[0] ?? -1);
  if (place <= model.line) return [];
  const above = Array.from({ length: place - model.line - 1 }, (_, index) =>
    lineText(model.line + 1 + index).trimEnd(),
  );
  const marks = /^[\s>]*(?:[-*+•](?=\s|$)|a(?:ns(?:wer)?)?\s*:)?/i.exec(
    text.slice(lines.lineStart(place), lines.lineEnd(place)),
  )![0];
  return marks.trim() === '' || above.some((line) => line.trim() !== '') ? [] : [...above, marks.trimEnd()];
}
