import type { List, ListItem, MarkdownDocument, Nodes } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import { readDirectives } from '../worksheet/directives.ts';
import { lineBelow } from './ignored.ts';

/**
 * The edits that put a comment into a document, so that a rule says nothing about the line at `offset`. The comment stands in
 * the list item or quote where the line stands, and never between the items of a list, the rows of a table or the lines of a
 * paragraph: where the line is not the first of its paragraph or table, one comment stands above all of that, and one below.
 *
 * @returns none where no comment can stand: in front matter, and where the document was not read
 */
export function ignoreHere(document: MarkdownDocument, rule: string, offset: number): readonly Edit[] {
  const line = document.lines.lineAt(offset);
  const there = readDirectives(document).find(
    (directive) =>
      directive.kind === 'disable-next-line' && directive.rules.length > 0 && lineBelow(document, directive) === line,
  );
  if (there) {
    const comment = document.text.slice(there.span.start, there.span.end);
    return [insert(there.span.start + comment.slice(0, -'-->'.length).trimEnd().length, ` ${rule}`)];
  }
  const path = pathTo(document, line);
  const leaf = path.at(-1);
  if (!leaf || leaf.type === 'yaml' || leaf.type === 'unparsed' || swallows(document, leaf)) return [];
  const eol = /\r\n?|\n/.exec(document.text)?.[0] ?? '\n';
  const above = placeAbove(document, path);
  if (!above) return [];
  const write = (text: string) => insert(above.offset, `${above.prefix}${text}${eol}`);
  if (leaf.first === line) return [write(`<!-- worksheets-disable-next-line ${rule} -->`)];
  const prefix = insidePrefix(document, path.at(-2));
  if (prefix === null) return [];
  // HTML goes on up to a blank line.
  const gap = leaf.type === 'html' ? eol + prefix.trimEnd() : '';
  return [
    write(`<!-- worksheets-disable ${rule} -->`),
    insert(document.lines.lineEnd(leaf.last), `${gap}${eol}${prefix}<!-- worksheets-enable ${rule} -->`),
  ];
}

const insert = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });

/** A node at its place in the document. */
interface Placed {
  readonly node: Nodes;
  readonly type: Nodes['type'];
  /** Offset of its first character. */
  readonly start: number;
  readonly end: number;
  /** First and last line, 0-based. */
  readonly first: number;
  readonly last: number;
}

/** Places the nodes of the block that is at or before a line's end; null where there is none. */
function placerAt(document: MarkdownDocument, line: number): { block: Nodes; place(node: Nodes): Placed } | null {
  const index = document.blockIndexAt(document.lines.lineEnd(line));
  if (index < 0) return null;
  const offset = document.blockStart(index);
  const firstLine = document.blockLine(index);
  const place = (node: Nodes): Placed => {
    const { start, end } = node.position!;
    return {
      node,
      type: node.type,
      start: start.offset! + offset,
      end: end.offset! + offset,
      first: start.line - 1 + firstLine,
      last: end.line - 1 + firstLine,
    };
  };
  return { block: document.blocks[index]!.node, place };
}

/** The blocks that a line stands in, outermost first: the last is no container, unless the line has nothing but marks. */
function pathTo(document: MarkdownDocument, line: number): readonly Placed[] {
  const placer = placerAt(document, line);
  const path: Placed[] = [];
  let inner: readonly Nodes[] = placer ? [placer.block] : [];
  for (;;) {
    const next = inner.map((node) => placer!.place(node)).find(({ first, last }) => first <= line && line <= last);
    if (!next) return path;
    path.push(next);
    const { node } = next;
    if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return path;
    inner = node.children;
  }
}

/** Where a comment line goes above the last block of a path, and what it starts with; null where there is no such place. */
function placeAbove(document: MarkdownDocument, path: readonly Placed[]): { offset: number; prefix: string } | null {
  const { first } = path.at(-1)!;
  let at = path.length - 1;
  while (at > 0 && path[at - 1]!.first === first) at--;
  const parent = path[at - 1];
  if (parent?.type === 'list') return placeInItemAbove(document, parent, path[at]!);
  const prefix = insidePrefix(document, parent);
  return prefix === null ? null : { offset: textStart(document, first), prefix };
}

/** Between two items a comment would end the list: it goes to the end of the item above. */
function placeInItemAbove(document: MarkdownDocument, { node, first }: Placed, item: Placed) {
  const { children } = node as List;
  const { place } = placerAt(document, first)!;
  const above = children[children.indexOf(item.node as ListItem) - 1]!;
  const last = above.children.at(-1);
  if (last && swallows(document, place(last))) return null;
  if (last?.type === 'html' && place(last).last + 1 === item.first && !last.value.endsWith('-->')) return null;
  // An empty item can only go on in the very next line.
  const line = last ? item.first : place(above).last + 1;
  return { offset: document.lines.lineStart(line), prefix: itemPrefix(document, place(above)) };
}

/** Whether what is written below a block becomes part of it: code whose fence nobody closed. */
function swallows({ text, lines }: MarkdownDocument, { type, start, end, last }: Placed): boolean {
  if (type !== 'code' || !/^[`~]{3}/.test(text.slice(start, end))) return false;
  return lines.lineAt(start) === last || !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(text.slice(lines.lineStart(last), end));
}

/** What a line in a container starts with; null where a comment had better not stand there. */
function insidePrefix(document: MarkdownDocument, container: Placed | undefined): string | null {
  if (!container) return '';
  if (container.type === 'listItem') return itemPrefix(document, container);
  return container.type === 'blockquote' ? quotePrefix(document, container) : null;
}

/** What stands before an item's text, with space for all but quote marks. CommonMark, section 5.2. */
function itemPrefix({ text, lines }: MarkdownDocument, { start, first }: Placed): string {
  const [, marker, space] = /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(text.slice(start, lines.lineEnd(first)))!;
  const isEmpty = start + marker!.length + space!.length === lines.lineEnd(first);
  const indent = isEmpty || space!.length > 4 ? ' ' : space!;
  return marksBefore(text.slice(lines.lineStart(first), start + marker!.length)) + indent;
}

function quotePrefix({ text, lines }: MarkdownDocument, { start, first }: Placed): string {
  return `${marksBefore(text.slice(lines.lineStart(first), start + 1))} `;
}

const marksBefore = (text: string) => text.replace(/^\uFEFF/, '').replace(/[^\s>]/g, ' ');

/** The start of a line, behind a byte order mark. */
function textStart({ text, lines }: MarkdownDocument, line: number): number {
  return line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : lines.lineStart(line);
}
