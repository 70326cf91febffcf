import { type Span, shift } from '../text/span.ts';
import { readAnswer, readFilled, statusOf } from './answers.ts';
import { handOutAnswers } from './collected-answers.ts';
import type { Answer, Question, Slot } from './model.ts';
import { plainText } from './plain-text.ts';
import type { KnowsQuestion, Role } from './prompts.ts';
import type { PlacedLine } from './segment.ts';
import { type AnswerForm, defaultForm, findSlot, formOfAnswer, placeholderSlot } from './slot.ts';

/** A question's line with all that stands below it up to the next question or topic. */
export interface Part {
  readonly lines: readonly PlacedLine[];
  readonly section: readonly string[];
  /** Line of the next question or topic, relative like the part's own; null where the text ends first. */
  readonly nextLine: number | null;
  /** The answer stands with those of other questions, away from its question. */
  readonly collected: boolean;
}

/** The topics above a place, outermost first. */
export type TopicPath = readonly { readonly depth: number; readonly text: string }[];

/** Takes a run of lines apart into its questions. */
export function takeApart(
  lines: readonly PlacedLine[],
  roles: readonly Role[],
  entering: TopicPath,
): { readonly parts: readonly Part[]; readonly leaving: TopicPath } {
  const parts: Part[] = [];
  let path = entering;
  for (let index = 0; index < lines.length; index++) {
    const { line } = lines[index]!;
    if (roles[index] === 'topic') {
      // A title without heading marks stands below all headings.
      const depth = line.heading || 7;
      path = [...path.filter((topic) => topic.depth < depth), { depth, text: line.text }];
    }
    if (roles[index] !== 'prompt') continue;
    let end = index + 1;
    const isRow = lines[index]!.line.layout === 'table';
    while (!isRow && end < lines.length && roles[end] === 'other') end++;
    parts.push({
      lines: lines.slice(index, end),
      section: path.map(({ text }) => text),
      nextLine: lines[end]?.number ?? null,
      collected: false,
    });
  }
  return { parts: handOutAnswers(parts), leaving: path };
}

/** How often each answer form occurs, by the layout of the question: `layout\nform as JSON`. */
export function countForms(parts: readonly Part[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lines, collected } of parts) {
    const question = lines[0]!;
    if (collected || question.line.sameLineAnswer !== null) continue;
    const below = lines.slice(1);
    const at = below.findIndex(({ line }) => line.text !== '' && line.kind === 'text');
    const form = at >= 0 && formOfAnswer(question, below.slice(0, at + 1));
    if (!form) continue;
    const name = `${question.line.layout}\n${JSON.stringify(form)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent answer form for each question layout. */
export function chooseForms(counts: ReadonlyMap<string, number>): ReadonlyMap<string, AnswerForm> {
  const forms = new Map<string, AnswerForm>();
  for (const [name] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const [layout, form] = name.split('\n') as [string, string];
    if (!forms.has(layout)) forms.set(layout, JSON.parse(form) as AnswerForm);
  }
  return forms;
}

/**
 * Reads one question.
 *
 * @param text what the part's offsets refer to, blank lines behind it included
 * @param lineStarts offset in `text` at which a line ends, by its number
 */
export function readQuestion(
  text: string,
  { lines, section, nextLine }: Part,
  lineEnd: (line: number | null) => number,
  forms: ReadonlyMap<string, AnswerForm>,
  knows: KnowsQuestion,
): Question {
  const { line, base, number } = lines[0]!;
  const span = {
    start: base + line.content.start,
    end: base + (line.sameLineEnd === null ? (line.sameLineAnswer ?? line.content.end) : line.content.end),
  };
  const reading = plainText(text.slice(span.start, span.end));
  const blanks = line.blanks.open.map((blank) => shift(blank, base));
  const found = readAnswer(text, lines);
  const filled = readFilled(text, lines[0]!, knows, found === null);
  const status = statusOf(filled ? filled.text : (found?.text ?? null));
  const form = forms.get(line.layout) ?? defaultForm(lines[0]!);
  const areaEnd = lineEnd(nextLine === null ? null : Math.max(nextLine - 1, number));
  const slot =
    status === 'blank'
      ? findSlot(text, lines, form, areaEnd)
      : status === 'placeholder'
        ? placeholderSlot(text, lines, filled?.span ?? found!.span, filled !== null)
        : null;
  return {
    text: reading,
    span,
    line: number,
    section,
    kind: blanks.length || filled ? 'fill-in' : 'open',
    status,
    blanks,
    filled: filled?.span ? filled : null,
    answer: found ?? (filled ? { span, lines: [number, number], text: reading } : null),
    slot,
  };
}

/** A question read relative to some place, as it stands in the document. Reading a large worksheet makes thousands: spans are made when asked for. */
export class PlacedQuestion implements Question {
  /** The question relative to its place: the same object for as long as its text and surroundings stay. */
  readonly relative: Question;
  readonly #offset: number;
  readonly #line: number;

  constructor(relative: Question, offset: number, line: number) {
    this.relative = relative;
    this.#offset = offset;
    this.#line = line;
  }

  get text() {
    return this.relative.text;
  }
  get section() {
    return this.relative.section;
  }
  get kind() {
    return this.relative.kind;
  }
  get status() {
    return this.relative.status;
  }
  get line(): number {
    return this.relative.line + this.#line;
  }
  get span(): Span {
    return shift(this.relative.span, this.#offset);
  }
  get blanks(): readonly Span[] {
    return this.relative.blanks.map((blank) => shift(blank, this.#offset));
  }
  get filled(): Question['filled'] {
    const { filled } = this.relative;
    return filled && { span: shift(filled.span, this.#offset), text: filled.text };
  }
  get answer(): Answer | null {
    const { answer } = this.relative;
    if (!answer) return null;
    const [first, last] = answer.lines;
    return {
      span: shift(answer.span, this.#offset),
      lines: [first + this.#line, last + this.#line],
      text: answer.text,
    };
  }
  get slot(): Slot | null {
    const { slot } = this.relative;
    return slot && { ...slot, area: shift(slot.area, this.#offset), insert: shift(slot.insert, this.#offset) };
  }
}
