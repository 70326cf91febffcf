import type { LineIndex } from '../text/line-index.ts';
import { blocksStartedIn, joinPieces } from './blocks.ts';
import type { Block, Piece, PlacedPiece } from './pieces.ts';

/** Offsets in ascending order, in a typed array: they all move with a keystroke, so moving must be cheap. */
type Places = Uint32Array;

/** The pieces and the blocks of one version, and at which offsets they start. */
export interface Tables {
  readonly pieces: readonly Piece[];
  readonly pieceStarts: Places;
  /** How many blocks start before each piece. */
  readonly pieceBlocks: Places;
  readonly blocks: readonly Block[];
  readonly blockStarts: Places;
}

const NO_PLACES: Places = new Uint32Array();

export const NO_TABLES: Tables = {
  pieces: [],
  pieceStarts: NO_PLACES,
  pieceBlocks: NO_PLACES,
  blocks: [],
  blockStarts: NO_PLACES,
};

export interface Splice {
  /** The pieces from index `from` to before index `to` are replaced by `inserted`. */
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly PlacedPiece[];
  /** How far all that follows moves. */
  readonly delta: number;
}

/** The tables after a replacement of some pieces. Only the blocks that these have a part in are put together anew. */
export function spliceTables(old: Tables, lines: LineIndex, splice: Splice): Tables {
  const { from, to, inserted, delta } = splice;
  const pieces = [...old.pieces.slice(0, from), ...inserted.map(({ piece }) => piece), ...old.pieces.slice(to)];
  const starts = inserted.map(({ start }) => start);
  const pieceStarts = splicePlaces(old.pieceStarts, from, to, starts, delta);

  let first = from;
  while (first > 0 && (pieces[first]?.continues || old.pieces[first]?.continues)) first--;
  let end = from + inserted.length;
  while (pieces[end]?.continues) end++;
  const oldEnd = end - inserted.length + to - from;
  const firstBlock = old.pieceBlocks[first] ?? old.blocks.length;
  const oldEndBlock = old.pieceBlocks[oldEnd] ?? old.blocks.length;
  const joined = joinPieces(pieces.slice(first, end), (index) => pieceStarts[first + index]!, lines);
  let started = firstBlock;
  const pieceBlocks = pieces.slice(first, end).map((piece) => {
    const before = started;
    started += blocksStartedIn(piece);
    return before;
  });
  return {
    pieces,
    pieceStarts,
    pieceBlocks: splicePlaces(old.pieceBlocks, first, oldEnd, pieceBlocks, started - oldEndBlock),
    blocks: [...old.blocks.slice(0, firstBlock), ...joined.map(({ block }) => block), ...old.blocks.slice(oldEndBlock)],
    blockStarts: splicePlaces(
      old.blockStarts,
      firstBlock,
      oldEndBlock,
      joined.map(({ start }) => start),
      delta,
    ),
  };
}

function splicePlaces(old: Places, from: number, to: number, inserted: readonly number[], delta: number): Places {
  const places = new Uint32Array(old.length - (to - from) + inserted.length);
  places.set(old.subarray(0, from));
  places.set(inserted, from);
  const moved = from + inserted.length - to;
  for (let index = to; index < old.length; index++) places[index + moved] = old[index]! + delta;
  return places;
}

/** The index of the last place at or before `value`; -1 where there is none. */
export function lastAtOrBefore(places: Places, value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
