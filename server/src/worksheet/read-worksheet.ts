import type { MarkdownDocument } from '../markdown/document.ts';
import { readAnswer, readFilled, statusOf } from './answers.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Question, Worksheet } from './model.ts';
import { plainText } from './plain-text.ts';
import { assignRoles, gatherEvidence, type KnowsQuestion, type PlacedLine, placeLines } from './prompts.ts';
import { judgeLooks } from './role.ts';
import { type AnswerForm, defaultForm, findSlot, formOfAnswer } from './slot.ts';

export interface ReadOptions {
  /** Whether a key knows a question with this text. Return null for all where no key is at hand. */
  readonly knows: KnowsQuestion;
  /** The user's settings say that this file is a worksheet, or is none; null where they don't say. */
  readonly declared?: boolean | null;
}

/** Reads a document's questions. Never throws. A document that is no worksheet has none. */
export function readWorksheet(document: MarkdownDocument, options: ReadOptions): Worksheet {
  const frontMatter = readFrontMatter(document);
  if (frontMatter.role === 'glossary' || frontMatter.role === 'none') {
    const reason = frontMatter.role === 'glossary' ? 'its front matter says "glossary"' : 'its front matter says "off"';
    return { role: frontMatter.role, reasons: [reason], questions: [], frontMatter };
  }
  const lines = placeLines(document);
  const roles = assignRoles(lines, gatherEvidence(lines), options.knows);
  const parts = partition(lines, roles);
  const declared = frontMatter.role !== null || frontMatter.key !== null || options.declared === true;
  const known = declared ? 0 : parts.filter(({ lines: [first] }) => options.knows(first!.line.text) !== null).length;
  const looks = judgeLooks(lines, roles, known);
  if (options.declared === false || (!declared && !looks.isWorksheet)) {
    const reason =
      options.declared === false ? 'the settings say it is none' : 'too few questions with room for answers';
    return { role: 'none', reasons: [reason], questions: [], frontMatter };
  }
  const forms = answerForms(parts);
  const questions = parts.map((part) => readQuestion(document, part, forms, options.knows));
  const reasons = frontMatter.role
    ? [`its front matter says "${frontMatter.role}"`]
    : frontMatter.key
      ? ['its front matter names a key']
      : options.declared
        ? ['the settings name it in worksheets.files']
        : looks.reasons;
  return { role: frontMatter.role ?? 'worksheet', reasons, questions, frontMatter };
}

/** A question's line with all that stands below it up to the next question or topic. */
interface Part {
  readonly lines: readonly PlacedLine[];
  readonly section: readonly string[];
  /** Offset at which the next question or topic starts; null at the end of the document. */
  readonly next: PlacedLine | null;
}

function partition(lines: readonly PlacedLine[], roles: readonly string[]): Part[] {
  const parts: Part[] = [];
  const path: { depth: number; text: string }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { line } = lines[index]!;
    if (roles[index] === 'topic' && line.heading > 0) {
      while (path.length && path[path.length - 1]!.depth >= line.heading) path.pop();
      path.push({ depth: line.heading, text: line.text });
    }
    if (roles[index] !== 'prompt') continue;
    let end = index + 1;
    while (end < lines.length && roles[end] === 'other') end++;
    parts.push({ lines: lines.slice(index, end), section: path.map(({ text }) => text), next: lines[end] ?? null });
  }
  return parts;
}

/** The most frequent answer form for each question layout. */
function answerForms(parts: readonly Part[]): ReadonlyMap<string, AnswerForm> {
  const counts = new Map<string, Map<string, number>>();
  for (const { lines } of parts) {
    const question = lines[0]!;
    const first =
      question.line.sameLineAnswer === null
        ? lines.slice(1).find(({ line }) => line.text !== '' && line.kind === 'text')
        : undefined;
    const form = first && formOfAnswer(question, first);
    if (!form) continue;
    const key = JSON.stringify(form);
    const forLayout = counts.get(question.line.layout) ?? new Map<string, number>();
    forLayout.set(key, (forLayout.get(key) ?? 0) + 1);
    counts.set(question.line.layout, forLayout);
  }
  return new Map(
    [...counts].map(([layout, forms]) => [
      layout,
      JSON.parse([...forms].sort((a, b) => b[1] - a[1])[0]![0]) as AnswerForm,
    ]),
  );
}

function readQuestion(
  document: MarkdownDocument,
  { lines, section, next }: Part,
  forms: ReadonlyMap<string, AnswerForm>,
  knows: KnowsQuestion,
): Question {
  const { line, base, number } = lines[0]!;
  const span = { start: base + line.content.start, end: base + (line.sameLineAnswer ?? line.content.end) };
  const text = plainText(document.text.slice(span.start, span.end));
  const blanks = line.blanks.open.map((blank) => ({ start: base + blank.start, end: base + blank.end }));
  const filled = readFilled(document.text, lines[0]!, knows);
  const kind = blanks.length || filled ? 'fill-in' : 'open';
  const found = readAnswer(document.text, lines);
  const answer = found ?? (filled ? { span, lines: [number, number] as const, text } : null);
  const status = statusOf(filled ? filled.text : (answer?.text ?? null));
  const slot =
    status === 'blank'
      ? findSlot(document.text, lines, forms.get(line.layout) ?? defaultForm(lines[0]!), areaEnd(document, lines, next))
      : null;
  return {
    text,
    span,
    line: number,
    section,
    kind,
    status,
    blanks,
    filled: filled?.span ? filled : null,
    answer,
    slot,
  };
}

/** End of the last blank line below a question. */
function areaEnd(document: MarkdownDocument, lines: readonly PlacedLine[], next: PlacedLine | null): number {
  const last = next ? next.number - 1 : document.lines.lineCount - 1;
  return document.lines.lineEnd(Math.max(last, lines[0]!.number));
}
