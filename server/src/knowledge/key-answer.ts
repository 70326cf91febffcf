import { type MarkdownDocument, type Node, type Nodes, parseMarkdown } from '../markdown/document.ts';
import { recently } from '../text/recently.ts';
import { offsetOf, plainOf } from './label-list.ts';

/** What a key answer says, taken apart. */
export interface KeyAnswer {
  /** The bold phrases, in order, as plain text. */
  readonly keyPoints: readonly string[];
  /** The first sentence, without the bold of key points. Where a list completes it, its items are in it. */
  readonly shortAnswer: string;
}

/** Of a key that is being edited all answers but one are the same again. */
const MOST_KNOWN = 2000;

/** Takes a key answer apart. */
export const readKeyAnswer = recently(takeApart, MOST_KNOWN);

function takeApart(markdown: string): KeyAnswer {
  const document = parseMarkdown(markdown);
  const keyPoints: string[] = [];
  for (const { node } of document.blocks) {
    visit(node, (strong) => {
      const point = plainOf(strong.children)
        .replace(/\s+/g, ' ')
        .replace(/^[\s.,;:]+|(?<![\s.,;:])[\s.,;:]+$/g, '');
      if (point !== '' && !keyPoints.includes(point)) keyPoints.push(point);
    });
  }
  return { keyPoints, shortAnswer: shortAnswerOf(document) };
}

/** Every look for quick fixes writes the same few answers. */
const MOST_WRITTEN = 1000;

/** A key answer as it is written into a worksheet: Markdown without the bold of key points. */
export const withoutKeyPointMarks = recently(cutKeyPointMarks, MOST_WRITTEN);

function cutKeyPointMarks(markdown: string): string {
  const document = parseMarkdown(markdown);
  const marks = document.blocks.flatMap(({ node }, index) => {
    const base = document.blockStart(index);
    return strongMarks(node).map(([start, end]): [number, number] => [base + start, base + end]);
  });
  return cut(markdown, marks);
}

type Strong = Extract<Nodes, { type: 'strong' }>;

function visit(node: Node, onStrong: (strong: Strong) => void): void {
  if (node.type === 'strong') onStrong(node as Strong);
  else if ('children' in node) for (const child of node.children as Node[]) visit(child, onStrong);
}

function shortAnswerOf(document: MarkdownDocument): string {
  const at = document.blocks.findIndex(({ node }) => node.type === 'paragraph' || node.type === 'list');
  const block = document.blocks[at];
  if (block === undefined) return '';
  if (block.node.type === 'list') return `${listed(block.node)}.`;
  const sentence = firstSentence(withoutBold(block.source, block.node));
  const list = document.blocks[at + 1]?.node;
  if (!sentence.endsWith(':') || list?.type !== 'list') return sentence;
  return `${sentence} ${listed(list)}.`;
}

/** The first sentences of a list's items in a row, as plain text. */
function listed(list: Extract<Nodes, { type: 'list' }>): string {
  const items = list.children.map((item) => {
    const first = item.children[0];
    const text = first?.type === 'paragraph' ? plainOf(first.children) : '';
    return firstSentence(text.replace(/\s+/g, ' ')).replace(/[.;,]$/, '');
  });
  return items.join(items.some((item) => item.includes(',')) ? '; ' : ', ');
}

function withoutBold(source: string, node: Node): string {
  return cut(source, strongMarks(node)).replace(/\s+/g, ' ').trim();
}

/** Where the opening and closing marks of bold phrases stand, in order. */
function strongMarks(node: Node): [start: number, end: number][] {
  const marks: [start: number, end: number][] = [];
  visit(node, (strong) => {
    const children = strong.children;
    marks.push([offsetOf(strong, 'start'), offsetOf(children[0]!, 'start')]);
    marks.push([offsetOf(children.at(-1)!, 'end'), offsetOf(strong, 'end')]);
  });
  return marks;
}

function cut(source: string, spans: readonly (readonly [start: number, end: number])[]): string {
  let text = '';
  let from = 0;
  for (const [start, end] of spans) {
    text += source.slice(from, start);
    from = end;
  }
  return text + source.slice(from);
}

/** The first sentence of one line of Markdown: to a full stop that is no abbreviation's and stands in no code. */
function firstSentence(text: string): string {
  for (const { 0: mark, index } of text.matchAll(
    /(?<!`)`+[^`]*`+|(?<![.!?])[.!?]+["')\]]*(?=\s+["'(`*_]*[\p{Lu}\d`])/gu,
  )) {
    if (mark.startsWith('`')) continue;
    const end = index + mark.length;
    if (!/\b(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|sec|dr|mr|ms)\.$/i.test(text.slice(0, end))) return text.slice(0, end);
  }
  return text;
}
