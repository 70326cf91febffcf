import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { Node, Root, Text } from './nodes.ts';

/**
 * Which bare addresses to look for: `all`; `links`, those with `www.` or `http:`, but no e-mail addresses; or `none`. Looking
 * for e-mail addresses stops the parser at every word, and takes nearly half its time.
 */
export type Autolinks = 'all' | 'links' | 'none';

/** The bare addresses that a text can have at all. Character references may spell any of them: `&#64;` is `@`. */
export function autolinksIn(text: string): Autolinks {
  if (/@|&(?:#|commat;)/.test(text)) return 'all';
  return /www|http/i.test(text) ? 'links' : 'none';
}

/**
 * Whether a text can have a table at all: a line that can be its delimiter row, with a `|` or a `:`. Looking for tables reads
 * every line of text once more, which takes a fifth of the parser's time.
 */
export function mayHaveTable(text: string): boolean {
  return /^[\t >-]*[:|][\t >:|-]*$/m.test(text);
}

/**
 * GitHub Flavored Markdown as `remark-gfm` reads it, without its other half, which writes: nothing here does. The tree is
 * the same where `autolinks` names at least what {@link autolinksIn} says and `tables` is what {@link mayHaveTable} says, and after
 * {@link linkAddresses}.
 */
export function readGfm(this: Processor, autolinks: Autolinks, tables: boolean): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...SYNTAX,
    ...(tables ? [gfmTable()] : []),
    ...AUTOLINK_SYNTAX[autolinks],
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...(autolinks === 'none' ? [] : [{ ...ADDRESSES, transforms: [] }]),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}

/**
 * Makes links of the bare addresses that can be told only in the tree, as remark-gfm does while it parses: it searches every
 * block, though, and here only those are that can have one.
 */
export function linkAddresses(tree: Root): void {
  for (const block of tree.children) {
    if (!mayHaveAddress(block)) continue;
    for (const transform of ADDRESSES.transforms ?? []) transform({ type: 'root', children: [block] });
  }
}

/** Whether there is a text with an address outside of links. */
function mayHaveAddress(node: Node): boolean {
  if (node.type === 'text') return autolinksIn((node as Text).value) !== 'none';
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return false;
  return (node.children as readonly Node[]).some(mayHaveAddress);
}

const ADDRESSES = gfmAutolinkLiteralFromMarkdown();

const SYNTAX: readonly Extension[] = [gfmFootnote(), gfmStrikethrough(), gfmTaskListItem()];

const AUTOLINK_SYNTAX: Readonly<Record<Autolinks, readonly Extension[]>> = {
  all: [gfmAutolinkLiteral()],
  links: [withoutEmail(gfmAutolinkLiteral())],
  none: [],
};

function withoutEmail({ text }: Extension): Extension {
  const kept = Object.entries(text ?? {}).flatMap(([code, constructs]): [string, Construct[]][] => {
    const others = [constructs].flat().filter((construct) => construct?.name !== 'emailAutolink') as Construct[];
    return others.length > 0 ? [[code, others]] : [];
  });
  return { text: Object.fromEntries(kept) };
}
