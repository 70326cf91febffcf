import type { Block, RootContent } from '../markdown/document.ts';
import { perObject } from '../text/per-object.ts';
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { Knowledge, Term } from './model.ts';

/** A term at its place. Offsets are relative to the block. */
export interface TermPlace {
  readonly span: Span;
  readonly terms: readonly Term[];
}

type Node = RootContent & { children?: readonly Node[] };

/** A stretch of running text: the source's own characters, with gaps where marks stand between them. */
interface Prose {
  text: string;
  /** For each stretch of `text`: where it starts there, and where in the block. */
  readonly pieces: { readonly at: number; readonly offset: number }[];
}

/** The terms in a block's running text and inline code, in order. Nothing in code blocks, link targets, HTML. */
export function termsInBlock(block: Block, knowledge: Knowledge): readonly TermPlace[] {
  return termsOf(knowledge)(block);
}

const termsOf = perObject((knowledge: Knowledge) =>
  perObject((block: Block): readonly TermPlace[] => {
    const found: TermPlace[] = [];
    visit(block.node as Node, block.source, knowledge, found);
    return found.sort((a, b) => a.span.start - b.span.start);
  }),
);

function visit(node: Node, source: string, knowledge: Knowledge, found: TermPlace[]): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const prose: Prose = { text: '', pieces: [] };
    collect(node, source, prose, knowledge, found);
    for (const { span, terms } of knowledge.findTerms(prose.text)) {
      found.push({ span: { start: offsetIn(prose, span.start), end: offsetIn(prose, span.end - 1) + 1 }, terms });
    }
    return;
  }
  for (const child of node.children ?? []) visit(child as Node, source, knowledge, found);
}

function collect(node: Node, source: string, prose: Prose, knowledge: Knowledge, found: TermPlace[]): void {
  for (const child of node.children ?? []) {
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start;
    if (child.type === 'text') {
      prose.pieces.push({ at: prose.text.length, offset: start });
      prose.text += source.slice(start, end);
    } else if (child.type === 'inlineCode') {
      const fence = /^`+ ?/.exec(source.slice(start, end))?.[0].length ?? 0;
      for (const { span, terms } of knowledge.findTermsInCode(child.value)) {
        found.push({ span: { start: start + fence + span.start, end: start + fence + span.end }, terms });
      }
      // A word before code and one after it don't make one term.
      prose.pieces.push({ at: prose.text.length, offset: start });
      prose.text += '\uFFFC';
    } else if (child.type === 'break') {
      prose.pieces.push({ at: prose.text.length, offset: start });
      prose.text += ' ';
    } else collect(child as Node, source, prose, knowledge, found);
  }
}

function offsetIn({ pieces }: Prose, at: number): number {
  const piece = pieces[Math.max(firstWhere(pieces.length, (index) => pieces[index]!.at > at) - 1, 0)]!;
  return piece.offset + at - piece.at;
}
