import { detached } from '../text/detached.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { List, ListItem } from './nodes.ts';
import type { Block } from './pieces.ts';
import { movedNode } from './positions.ts';

/** The blocks of a document, and the offset at which each starts. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** The index of the block that each part belongs to. */
  readonly ofParts: readonly number[];
}

/**
 * Puts the blocks of a document together from its parts: lists are whole again.
 *
 * @param starts the offset in `text` of each part
 */
export function joinParts(parts: readonly Block[], starts: Uint32Array, text: string, lines: LineIndex): Blocks {
  const blocks: Block[] = [];
  const blockStarts: number[] = [];
  const ofParts: number[] = [];
  for (let first = 0; first < parts.length; ) {
    let end = first + 1;
    while (parts[end]?.continues) end++;
    for (let part = first; part < end; part++) ofParts.push(blocks.length);
    const start = starts[first]!;
    const line = lines.lineAt(start);
    const items = (): ListItem[] =>
      parts.slice(first, end).map((part, nth) => {
        const offset = starts[first + nth]!;
        return placedItem(part, { offset: offset - start, line: lines.lineAt(offset) - line });
      });
    blocks.push(end === first + 1 ? parts[first]! : joinList(parts[first]!, items(), text.slice(start)));
    blockStarts.push(start);
    first = end;
  }
  return { blocks, starts: blockStarts, ofParts };
}

const joinedLists = new WeakMap<Block, Block>();

/**
 * The list whose first part is `head`.
 *
 * @param text from where the list starts
 */
function joinList(head: Block, children: ListItem[], text: string): Block {
  const known = joinedLists.get(head);
  const before = known ? (known.node as List).children : [];
  if (known && before.length === children.length && children.every((item, index) => item === before[index])) {
    return known;
  }
  const list = head.node as List;
  const end = children.at(-1)!.position!.end;
  const node: List = {
    ...list,
    // What remark-parse calls spread: some two items have a blank line between them.
    spread: children.some((item, index) => {
      const previous = children[index - 1];
      return previous !== undefined && item.position!.start.line - previous.position!.end.line > 1;
    }),
    children,
    position: { start: list.position!.start, end: { ...end } },
  };
  const block = { node, source: detached(text.slice(0, end.offset!)), continues: false };
  joinedLists.set(head, block);
  return block;
}

interface Place {
  readonly offset: number;
  readonly line: number;
}

const placedItems = new WeakMap<Block, Place & { readonly item: ListItem }>();

/** The item of a part where it is in its list; while it stays there it stays the same object. */
function placedItem(part: Block, { offset, line }: Place): ListItem {
  const known = placedItems.get(part);
  if (known && known.offset === offset && known.line === line) return known.item;
  const own = (part.node as List).children[0]!;
  const item = offset === 0 ? own : movedNode(own, offset, line);
  placedItems.set(part, { offset, line, item });
  return item;
}
