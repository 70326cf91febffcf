import type { Block } from '../markdown/document.ts';
import { shift } from '../text/span.ts';
import { type Blanks, findBlanks } from './blanks.ts';
import { likely } from './likely.ts';
import { type Line, readLines } from './lines.ts';
import { plainText } from './plain-text.ts';
import { tableCells, trimmedCell } from './recognizers/table-row.ts';
import { rateWording } from './wording.ts';
import { joined, wrappedTo } from './wrapped-lines.ts';

/** A line with what its own text says about its being a question. Depends on nothing outside its block. */
export interface RatedLine extends Line {
  /** 0 to 1: how much the wording looks like a question. */
  readonly likeness: number;
  readonly announces: boolean;
  /** Offset (relative to the block) at which an answer on the question's own line starts; null where there is none. */
  readonly sameLineAnswer: number | null;
  /** Where one may start, if the answers to other questions of the document stand on the questions' own lines; null where nothing says so. */
  readonly possibleAnswer: number | null;
  /** Where the place for that answer ends, where that is before the end of the line (a table's cell); null otherwise. */
  readonly sameLineEnd: number | null;
  /** Where a question ends that was broken to a width, relative to the block; null for one on a single line. */
  readonly wrappedEnd: number | null;
  /** The line belongs to the question above, which was broken to a width. */
  readonly isWrapped: boolean;
  readonly blanks: Blanks;
  /** The line goes on with the paragraph of the line above. */
  readonly continues: boolean;
  /** All of the text is one link. */
  readonly isLink: boolean;
  /** The marks around the text, in short: people keep to one layout in a file, so questions share theirs. */
  readonly layout: string;
}

const cache = new WeakMap<Block, readonly RatedLine[]>();

/** The rated lines of a block, but for its directives; remembered for as long as the block lives. */
export function rateLines(block: Block): readonly RatedLine[] {
  let rated = cache.get(block);
  if (!rated) {
    const lines = readLines(block).filter(({ kind }) => kind !== 'directive');
    rated = rateAll(block.source, lines);
    cache.set(block, rated);
  }
  return rated;
}

function rateAll(source: string, lines: readonly Line[]): RatedLine[] {
  const all: RatedLine[] = [];
  while (all.length < lines.length) {
    const index = all.length;
    const line = lines[index]!;
    const last = wrappedTo(source, lines, index);
    if (last === index) {
      all.push(rate(source, line, lines[index - 1]));
      continue;
    }
    const end = lines[last]!;
    const content = { start: line.content.start, end: end.content.end };
    const whole = { ...line, content, text: plainText(joined(source, content)).replace(/\s+/g, ' ') };
    all.push({
      ...rate(source, whole, lines[index - 1]),
      sameLineAnswer: null,
      possibleAnswer: null,
      wrappedEnd: end.span.end,
    });
    for (const further of lines.slice(index + 1, last + 1)) {
      all.push(rated(further, { ...silent, continues: true, isWrapped: true }));
    }
  }
  return all;
}

/** Whether a text is a link and nothing else. */
export const isOneLink = (text: string) => wholeLink.test(text);

const wholeLink =
  /^\s*(?:\[[^\]]*\]\((?:[^()]|\([^)]*\))*\)(?:\{:[^}]*\})?|<https?:[^>]*>|https?:\/\/\S+(?!\S))[\s|·,.-]*$/;

function rate(source: string, line: Line, previous: Line | undefined): RatedLine {
  const continues =
    line.kind === 'text' &&
    previous?.kind === 'text' &&
    previous.text !== '' &&
    previous.heading === 0 &&
    line.marker === null &&
    line.heading === 0 &&
    previous.quotes === line.quotes;
  if (line.kind === 'table') return rateRow(source, line, continues) ?? rated(line, { ...silent, continues });
  if (line.kind !== 'text' || line.text === '')
    return rated(line, { ...silent, continues, announces: isTitleOfQuestions(line) });
  const part = partOf(source, line);
  if (part) return { ...rate(source, part, previous), layout: inLetters };
  const whole = joined(source, line.content);
  // The marks that close emphasis before the end of the line are none of the text's, and no blank.
  const restStart = line.restStart === null ? whole.length : line.restStart - line.content.start;
  const headEnd = line.restStart === null ? whole.length : withoutClosing(whole.slice(0, restStart)).length;
  const closing = restStart - headEnd;
  const raw = whole.slice(0, headEnd) + ' '.repeat(closing) + whole.slice(headEnd + closing);
  const head = raw.slice(0, headEnd);
  const blanks = findBlanks(raw);
  const blanksInHead = blanks.open.some((blank) => blank.start < head.length);
  const filledInHead = blanks.filled !== null && blanks.filled.start < head.length;
  const wording = rateWording(head, blanksInHead || filledInHead);
  let sameLineAnswer: number | null = null;
  const repeated =
    blanksInHead && line.restStart === null ? repetitionStart(raw, blanks.open[blanks.open.length - 1]!.end) : null;
  if (repeated !== null) sameLineAnswer = line.content.start + repeated;
  if (line.restStart !== null && wording.likeness >= 0.3) sameLineAnswer = line.restStart;
  else if (wording.questionEnd !== null) sameLineAnswer = line.content.start + wording.questionEnd;
  // A heading with a link behind is the title of a reading.
  if (sameLineAnswer !== null && line.heading > 0 && isOneLink(source.slice(sameLineAnswer, line.content.end)))
    sameLineAnswer = null;
  return rated(line, {
    likeness: wording.likeness,
    announces: wording.announces,
    sameLineAnswer,
    possibleAnswer: wording.possibleEnd === null ? null : line.content.start + wording.possibleEnd,
    sameLineEnd: null,
    wrappedEnd: null,
    isWrapped: false,
    blanks: {
      open: blanks.open.map((span) => shift(span, line.content.start)),
      filled: blanks.filled && shift(blanks.filled, line.content.start),
    },
    continues,
    isLink: isOneLink(raw),
    layout: layoutOf(line, continues),
  });
}

/** `## Questions:`, with nothing behind it. */
const isTitleOfQuestions = ({ kind, label, heading }: Line) => kind === 'text' && label === 'question' && heading > 0;

/** The layout of questions in letters. */
export const inLetters = 'abc';

/** `b) Why does it?`: a question in parts, without the letter; null for anything else, such as an option to choose. */
function partOf(source: string, line: Line): Line | null {
  const letter = /^\(?[a-h][.)]\s+(?=\S)/i.exec(source.slice(line.content.start, line.content.start + 8))?.[0];
  if (letter === undefined || line.heading > 0 || line.label !== null) return null;
  const text = line.text.replace(/^\(?[a-h][.)]\s+/i, '');
  const { likeness, questionEnd } = rateWording(text, false);
  if (likeness < 0.8 || questionEnd !== null) return null;
  return { ...line, content: { start: line.content.start + letter.length, end: line.content.end }, text };
}

/** What {@link rate} adds to a line. */
type Rating = Omit<RatedLine, keyof Line>;

/** The rating of a line that says nothing. */
const silent: Rating = {
  likeness: 0,
  announces: false,
  sameLineAnswer: null,
  possibleAnswer: null,
  sameLineEnd: null,
  wrappedEnd: null,
  isWrapped: false,
  blanks: { open: [], filled: null },
  continues: false,
  isLink: false,
  layout: '',
};

/** In one literal, as in `lines.ts`: a line made by spreading objects takes ten times as long. */
function rated(line: Line, rating: Rating, content = line.content, text = line.text): RatedLine {
  return {
    quotes: line.quotes,
    indent: line.indent,
    marker: line.marker,
    number: line.number,
    contentColumn: line.contentColumn,
    heading: line.heading,
    innerNumber: line.innerNumber,
    label: line.label,
    emphasis: line.emphasis,
    restStart: line.restStart,
    content,
    text,
    kind: line.kind,
    line: line.line,
    span: line.span,
    listDepth: line.listDepth,
    setext: line.setext,
    likeness: rating.likeness,
    announces: rating.announces,
    sameLineAnswer: rating.sameLineAnswer,
    possibleAnswer: rating.possibleAnswer,
    sameLineEnd: rating.sameLineEnd,
    wrappedEnd: rating.wrappedEnd,
    isWrapped: rating.isWrapped,
    blanks: rating.blanks,
    continues: rating.continues,
    isLink: rating.isLink,
    layout: rating.layout,
  };
}

const withoutClosing = (text: string) => text.trimEnd().replace(/(?<![*_])[*_]+$/, '');

/** A table's row that asks something in one cell and has another one beside it for the answer; null for any other row. */
function rateRow(source: string, row: Line, continues: boolean): RatedLine | null {
  const raw = source.slice(row.span.start, row.span.end);
  const cells = tableCells(raw);
  for (let index = 0; index + 1 < cells.length; index++) {
    const span = trimmedCell(raw, cells[index]!);
    const text = raw.slice(span.start, span.end);
    const blanks = findBlanks(text);
    const { likeness, questionEnd } = rateWording(text, blanks.open.length > 0);
    if (likeness < likely || questionEnd !== null) continue;
    const content = shift(span, row.span.start);
    const rating: Rating = {
      ...silent,
      likeness,
      continues,
      sameLineAnswer: row.span.start + cells[index + 1]!.start,
      sameLineEnd: row.span.start + cells[index + 1]!.end,
      blanks: { open: blanks.open.map((blank) => shift(blank, content.start)), filled: null },
      layout: 'table',
    };
    return rated(row, rating, content, plainText(text));
  }
  return null;
}

/** Where the whole sentence stands again behind a fill-in sentence, with the word in it; null where it doesn't. */
function repetitionStart(text: string, afterBlank: number): number | null {
  const sentence = /^[^.?!]*[.?!]+(?=\s+\S)/.exec(text.slice(afterBlank));
  if (!sentence) return null;
  const start = afterBlank + sentence[0].length;
  const asked = new Set(words(text.slice(0, start)));
  const again = words(text.slice(start));
  const shared = again.filter((word) => asked.has(word)).length;
  return again.length > 0 && shared * 2 >= Math.min(again.length, asked.size) ? start : null;
}

const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

function layoutOf(line: Line, continues: boolean): string {
  const parts = [line.quotes > 0 ? '>' : ''];
  if (line.marker) parts.push(line.marker === 'ordered' ? 'ol' : 'ul', String(Math.max(1, line.listDepth)));
  if (line.heading) parts.push('h', String(line.heading));
  if (line.label) parts.push(line.label);
  if (line.emphasis !== 'none') parts.push('*');
  if (line.innerNumber) parts.push('#');
  if (!line.marker && !line.heading) parts.push(continues ? 'line' : 'p', line.indent >= 2 ? 'nested' : '');
  return parts.join('');
}

/** Whether a line is more than space between others. */
export const countsAsContent = ({ kind }: RatedLine) => kind !== 'blank' && kind !== 'inert' && kind !== 'rule';

/** Whether a line has something to read: text, code or a table's row. */
export const saysSomething = (line: RatedLine) => countsAsContent(line) && (line.kind !== 'text' || line.text !== '');
