import { firstWhere } from '../text/search.ts';
import type { Block, Piece, PlacedPiece } from './pieces.ts';

/** Offsets in ascending order, in a typed array: they all move with a keystroke, so moving must be cheap. */
type Places = Uint32Array;

/** The pieces and the parts of one version, and at which offsets they start. */
export interface Tables {
  readonly pieces: readonly Piece[];
  readonly pieceStarts: Places;
  /** How many parts start before each piece. */
  readonly pieceParts: Places;
  /** How many pieces were not parsed. */
  readonly refused: number;
  /** How many may have an HTML comment. */
  readonly commented: number;
  /** What the pieces consist of. */
  readonly parts: readonly Block[];
  readonly partStarts: Places;
  /** The parts that these were made from, and how many at their start and at their end stayed; null for the first. */
  readonly before: { readonly parts: readonly Block[]; readonly start: number; readonly end: number } | null;
}

const NO_PLACES: Places = new Uint32Array();

export const NO_TABLES: Tables = {
  pieces: [],
  pieceStarts: NO_PLACES,
  pieceParts: NO_PLACES,
  refused: 0,
  commented: 0,
  parts: [],
  partStarts: NO_PLACES,
  before: null,
};

export interface Splice {
  /** The pieces from index `from` to before index `to` are replaced by `inserted`. */
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly PlacedPiece[];
  /** How far all that follows moves. */
  readonly delta: number;
}

/** The tables after a replacement of some pieces. */
export function spliceTables(old: Tables, { from, to, inserted, delta }: Splice): Tables {
  const firstPart = old.pieceParts[from] ?? old.parts.length;
  const endPart = old.pieceParts[to] ?? old.parts.length;
  const pieces: Piece[] = [];
  const pieceStarts: number[] = [];
  const pieceParts: number[] = [];
  const parts: Block[] = [];
  const partStarts: number[] = [];
  for (const { start, piece } of inserted) {
    pieces.push(piece);
    pieceStarts.push(start);
    pieceParts.push(firstPart + parts.length);
    piece.blocks.forEach((block, index) => {
      parts.push(block);
      partStarts.push(start + piece.offsets[index]!);
    });
  }
  const moved = parts.length - (endPart - firstPart);
  const replaced = old.pieces.slice(from, to);
  return {
    pieces: spliceArray(old.pieces, from, to, pieces),
    pieceStarts: splicePlaces(old.pieceStarts, from, to, pieceStarts, delta),
    pieceParts: splicePlaces(old.pieceParts, from, to, pieceParts, moved),
    refused: old.refused - refusedIn(replaced) + refusedIn(pieces),
    commented: old.commented - commentedIn(replaced) + commentedIn(pieces),
    parts: spliceArray(old.parts, firstPart, endPart, parts),
    partStarts: splicePlaces(old.partStarts, firstPart, endPart, partStarts, delta),
    before: { parts: old.parts, start: firstPart, end: old.parts.length - endPart },
  };
}

const refusedIn = (pieces: readonly Piece[]) => pieces.filter(({ refused }) => refused !== null).length;

const commentedIn = (pieces: readonly Piece[]) => pieces.filter(({ commented }) => commented).length;

function spliceArray<Item>(old: readonly Item[], from: number, to: number, inserted: readonly Item[]): readonly Item[] {
  return old.slice(0, from).concat(inserted, old.slice(to));
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
  return firstWhere(places.length, (index) => places[index]! > value) - 1;
}
