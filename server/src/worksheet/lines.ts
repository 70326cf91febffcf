import type { Block, RootContent } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import { isOnlyDirectives } from './directives.ts';
import { likely } from './likely.ts';
import { type Marks, noMarks, readMarks } from './marks.ts';
import { rateWording } from './wording.ts';

/**
 * What a line of the source is in CommonMark's eyes:
 * `text`: of a paragraph, heading or list item; `code`: of a code block; `table`: a row of a table;
 * `rule`: a thematic break or the underline of a setext heading or table head; `blank`: white space only;
 * `directive`: of a comment that says which findings are not wanted; a worksheet reads as if it was not there;
 * `inert`: another comment, a definition or anything else that is neither question nor answer.
 */
export type LineKind = 'text' | 'code' | 'table' | 'rule' | 'blank' | 'directive' | 'inert';

/** One line of a block's source with the marks that stand before its text. Offsets are relative to the block. */
export interface Line extends Marks {
  readonly kind: LineKind;
  /** 0-based, relative to the block's first line. */
  readonly line: number;
  /** The whole line without its line break. */
  readonly span: Span;
  /** How many lists CommonMark finds the line in. */
  readonly listDepth: number;
  /** The line is the text of a setext heading: a heading to CommonMark, often just text above a `---` to its writer (`heading` is 0 then). */
  readonly setext: boolean;
}

interface Context {
  kind: LineKind;
  listDepth: number;
  quoteDepth: number;
  heading: number;
  setext: boolean;
  /** The line counts as if it was not indented. */
  isOutdented: boolean;
}

const cache = new WeakMap<Block, readonly Line[]>();

/** The lines of a top-level block; remembered for as long as the block lives. */
export function readLines(block: Block): readonly Line[] {
  let lines = cache.get(block);
  if (!lines) {
    lines = computeLines(block);
    cache.set(block, lines);
  }
  return lines;
}

function computeLines(block: Block): readonly Line[] {
  const spans = lineSpans(block.source);
  const contexts: Context[] = spans.map(() => ({
    kind: 'inert',
    listDepth: 0,
    quoteDepth: 0,
    heading: 0,
    setext: false,
    isOutdented: false,
  }));
  markContexts(block.node as Node, contexts, { listDepth: 0, quoteDepth: 0 }, block.source);
  return spans.map((span, line) => {
    const context = contexts[line]!;
    const raw = block.source.slice(span.start, span.end);
    const blank = raw.trim() === '';
    if (blank && context.kind !== 'code') {
      const content = { start: span.start, end: span.start };
      return lineOf(noMarks, content, noMarks.indent, 'blank', line, span, context);
    }
    const { kind } = context;
    const marks = readMarks(
      kind === 'text' ? raw : withoutQuotes(raw, context.quoteDepth),
      span.start,
      kind === 'text' ? context.heading : 0,
      kind === 'text',
    );
    return lineOf(marks, marks.content, context.isOutdented ? 0 : marks.indent, kind, line, span, context);
  });
}

/** In one literal: there are lines by the ten thousand, and one made by spreading objects takes ten times as long. */
function lineOf(
  marks: Omit<Marks, 'content'>,
  content: Span,
  indent: number,
  kind: LineKind,
  line: number,
  span: Span,
  { listDepth, setext }: Context,
): Line {
  return {
    quotes: marks.quotes,
    indent,
    marker: marks.marker,
    number: marks.number,
    contentColumn: marks.contentColumn,
    heading: marks.heading,
    innerNumber: marks.innerNumber,
    label: marks.label,
    emphasis: marks.emphasis,
    restStart: marks.restStart,
    content,
    text: marks.text,
    kind,
    line,
    span,
    listDepth,
    setext,
  };
}

/** A line of code in a quote with space for the quote's marks. */
const withoutQuotes = (raw: string, quotes: number) =>
  quotes === 0 ? raw : raw.replace(new RegExp(`^(?:[ \\t]*>){0,${quotes}}`), (marks) => marks.replaceAll('>', ' '));

function lineSpans(source: string): Span[] {
  const spans: Span[] = [];
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let match = breaks.exec(source); match; match = breaks.exec(source)) {
    spans.push({ start, end: match.index });
    start = breaks.lastIndex;
  }
  spans.push({ start, end: source.length });
  return spans;
}

/** A title with a line drawn under it, as long as the title itself: what is meant as a rule is short, or as wide as the page. */
function isUnderlinedTitle(text: string): boolean {
  const [title, underline, more] = text.split(/(?:\r\n?|\n)[ \t>]*/) as [string, string, string?];
  if (more !== undefined) return false;
  const drawn = underline.length;
  return underline.startsWith('=') || (drawn > 3 && Math.abs(drawn - title.trimEnd().length) <= 2);
}

/** A list that is indented one column too far, or not far enough for the item it was meant for: code to CommonMark. */
function isIndentedList(node: Node, source: string): boolean {
  return textOf(node, source)
    .split(/\r\n?|\n/)
    .every((line) => /^\s*(?:[-*+]|\d{1,3}[.)])(?:\s|$)/.test(line) || line.trim() === '');
}

/** Questions pasted with their indentation, down to the last line: code to CommonMark. */
function isIndentedQuestion(node: Node, source: string): boolean {
  const all = textOf(node, source)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  return [all[0], all.at(-1)].every(
    (line = '') => /^\s*\p{Lu}/u.test(line) && rateWording(line.trim(), false).likeness >= likely,
  );
}

/** What a node was read from. */
const textOf = ({ position }: Node, source: string) =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** How many lists and block quotes a node stands in. */
type Depths = Pick<Context, 'listDepth' | 'quoteDepth'>;

type Node = RootContent & { children?: readonly Node[] };

function markContexts(node: Node, contexts: Context[], depths: Depths, source: string): void {
  const first = (node.position?.start.line ?? 1) - 1;
  const last = (node.position?.end.line ?? 1) - 1;
  const fill = (kind: LineKind, from = first, to = last, extra: Partial<Context> = {}) => {
    const context = { kind, ...depths, heading: 0, setext: false, isOutdented: false, ...extra };
    for (let line = from; line <= to && line < contexts.length; line++) contexts[line] = context;
  };
  switch (node.type) {
    case 'heading': {
      const underlined = last > first;
      const text = textOf(node, source).trimEnd();
      // A lone `-` is meant as a bullet, with room for an answer behind it.
      const setext = underlined && !/[\r\n][ \t>]*-$/.test(text);
      const heading = underlined && !isUnderlinedTitle(text) ? 0 : node.depth;
      fill('text', first, underlined ? last - 1 : last, { heading, setext });
      if (underlined) fill(setext ? 'rule' : 'text', last, last);
      return;
    }
    case 'paragraph':
      fill('text');
      return;
    case 'html': {
      const html = textOf(node, source);
      fill(isOnlyDirectives(html) ? 'directive' : html.startsWith('<!--') ? 'inert' : 'text');
      return;
    }
    case 'code':
      if (depths.listDepth + depths.quoteDepth === 0 && isIndentedQuestion(node, source))
        fill('text', first, last, { isOutdented: true });
      else fill(isIndentedList(node, source) ? 'text' : 'code');
      return;
    case 'table':
      fill('table');
      fill('rule', first + 1, first + 1);
      return;
    case 'thematicBreak':
      fill('rule');
      return;
    case 'list':
    case 'listItem':
    case 'blockquote': {
      const inner = {
        listDepth: depths.listDepth + (node.type === 'list' ? 1 : 0),
        quoteDepth: depths.quoteDepth + (node.type === 'blockquote' ? 1 : 0),
      };
      fill('text', first, last, inner);
      for (const child of node.children ?? []) markContexts(child as Node, contexts, inner, source);
      return;
    }
    case 'footnoteDefinition':
      fill('text');
      for (const child of node.children ?? []) markContexts(child as Node, contexts, depths, source);
      return;
    default:
      fill('inert');
  }
}
