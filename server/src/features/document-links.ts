import { t } from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Block, RootContent } from '../markdown/document.ts';
import { perObject } from '../text/per-object.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

type Node = RootContent & { children?: readonly Node[] };

/** "RFC 6455", "RFC 6455, section 4.1", "RFC6455 §4". */
const mention = /\bRFC[ -]?(\d{1,5})(?:,?\s+(?:section|sec\.|§)\s*(\d+(?:\.\d+)*)|\s*§\s*(\d+(?:\.\d+)*))?/gi;

/** Links to the RFCs, and sections of them, that the text speaks of. What is a link already is left alone. */
export function documentLinks({ document }: Snapshot): DocumentLink[] {
  return document.parts.flatMap((block, index) => {
    const base = document.partStart(index);
    return linksIn(block).map(({ span, target }) => ({
      range: toRange(document.lines, { start: base + span.start, end: base + span.end }),
      target,
      tooltip: t('Open at the RFC Editor'),
    }));
  });
}

interface Link {
  readonly span: Span;
  readonly target: string;
}

const linksIn = perObject((block: Block): readonly Link[] => {
  const found: Link[] = [];
  if (/RFC/i.test(block.source)) visit(block.node as Node, block.source, found);
  return found;
});

function visit(node: Node, source: string, found: Link[]): void {
  if (node.type === 'link' || node.type === 'linkReference') return;
  if (node.type === 'text') {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    for (const match of source.slice(start, end).matchAll(mention)) {
      const section = match[2] ?? match[3];
      const target = `https://www.rfc-editor.org/rfc/rfc${Number(match[1])}${section ? `#section-${section}` : ''}`;
      found.push({ span: { start: start + match.index, end: start + match.index + match[0].length }, target });
    }
  }
  for (const child of node.children ?? []) visit(child as Node, source, found);
}
