import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { parseMarkdown, type RootContent } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../text/edit.ts';

type Node = RootContent & { readonly children?: readonly Node[] };

/** Where a link may lead; anything else, such as an editor's `command:`, could do more than show a page. */
const PAGE = /^(?:https?:|mailto:|[^:]*$)/i;

/**
 * Markdown for an editor to show. It may come from anybody's file, so that looking at it has no effects: images become links,
 * HTML becomes text, and links to anything but pages become their text.
 */
export function shownMarkdown(markdown: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value: withoutEffects(markdown) };
}

function withoutEffects(markdown: string): string {
  let text = markdown;
  // What HTML had hidden may come into effect when it has become text: that is looked at, too.
  while (/[<[]/.test(text)) {
    const document = parseMarkdown(text);
    const edits: Edit[] = [];
    document.parts.forEach((block, index) => {
      visit(block.node as Node, document.partStart(index), document.text, edits);
    });
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  return text;
}

/** @param base of the node's offsets in `text` */
function visit(node: Node, base: number, text: string, edits: Edit[]): void {
  const start = base + (node.position?.start.offset ?? 0);
  const end = base + (node.position?.end.offset ?? 0);
  const replace = (from: number, to: number, newText: string) =>
    edits.push({ span: { start: from, end: to }, newText });
  if (node.type === 'html') replace(start, end, text.slice(start, end).replaceAll('<', '&lt;'));
  else if (node.type === 'image' || node.type === 'imageReference') replace(firstMark(text, start), start + 1, '');
  else if (node.type === 'definition' && !PAGE.test(node.url)) replace(start, end, '');
  else if (node.type === 'link' && !PAGE.test(node.url)) {
    const [first] = node.children;
    const last = node.children.at(-1);
    replace(start, base + (first?.position?.start.offset ?? 0), '');
    replace(base + (last?.position?.end.offset ?? 0), end, '');
  }
  for (const child of node.children ?? []) visit(child as Node, base, text, edits);
}

/** The first of the exclamation marks before an image: the next one would make an image as well. */
function firstMark(text: string, at: number): number {
  let first = at;
  while (text[first - 1] === '!') first--;
  return first;
}
