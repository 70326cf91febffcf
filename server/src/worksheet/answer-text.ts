import type { Span } from '../text/span.ts';
import type { Answer } from './model.ts';

/** An answer's words where they stand in the document: the source with blanks for all that is not said. */
export interface AnswerText {
  /** As long as the answer's source; list markers, labels, emphasis, code blocks, link targets, tags and what is struck through are spaces. */
  readonly text: string;
  /** Offset of `text` in the document. */
  readonly start: number;
  /** The sentences, items and paragraphs of `text`, in order, without white space around them. */
  readonly sentences: readonly Span[];
}

const lineMarks =
  /^(?:[ \t]|>|[-*+•](?=\s|$)|\(?\d+[.)](?=\s|$)|#{1,6}(?=\s))*(?:[*_]{0,2}a(?:ns(?:wer)?)?[*_]{0,2}:)?/i;
const fenceLine = /^[\s>]*(`{3,}|~{3,})/;
/** In a line: what stands around words, or between them, and is no word. */
const marks =
  /~~[^~]*~~|!?\[(?=[^\][]*\]\()|\]\([^()\s]*(?:\s+"[^"]*")?\)|<\/?[a-z][^<>]*>|https?:\/\/[^\s<>()]+|[*`~\\]|(?<![\p{L}\d])_|_(?![\p{L}\d])/giu;
const startsItem = /^[\s>]*(?:[-*+•]|\(?\d+[.)]|#{1,6}|\|)\s/;

/** Reads an answer where it stands. */
export function answerText(document: string, { span }: Pick<Answer, 'span'>): AnswerText {
  const source = document.slice(span.start, span.end);
  const sentences: Span[] = [];
  let text = '';
  let from = 0;
  let fence: string | null = null;
  const end = (at: number) => {
    for (const sentence of sentencesIn(text.slice(from, at))) {
      sentences.push({ start: from + sentence.start, end: from + sentence.end });
    }
    from = at;
  };
  for (const [line] of source.matchAll(/[^\r\n]*(?:\r\n?|\n)?/g)) {
    const opens = fenceLine.exec(line)?.[1]?.slice(0, 3) ?? null;
    const isCode = fence !== null || opens !== null;
    if (isCode || startsItem.test(line) || line.trim() === '') end(text.length);
    text += isCode ? blanked(line) : line.replace(lineMarks, blanked).replace(marks, blanked);
    if (opens !== null) fence = fence === null ? opens : fence === opens ? null : fence;
  }
  end(text.length);
  return { text, start: span.start, sentences };
}

const blanked = (text: string) => text.replace(/[^\r\n]/g, ' ');

function sentencesIn(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/(?<![.!?;])[.!?;]+(?=["')\]]*(?:\s|$))|$/g)) {
    const part = text.slice(start, index + mark.length);
    const lead = part.length - part.trimStart().length;
    if (lead < part.length) found.push({ start: start + lead, end: start + part.trimEnd().length });
    start = index + mark.length;
  }
  return found;
}
