import {
  type List,
  type ListItem,
  type MarkdownDocument,
  type Node,
  type PhrasingContent,
  parseMarkdown,
} from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import { isOnlyDirectives } from '../worksheet/directives.ts';
import { plainText } from '../worksheet/plain-text.ts';
import type { Source } from './model.ts';

/** The labels that lines of an entry's last list may start with. */
export type Label =
  | 'aliases'
  | 'see also'
  | 'source'
  | 'also asked'
  | 'also said'
  | 'accept'
  | 'key points'
  | 'hint'
  | 'misconception';

/** One `Label: value` line of an entry's last list. */
export interface LabelLine {
  readonly label: Label;
  /** What stands behind the label, as Markdown. */
  readonly source: string;
  /** The same, parsed. */
  readonly content: () => readonly PhrasingContent[];
  /** The line in the document, its list marker included. */
  readonly span: Span;
}

const LABELS: readonly [Label, RegExp][] = [
  ['aliases', /^alias(?:es)?$/],
  ['see also', /^see(?: also)?$/],
  ['source', /^sources?$/],
  ['also asked', /^also asked$/],
  ['also said', /^also said$/],
  ['accept', /^accepts?$/],
  ['key points', /^key points?$/],
  ['hint', /^hints?$/],
  ['misconception', /^misconceptions?$/],
];

/** The source of an entry's blocks, without its label lines, and those lines. */
export interface Entry {
  /** Markdown, from the first block to the last; empty where there is none. */
  readonly text: string;
  readonly labels: readonly LabelLine[];
}

/**
 * Reads the blocks `[from, end)` of a document as one entry. Its label lines are the last items of its last list that
 * start with a known label; items before them are the author's own list.
 */
export function readEntry(document: MarkdownDocument, from: number, end: number): Entry {
  let to = end;
  while (to > from && isDirective(document, to - 1)) to--;
  if (from >= to) return { text: '', labels: [] };
  const start = document.blockStart(from);
  const last = document.blocks[to - 1]!;
  const lastStart = document.blockStart(to - 1);
  const labels = last.node.type === 'list' ? labelLines(last.source, last.node, lastStart) : [];
  const textEnd = labels[0]?.span.start ?? lastStart + last.source.length;
  return { text: dedent(document.text.slice(start, textEnd)), labels };
}

/** Whether a block is a comment about findings: mostly about those in the entry below. */
function isDirective({ blocks }: MarkdownDocument, index: number): boolean {
  const { node } = blocks[index]!;
  return node.type === 'html' && isOnlyDirectives(node.value);
}

function labelLines(source: string, list: List, blockStart: number): LabelLine[] {
  const lines: LabelLine[] = [];
  for (const item of list.children.toReversed()) {
    const line = labelLine(source, item, blockStart);
    if (line === null) break;
    lines.unshift(line);
  }
  return lines;
}

/**
 * Reads one label line that stands anywhere in a document.
 *
 * @param text the line with its list marker and the lines it goes on in
 * @param start the offset of `text` in the document
 * @returns null where it is no label line
 */
export function readLabelLine(text: string, start: number): LabelLine | null {
  const line = text.replace(/\r?\n[ \t>]*/g, ' ');
  const head = LABEL_HEAD.exec(line);
  const label = head === null ? null : labelNamed(head[2]!);
  if (head === null || label === null) return null;
  const source = behindHead(line, head);
  const parsed = () => {
    const node = parseMarkdown(source).blocks[0]?.node;
    return node?.type === 'paragraph' ? node.children : [];
  };
  return { label, source, content: parsed, span: { start, end: start + text.length } };
}

/** List markers and quote marks, a label that may be emphasised, and its colon. */
const LABEL_HEAD = /^(?:[ \t>]|\d+[.)](?=[ \t])|[-*+](?=[ \t]))*([*_]{0,3})(\p{L}+(?: +\p{L}+)*)\1[ \t]*:[ \t]*/iu;

/** The value, without the marks that emphasise the label and its colon: `**Source:** ...`. */
function behindHead(line: string, head: RegExpExecArray): string {
  const behind = line.slice(head[0].length);
  return (
    head[1] !== '' && !head[0].includes(`${head[2]}${head[1]}`) ? behind.replace(/^[*_]{1,3}/, '') : behind
  ).trim();
}

function labelNamed(name: string): Label | null {
  const lower = name.toLowerCase();
  return LABELS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

function labelLine(listSource: string, item: ListItem, listStart: number): LabelLine | null {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return null;
  const [name, ...value] = plainOf(paragraph.children).split(':');
  const label = value.length === 0 ? null : labelNamed(name!.trim());
  if (label === null) return null;
  const source = listSource.slice(offsetOf(paragraph, 'start'), offsetOf(paragraph, 'end'));
  return {
    label,
    source: source.slice(source.indexOf(':') + 1).trim(),
    content: () => withoutLabel(paragraph.children),
    span: { start: listStart + offsetOf(item, 'start'), end: listStart + offsetOf(item, 'end') },
  };
}

/** The children behind the first colon; the label itself may be bold: `**Source:** ...`. */
function withoutLabel(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const at = children.findIndex((child) => plainOf([child]).includes(':'));
  const holder = children[at]!;
  const rest = children.slice(at + 1);
  const behind = plainOf([holder]).replace(/^[^:]*:\s*/, '');
  return behind === '' ? rest : [{ type: 'text', value: behind }, ...rest];
}

/** The values that are separated by ` | `; each as a reader sees it. */
export function barSeparated(source: string): string[] {
  return source
    .split(/\s\|\s/)
    .map(plainText)
    .filter((value) => value !== '');
}

/** The comma-separated values of a line; a comma inside backticks separates nothing. */
export function commaSeparated(line: LabelLine): string[] {
  const values = [''];
  for (const child of line.content()) {
    const parts = child.type === 'text' ? child.value.split(/[,;]/) : [plainOf([child])];
    values[values.length - 1] += parts[0]!;
    values.push(...parts.slice(1));
  }
  return values.map((value) => value.replace(/\s+/g, ' ').trim()).filter((value) => value !== '');
}

/** The sources a `Source:` line names: each link, or the text where it holds none. */
export function sourcesOf(line: LabelLine): Source[] {
  const plainLink = /^\[([^\]\\`*_[!]+)\]\((https?:[^()\s<>\\]+)\)$/.exec(line.source);
  if (plainLink !== null) return [{ title: plainLink[1]!, url: plainLink[2]! }];
  const content = line.content();
  const links = content.filter((child) => child.type === 'link');
  if (links.length > 0) return links.map((link) => ({ title: plainOf(link.children), url: link.url }));
  const title = plainOf(content).replace(/\s+/g, ' ').trim();
  return title === '' ? [] : [{ title, url: null }];
}

/** Inline Markdown as a reader sees it. */
export function plainOf(nodes: readonly Node[]): string {
  let text = '';
  for (const node of nodes) {
    if ('value' in node && node.type !== 'html') text += node.value;
    else if ('children' in node) text += plainOf(node.children as Node[]);
    else if (node.type === 'break') text += '\n';
    else if ('alt' in node) text += node.alt ?? '';
  }
  return text;
}

/** Offset of a node's start or end in its block's source. */
export function offsetOf(node: Node, edge: 'start' | 'end'): number {
  return node.position![edge].offset!;
}

function dedent(text: string): string {
  const trimmed = text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  const indents = trimmed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents, 3);
  return indent === 0 ? trimmed : trimmed.replace(new RegExp(`^ {${indent}}`, 'gm'), '');
}
