import type { Block, MarkdownDocument, Nodes } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';

/**
 * `disable-next-line`: nothing is said about the next line that is not blank; `disable`: nothing from here on, to the next
 * `enable` or the end of the document.
 */
export type DirectiveKind = 'disable' | 'enable' | 'disable-next-line';

/** A comment that says where findings are not wanted: `<!-- worksheets-disable-next-line term-style -->`. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** Ids as they are written, whether there are such rules or not; empty where all rules are meant. */
  readonly rules: readonly string[];
  /** The comment, from `<!--` to `-->`. */
  readonly span: Span;
}

const COMMENT = /<!--\s*worksheets-(disable-next-line|disable|enable)(?=[\s-])((?:[\s,]+[a-z][\w-]*(?<!-))*)\s*-->/g;
const ONLY_COMMENTS = new RegExp(`^(?:${COMMENT.source}\\s*)+$`);

const cache = new WeakMap<MarkdownDocument, readonly Directive[]>();

/** The directives of a document, in its order. What stands in code, or in a text, is none. */
export function readDirectives(document: MarkdownDocument): readonly Directive[] {
  // Most documents have none, and this is asked after each keystroke.
  if (!document.mayHaveComments || !document.text.includes('worksheets-')) return [];
  let found = cache.get(document);
  if (!found) {
    found = Array.from(document.text.matchAll(COMMENT), ({ 0: comment, 1: kind, 2: ids, index }) => ({
      kind: kind as DirectiveKind,
      rules: ids!.split(/[\s,]+/).filter((id) => id !== ''),
      span: { start: index, end: index + comment.length },
    })).filter(({ span }) => isHtml(document, span.start));
    cache.set(document, found);
  }
  return found;
}

/** Whether HTML is nothing but directives. The lines of such HTML are no part of what a worksheet says. */
export function isOnlyDirectives(html: string): boolean {
  return html.includes('worksheets-') && ONLY_COMMENTS.test(html.trim());
}

function isHtml(document: MarkdownDocument, offset: number): boolean {
  const index = document.partIndexAt(offset);
  if (index < 0) return false;
  return innermostAt(document.parts[index]!, offset - document.partStart(index)).type === 'html';
}

function innermostAt(block: Block, offset: number): Nodes {
  let node: Nodes = block.node;
  for (;;) {
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    const inner = children.find(({ position }) => position!.start.offset! <= offset && offset < position!.end.offset!);
    if (!inner) return node;
    node = inner;
  }
}
