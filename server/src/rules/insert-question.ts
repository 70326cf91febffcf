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
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const index = questions.indexOf(model);
  const siblings = siblingsIn(document, questions.slice(before ? index : index + 1), model);
  const own = numberOf(document, model);
  const counts = own !== null && !siblings.some((other) => other !== model && numberOf(document, other) === own);
  const first = heading !== null ? 1 : before ? (own ?? 1) : (own ?? 0) + 1;
  const lead = leadOf(document, model);
  const leads = texts.map((_, at) => (counts ? lead.replace(numbered, (digits) => like(digits, first + at)) : lead));
  const tail = tailOf(document, model);
  const place = emptyPlace(document, model);
  const blocks = texts.map((question, at) => [leads[at] + question + tail, ...place].join(eol));
  const gap = isApart(document, questions, index) ? eol : '';
  const title = heading === null ? '' : eol + eol + heading + eol;
  const edit = before
    ? insertion(lines.lineStart(model.line), blocks.map((block) => block + eol + gap).join(''))
    : insertion(lines.lineEnd(lastLine(document, model)), title + blocks.map((block) => gap + eol + block).join(''));
  return counts && heading === null ? [edit, ...countedOn(document, siblings, first, texts.length)] : [edit];
}

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

const lineText = ({ text, lines }: MarkdownDocument, line: number) =>
  text.slice(lines.lineStart(line), lines.lineEnd(line));

/** What stands before a question in its line. */
const leadOf = ({ text, lines }: MarkdownDocument, { line, span }: Question) =>
  text.slice(lines.lineStart(line), span.start);

/** What belongs behind a question in its line: the rest of a table's row without what is in it, or the end of an emphasis. */
function tailOf(document: MarkdownDocument, model: Question): string {
  const rest = document.text.slice(model.span.end, document.lines.lineEnd(model.line));
  return leadOf(document, model).includes('|') ? rest.replace(/[^|]+/g, ' ') : (/^[*_]+/.exec(rest)?.[0] ?? '');
}

function numberOf(document: MarkdownDocument, question: Question): number | null {
  const digits = numbered.exec(leadOf(document, question))?.[0];
  return digits === undefined ? null : Number(digits);
}

/** A number with as many digits as another at least: "02" after "01". */
const like = (digits: string, number: number) => String(number).padStart(digits.length, '0');

/** The first of some questions, as far as they are laid out like another and stand in its section. */
function siblingsIn(document: MarkdownDocument, questions: readonly Question[], model: Question): readonly Question[] {
  const shape = (question: Question) => leadOf(document, question).replace(numbered, '');
  const end = questions.findIndex((other) => shape(other) !== shape(model) || !sameSection(other, model));
  return end < 0 ? questions : questions.slice(0, end);
}

const sameSection = (a: Question, b: Question) => a.section.join('\n') === b.section.join('\n');

/** Adds to the numbers of the questions that count on from the first one. */
function countedOn(document: MarkdownDocument, questions: readonly Question[], first: number, more: number): Edit[] {
  const end = questions.findIndex((question, at) => numberOf(document, question) !== first + at);
  return questions.slice(0, end < 0 ? questions.length : end).map((question, at) => {
    const { 0: digits, index } = numbered.exec(leadOf(document, question))!;
    const start = document.lines.lineStart(question.line) + index;
    return { span: { start, end: start + digits.length }, newText: like(digits, first + at + more) };
  });
}

/** The last line of a question, its answer and its empty place. */
function lastLine({ lines }: MarkdownDocument, { line, answer, slot }: Question): number {
  return Math.max(line, answer?.lines[1] ?? 0, slot ? lines.lineAt(slot.insert.end) : 0);
}

/** Whether a blank line stands between a question and its neighbours. */
function isApart(document: MarkdownDocument, questions: readonly Question[], index: number): boolean {
  const [above, model, below] = [questions[index - 1], questions[index]!, questions[index + 1]];
  const second = below && sameSection(below, model) ? below : above && sameSection(above, model) ? model : null;
  if (second) return lineText(document, second.line - 1).trim() === '';
  return !/^[\s>]*(?:[-*+•|]|\(?\d)/.test(lineText(document, model.line));
}

/** The lines of a question's place for an answer, without the answer; none where it has no mark. */
function emptyPlace(document: MarkdownDocument, model: Question): string[] {
  const place = lineOfPlace(document, model);
  if (place <= model.line) return [];
  const above = Array.from({ length: place - model.line - 1 }, (_, index) =>
    lineText(document, model.line + 1 + index).trimEnd(),
  );
  const marks = /^[\s>]*(?:[-*+•](?=\s|$)|a(?:ns(?:wer)?)?\s*:)?/i.exec(lineText(document, place))![0];
  return marks.trim() === '' || above.some((line) => line.trim() !== '') ? [] : [...above, marks.trimEnd()];
}

/** The line where a question's answer belongs, or starts; -1 where that is no line of its own. */
function lineOfPlace({ lines }: MarkdownDocument, { answer, slot, filled }: Question): number {
  if (slot) return slot.place === 'inline' ? lines.lineAt(slot.insert.start) : -1;
  return filled ? -1 : (answer?.lines[0] ?? -1);
}
