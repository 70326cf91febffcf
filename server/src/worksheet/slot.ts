import type { Edit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
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

/** The form of an answer that stands below its question; null where it stands on the question's own line. */
export function formOfAnswer(question: PlacedLine, first: PlacedLine): AnswerForm | null {
  if (first.number === question.number) return null;
  const { line } = first;
  const nested = question.line.marker !== null && line.indent > question.line.indent;
  let marker = '';
  if (line.label === 'answer') marker = 'A: ';
  else if (line.quotes > question.line.quotes) marker = '> ';
  else if (line.marker === 'bullet') marker = '- ';
  return { marker, nested, gap: first.number > question.number + 1 };
}

/** What a question gets where its worksheet shows no way: a nested bullet under a list item, a paragraph under anything else. */
export function defaultForm(question: PlacedLine): AnswerForm {
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
export function findSlot(text: string, lines: readonly PlacedLine[], form: AnswerForm, areaEnd: number): Slot {
  const question = lines[0]!;
  const marked = lines
    .slice(1)
    .find(
      ({ line }) =>
        line.kind === 'text' && (line.marker !== null || line.label === 'answer' || line.quotes > question.line.quotes),
    );
  if (marked) return markedSlot(text, marked);
  const sameLine = question.line.sameLineAnswer;
  if (
    sameLine !== null &&
    /\bA(?:ns(?:wer)?)?\s*:\s*$/i.test(text.slice(question.base + sameLine, question.base + question.line.span.end))
  ) {
    const end = question.base + question.line.span.end;
    return {
      area: { start: end, end },
      insert: { start: end, end },
      place: 'inline',
      firstPrefix: '',
      linePrefix: ' '.repeat(question.line.contentColumn),
      gap: false,
      singleLine: false,
    };
  }
  const end = question.base + question.line.span.end;
  const quote = '> '.repeat(question.line.quotes);
  const indent = ' '.repeat(
    question.line.marker === null
      ? question.line.indent
      : form.nested
        ? question.line.contentColumn
        : question.line.indent,
  );
  const marker = form.marker === '> ' ? '> ' : form.marker;
  const further = form.marker === '> ' ? '> ' : form.marker === '- ' ? '  ' : '';
  return {
    area: { start: end, end: Math.max(end, areaEnd) },
    insert: { start: end, end },
    place: 'below',
    firstPrefix: quote + indent + marker,
    linePrefix: quote + indent + further,
    gap: form.gap,
    singleLine: false,
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
  const written = (slot.singleLine ? answer.trim().replace(/\s*\n\s*/g, ' ') : answer.trim())
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : slot.linePrefix + line))
    .join(eol);
  if (slot.place === 'inline') return { span: slot.insert, newText: slot.firstPrefix + written };
  const questionLine = lines.lineAt(slot.insert.start);
  const at = cursor === null ? questionLine : lines.lineAt(cursor);
  const isBlank = (line: number) =>
    line >= lines.lineCount || text.slice(lines.lineStart(line), lines.lineEnd(line)).replace(/[\s>]/g, '') === '';
  const trail =
    isBlank(at + 1) || mayStandAbove(slot, text.slice(lines.lineStart(at + 1), lines.lineEnd(at + 1))) ? '' : eol;
  if (at === questionLine) {
    const lead = slot.gap ? eol + slot.linePrefix.trimEnd() + eol : eol;
    return { span: slot.insert, newText: lead + slot.firstPrefix + written + trail };
  }
  const lead = slot.gap && at === questionLine + 1 ? eol : '';
  return {
    span: { start: lines.lineStart(at), end: lines.lineEnd(at) },
    newText: lead + slot.firstPrefix + written + trail,
  };
}

/** A nested bullet may stand right above the next item or heading; plain text would go on with it, and anything else runs into what follows. */
const mayStandAbove = (slot: Slot, next: string) =>
  /^\s+- $/.test(slot.firstPrefix) && /^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|>)/.test(next);
