import { shift } from '../text/span.ts';
import { hasOptions, isContent, readAnswer, readFilled, statusOf } from './answers.ts';
import { handOutAnswers } from './collected-answers.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Role } from './line-role.ts';
import type { Question } from './model.ts';
import { plainText } from './plain-text.ts';
import type { PlacedLine } from './segment.ts';
import { type AnswerForm, type AnswerForms, findSlot, formOfAnswer, placeholderSlot } from './slot.ts';
import { joined } from './wrapped-lines.ts';

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
      path = path.filter((topic) => topic.depth < depth);
      if (line.text !== '') path = [...path, { depth, text: line.text }];
    }
    if (roles[index] !== 'prompt') continue;
    let end = index + 1;
    const isRow = line.layout === 'table';
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

/** All questions, and those with what looks like options. An answer more or less changes neither. */
const allQuestions = '\nquestions';
const withOptions = '\noptions';
/** Questions of a layout with their answer behind them, on the same line, or below. */
const answered = (place: 'behind' | 'below', layout: string) => `\n${place}\n${layout}`;

/** How often each answer form occurs, by the layout of the question: `layout\nform as JSON`. */
export function countForms(parts: readonly Part[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { lines, collected } of parts) {
    const question = lines[0]!;
    add(allQuestions);
    if (hasOptions(lines.slice(1))) add(withOptions);
    if (collected) continue;
    if (question.line.sameLineAnswer !== null) {
      add(answered('behind', question.line.layout));
      continue;
    }
    const below = lines.slice(1);
    if (below.some(({ line }) => isContent(line))) add(answered('below', question.line.layout));
    const at = below.findIndex(({ line }) => line.text !== '' && line.kind === 'text' && !line.isWrapped);
    const form = at >= 0 && formOfAnswer(question, below.slice(0, at + 1));
    if (!form) continue;
    add(`${question.line.layout}\n${JSON.stringify(form)}`);
  }
  return counts;
}

/** Reads off the counts how answers are laid out. */
export function chooseForms(counts: ReadonlyMap<string, number>): AnswerForms {
  const byLayout = new Map<string, AnswerForm>();
  for (const [name] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const [layout, form] = name.split('\n') as [string, string];
    if (layout !== '' && !byLayout.has(layout)) byLayout.set(layout, JSON.parse(form) as AnswerForm);
  }
  const behind = new Set<string>();
  for (const [name, count] of counts) {
    const [, place, layout] = name.split('\n');
    if (place === 'behind' && count >= 2 && count > (counts.get(answered('below', layout!)) ?? 0)) behind.add(layout!);
  }
  const options = counts.get(withOptions) ?? 0;
  return { byLayout, behind, isQuiz: options >= 2 && options * 2 > (counts.get(allQuestions) ?? 0) };
}

/** The lines of a question, with its answer on the first one where other questions have theirs there and nothing stands below. */
function withAnswerBehind(lines: readonly PlacedLine[], { behind }: AnswerForms): readonly PlacedLine[] {
  const [question, ...below] = lines as [PlacedLine, ...PlacedLine[]];
  const { sameLineAnswer, possibleAnswer, layout } = question.line;
  const isBehind = sameLineAnswer === null && possibleAnswer !== null && behind.has(layout);
  return isBehind && !below.some(({ line }) => isContent(line))
    ? [{ ...question, line: { ...question.line, sameLineAnswer: possibleAnswer } }, ...below]
    : lines;
}

/**
 * Reads one question.
 *
 * @param text what the part's offsets refer to, blank lines behind it included
 * @param areaEnd offset in `text` at which the last line before the next question or topic ends
 */
export function readQuestion(
  text: string,
  { lines: all, section }: Pick<Part, 'lines' | 'section'>,
  areaEnd: number,
  forms: AnswerForms,
  knows: KnowsQuestion,
): Question {
  const lines = withAnswerBehind(all, forms);
  const { line, base, number } = lines[0]!;
  const span = {
    start: base + line.content.start,
    end: base + (line.sameLineEnd === null ? (line.sameLineAnswer ?? line.content.end) : line.content.end),
  };
  const reading = plainText(joined(text, span)).replace(/\s+/g, ' ');
  const blanks = line.blanks.open.map((blank) => shift(blank, base));
  const found = readAnswer(text, lines, forms.isQuiz);
  // A label that waits for its answer says that there is none in the sentence.
  const isLast = found === null && !lines.slice(1).some((below) => below.line.label === 'answer');
  const filled = readFilled(text, lines[0]!, knows, isLast);
  const status = statusOf(filled ? filled.text : (found?.text ?? null));
  const slot =
    status === 'blank'
      ? findSlot(text, lines, forms, areaEnd)
      : status === 'placeholder'
        ? placeholderSlot(text, lines, filled?.span ?? found!.span, filled !== null || line.layout === 'table')
        : null;
  return {
    text: reading,
    span,
    line: number,
    section,
    kind: blanks.length || filled ? 'fill-in' : 'open',
    status,
    blanks,
    filled,
    answer: found ?? (filled ? { span, lines: [number, number], text: reading } : null),
    slot,
  };
}
