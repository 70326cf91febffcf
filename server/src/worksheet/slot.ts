import type { Edit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { givenOf, isContent } from './answers.ts';
import type { Slot } from './model.ts';
import type { PlacedLine } from './segment.ts';

/** How the answers of a worksheet are laid out below their questions. */
export interface AnswerForm {
  /** `- `, `> `, `A: ` or nothing. */
  readonly marker: string;
  /** Whether the answer is indented to the question's own text (list items only). */
  readonly nested: boolean;
  readonly gap: boolean;
}

/** How the answers of a worksheet are laid out, as far as it shows. */
export interface AnswerForms {
  /** The most frequent form for each question layout. */
  readonly byLayout: ReadonlyMap<string, AnswerForm>;
  /** The layouts of questions with their answers on the same line. */
  readonly behind: ReadonlySet<string>;
  /** Whether its questions have options to choose from. */
  readonly isQuiz: boolean;
}

/**
 * The form of an answer that stands below its question; null where it stands on the question's own line.
 *
 * @param below the lines below the question, down to the answer's first
 */
export function formOfAnswer(question: PlacedLine, below: readonly PlacedLine[]): AnswerForm | null {
  const first = below[below.length - 1]!;
  if (first.number === question.number) return null;
  const { line } = first;
  const nested = question.line.marker !== null && line.indent > question.line.indent;
  let marker = '';
  if (line.label === 'answer') marker = 'A: ';
  else if (line.quotes > question.line.quotes) marker = '> ';
  else if (line.marker === 'bullet') marker = '- ';
  const between = below.reduce(
    (sum, { directivesAbove, line: { isWrapped } }) => sum + directivesAbove + (isWrapped ? 1 : 0),
    0,
  );
  return { marker, nested, gap: first.number - between > question.number + 1 };
}

/** What a question gets where its worksheet shows no way: a nested bullet under a list item, a paragraph under anything else. */
function defaultForm(question: PlacedLine): AnswerForm {
  return question.line.marker === null
    ? {
        marker: '',
        nested: false,
        gap: question.line.heading > 0 || question.line.emphasis !== 'none' || !question.line.continues,
      }
    : { marker: '- ', nested: true, gap: false };
}

/**
 * The slot of a question that has no answer.
 *
 * @param lines the question's line and all lines up to the next question or topic
 * @param areaEnd offset of the end of the last blank line below the question
 */
export function findSlot(
  text: string,
  lines: readonly PlacedLine[],
  { byLayout, isQuiz }: AnswerForms,
  areaEnd: number,
): Slot {
  const question = lines[0]!;
  const { line, base } = question;
  const marked = lines
    .slice(1)
    .find(
      ({ line: below }) =>
        below.kind === 'text' &&
        !isContent(below) &&
        !below.isWrapped &&
        below.heading === 0 &&
        (below.marker !== null || below.label === 'answer' || below.quotes > line.quotes),
    );
  if (marked) return markedSlot(text, marked);
  const title = lines.slice(1).find(({ line: below }) => below.label === 'answer' && below.heading > 0);
  if (title) return belowTitle(title.base + title.line.span.end, areaEnd);
  if (line.sameLineEnd !== null) return cellSlot(base + line.sameLineAnswer!, base + line.sameLineEnd);
  const questionEnd = base + (line.wrappedEnd ?? line.span.end);
  const raw = text.slice(base + line.span.start, base + line.span.end);
  const inner = prefixTo(raw, line.marker === null ? line.indent : line.contentColumn);
  if (
    line.sameLineAnswer !== null &&
    /\bA(?:ns(?:wer)?)?\s*:\s*$/i.test(text.slice(base + line.sameLineAnswer, questionEnd))
  ) {
    const insert = { start: base + line.span.start + raw.trimEnd().length, end: questionEnd };
    return {
      area: insert,
      insert,
      place: 'inline',
      firstPrefix: ' ',
      linePrefix: inner,
      gap: false,
      singleLine: false,
    };
  }
  const options = givenOf(question, lines.slice(1), isQuiz);
  const usual = byLayout.get(line.layout) ?? defaultForm(question);
  // One more item would read as one more option.
  const isSibling = usual.marker === '- ' && !usual.nested && line.marker === 'bullet';
  const form = options.some((option) => option.line.marker !== null)
    ? { ...usual, marker: '', gap: true }
    : isSibling
      ? { ...usual, nested: true, gap: false }
      : usual;
  const underline = line.setext ? lines[1] : undefined;
  const above = options[options.length - 1] ?? underline ?? question;
  const start = above === question ? questionEnd : above.base + above.line.span.end;
  // Below a list item its text goes on without indentation for one paragraph only: what follows would fall out of it.
  const goesOnInItem = line.marker !== null && !form.nested && !form.gap && form.marker === '';
  const outer = form.nested ? inner : prefixTo(raw, line.indent);
  return {
    area: { start: questionEnd, end: Math.max(questionEnd, areaEnd) },
    insert: { start, end: start },
    place: 'below',
    firstPrefix: outer + form.marker,
    linePrefix: goesOnInItem ? inner : outer + (form.marker === '> ' ? '> ' : form.marker === '- ' ? '  ' : ''),
    gap: form.gap || (above !== question && form.marker === ''),
    singleLine: false,
  };
}

/** The place below a heading that says "Answer". */
function belowTitle(end: number, areaEnd: number): Slot {
  return {
    area: { start: end, end: Math.max(end, areaEnd) },
    insert: { start: end, end },
    place: 'below',
    firstPrefix: '',
    linePrefix: '',
    gap: true,
    singleLine: false,
  };
}

/** The empty cell of a table. A space stays before its bar, where there is room for one. */
function cellSlot(start: number, end: number): Slot {
  const insert = { start, end: Math.max(start, end - 1) };
  return {
    area: { start, end },
    insert,
    place: 'inline',
    firstPrefix: ' ',
    linePrefix: '',
    gap: false,
    singleLine: true,
  };
}

/** An empty bullet, number, quote or label that waits for its answer. */
function markedSlot(text: string, { line, base }: PlacedLine): Slot {
  const start = base + (line.kind === 'text' ? line.content.start : line.span.start);
  const end = base + line.span.end;
  const markerEnd = Math.min(start, end);
  const trimmed = text.slice(base + line.span.start, markerEnd).trimEnd();
  const insertStart = base + line.span.start + trimmed.length;
  return {
    area: { start: insertStart, end },
    insert: { start: insertStart, end },
    place: 'inline',
    firstPrefix: ' ',
    linePrefix: furtherPrefix(trimmed),
    gap: false,
    singleLine: false,
  };
}

/**
 * The slot of a question that words such as "TODO" stand under, which an answer replaces.
 *
 * @param words the answer they seem to be
 */
export function placeholderSlot(text: string, lines: readonly PlacedLine[], words: Span, singleLine: boolean): Slot {
  const { line, base } = lines.findLast((placed) => placed.base + placed.line.span.start <= words.start)!;
  const insert = { start: Math.max(words.start, base + line.content.start), end: words.end };
  return {
    area: insert,
    insert,
    place: 'inline',
    firstPrefix: '',
    linePrefix: furtherPrefix(text.slice(base + line.span.start, insert.start).trimEnd()),
    gap: false,
    singleLine,
  };
}

/** What lines start with that stand below a column of a line: its own quote marks, and space for all else. */
function prefixTo(raw: string, column: number): string {
  let at = 0;
  for (let reached = 0; at < raw.length && reached < column; at++) reached += raw[at] === '\t' ? 4 - (reached % 4) : 1;
  const prefix = raw.slice(0, at).replace(/[^\s>]/g, ' ');
  return prefix.endsWith('>') ? `${prefix} ` : prefix;
}

/** What further lines start with below a line with these marks: the quote's marks again, and space where list markers stand. */
function furtherPrefix(marks: string): string {
  const chain = /^(?:[\s>]|[-*+•](?=\s|$)|\(?\d+[.)-]+(?=\s|$))*/.exec(marks)![0];
  return chain.replace(/[^\s>]/g, ' ') + (/\S$/.test(chain) ? ' ' : '');
}

/**
 * The edit that writes an answer into a slot.
 *
 * @param answer Markdown, lines separated by \n
 * @param cursor where the user stands in the slot's area; null for the slot's own place
 */
export function writeAnswer(text: string, lines: LineIndex, slot: Slot, answer: string, cursor: number | null): Edit {
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const line = (number: number) => text.slice(lines.lineStart(number), lines.lineEnd(number));
  const isBlank = (number: number) => number >= lines.lineCount || /^[\s>]*$/.test(line(number));
  const own = lines.lineAt(slot.insert.start);
  const before = slot.place === 'inline' ? text.slice(lines.lineStart(own), slot.insert.start) : '';
  const source = slot.singleLine ? oneLine(answer.trim()) : answer.trim();
  const written = layOut(before, slot, source.split('\n')).join(eol);
  if (slot.place === 'inline') return { span: slot.insert, newText: written };
  const wanted = cursor === null ? own : lines.lineAt(cursor);
  const at = wanted > own && isBlank(wanted) ? wanted : own;
  const space = eol + /^[\s>]*/.exec(line(own))![0].trimEnd();
  const trail = isBlank(at + 1) || (isNestedBullet(slot) && startsItem.test(line(at + 1))) ? '' : space;
  if (at === own) return { span: slot.insert, newText: (slot.gap ? space : '') + eol + written + trail };
  const lead = slot.gap && !isBlank(at - 1) ? eol : '';
  return { span: { start: lines.lineStart(at), end: lines.lineEnd(at) }, newText: lead + written + trail };
}

/** An answer for a table's cell: on one line, its bars escaped (GFM, section 4.10). A list, which a cell has no room for, is a row. */
function oneLine(answer: string): string {
  const lines = answer.split('\n');
  const flat = lines.every((line) => bullet.test(line))
    ? lines.map((line) => line.replace(bullet, '')).join('; ')
    : answer;
  return flat.replace(/(?<!\s)\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}

/** The lines of an answer with what each starts with. */
function layOut(before: string, { firstPrefix, linePrefix }: Slot, answer: readonly string[]): string[] {
  const first = answer[0]!;
  const lead = before + firstPrefix;
  const further = (prefix: string) => (line: string) => (line === '' ? prefix.trimEnd() : prefix + line);
  if (/[-*+•]\s*$/.test(lead) && bullet.test(first)) {
    // The bullet that waits becomes the first of the answer's list.
    return [firstPrefix + first.replace(bullet, ''), ...answer.slice(1).map(further(linePrefix.slice(0, -2)))];
  }
  if (/\p{L}/u.test(lead) && startsBlock.test(first)) {
    return [firstPrefix.trimEnd(), ...answer.map(further(linePrefix))];
  }
  return [firstPrefix + first, ...answer.slice(1).map(further(linePrefix))];
}

const bullet = /^[-*+]\s+/;
/** What only counts as a list, code, heading, quote or table where a line starts with it. */
const startsBlock = /^(?:[-*+]\s|\d+[.)]\s|`{3}|~{3}|#{1,6}\s|>|\|)/;
/** An item, or a comment, which may stand right below anything. */
const startsItem = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s|<!--)/;

/** A nested bullet may stand right above the next item; anything else would run into what follows. */
const isNestedBullet = (slot: Slot) => /\s{2}- $/.test(slot.firstPrefix);
