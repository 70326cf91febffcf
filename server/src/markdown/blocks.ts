import type { LineIndex } from '../text/line-index.ts';
import type { List, ListItem } from './nodes.ts';
import type { Block, Piece } from './pieces.ts';
import { movedNode } from './positions.ts';

/** A block, and where it starts, relative to the pieces it was put together from. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/** The number of blocks that start in a piece. */
export function blocksStartedIn(piece: Piece): number {
  return piece.blocks.length - (piece.continues ? 1 : 0);
}

/**
 * The blocks of some pieces, the first of which does not continue a list; the lists that were cut are whole again.
 *
 * @param startOf the offset of a piece, by its index in `pieces`
 * @param lines the lines of the document
 */
export function joinPieces(
  pieces: readonly Piece[],
  startOf: (index: number) => number,
  lines: LineIndex,
): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    for (let nth = piece.continues ? 1 : 0; nth < piece.blocks.length; nth++) {
      const start = startOf(index) + piece.offsets[nth]!;
      const end = nth === piece.blocks.length - 1 ? endOfList(pieces, index) : index + 1;
      const placeOf = (part: number): Place => {
        const offset = startOf(index + part);
        return { offset: offset - start, line: lines.lineAt(offset) - lines.lineAt(start) };
      };
      const block = end === index + 1 ? piece.blocks[nth]! : joinList(pieces.slice(index, end), placeOf);
      blocks.push({ block, start });
    }
  }
  return blocks;
}

/** The index after the last piece that continues the list which the piece at `index` ends with. */
function endOfList(pieces: readonly Piece[], index: number): number {
  let end = index + 1;
  while (pieces[end]?.continues && (end === index + 1 || pieces[end - 1]!.blocks.length === 1)) end++;
  return end;
}

interface Place {
  readonly offset: number;
  readonly line: number;
}

interface Joined {
  readonly parts: readonly Piece[];
  readonly block: Block;
}

const joinedLists = new WeakMap<Piece, Joined>();
const placedItems = new WeakMap<Piece, Place & { readonly item: ListItem }>();

/** The list that starts with the last block of the first piece and goes on with the first block of each other. */
function joinList(parts: readonly Piece[], placeOf: (part: number) => Place): Block {
  const head = parts[0]!;
  const known = joinedLists.get(head);
  if (known && known.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
    return known.block;
  }
  const first = head.blocks.at(-1)!;
  const list = first.node as List;
  const children = [...list.children];
  let source = head.text.slice(head.offsets.at(-1)!);
  for (let part = 1; part < parts.length; part++) {
    children.push(placedItem(parts[part]!, placeOf(part)));
    source += parts[part]!.text;
  }
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
  const block = { node, source: source.slice(0, end.offset!) };
  joinedLists.set(head, { parts, block });
  return block;
}

/** The item of a piece where it is in its list; while it stays there it stays the same object. */
function placedItem(piece: Piece, { offset, line }: Place): ListItem {
  const known = placedItems.get(piece);
  if (known && known.offset === offset && known.line === line) return known.item;
  const item = movedNode((piece.blocks[0]!.node as List).children[0]!, offset, line);
  placedItems.set(piece, { offset, line, item });
  return item;
}
