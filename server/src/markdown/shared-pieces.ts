import { detached } from '../text/detached.ts';
import { hashOf } from '../text/hash.ts';
import { recently } from '../text/recently.ts';
import { endOfLine } from './effort.ts';
import { continuesList, type NextPiece, type Piece } from './pieces.ts';

/** A piece, and how a text goes on that has the same one. */
interface Shared {
  readonly piece: Piece;
  /** Its text, and the line behind it, which decides that it ends there. */
  readonly ahead: string;
  readonly isLast: boolean;
  readonly goesOn: boolean;
}

/** So many different first lines are remembered. */
const MOST_LINES = 4_000;
/** So many pieces with the same first line: below a question that all of a class are asked, each has an answer of their own. */
const MOST_ALIKE = 8;
/** Pieces longer than this are not looked for, in UTF-16 code units. */
const LONGEST = 5_000;
/** So many pieces are known by their hash, to tell what is said a second time. */
const MOST_SEEN = 50_000;

/**
 * Pieces that documents have in common. The worksheets of a class ask the same: what two of them say need not be parsed again for a
 * third, nor be looked at again by those who keep with a block what they found in it. What only one says is not kept.
 */
export class SharedPieces {
  readonly #byFirstLine = recently((): Shared[] => [], MOST_LINES);
  /** By their hashes. */
  readonly #seen = new Set<number>();

  /** The pieces that a text may have. Each is found once: no two blocks of a document are the same object. */
  foundIn(text: string): FoundPieces {
    return new FoundPieces(text, this.#byFirstLine, (ahead) => this.#wasSeen(ahead));
  }

  #wasSeen(ahead: string): boolean {
    const hash = hashOf(ahead) | 0;
    if (this.#seen.has(hash)) return true;
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(hash);
    return false;
  }
}

/** The pieces of a document that others have as well. */
export class FoundPieces {
  readonly #text: string;
  readonly #byFirstLine: (line: string) => Shared[];
  readonly #wasSeen: (ahead: string) => boolean;
  readonly #taken = new Set<Piece>();

  constructor(text: string, byFirstLine: (line: string) => Shared[], wasSeen: (ahead: string) => boolean) {
    this.#text = text;
    this.#byFirstLine = byFirstLine;
    this.#wasSeen = wasSeen;
  }

  /** The piece that starts at `start`, were that a cut; `null` where none is known that the document does not have yet. */
  at(start: number, continues: boolean): NextPiece | null {
    const shared = this.#startingAt(start).find(
      (each) => !this.#taken.has(each.piece) && continuesList(each.piece) === continues && this.#isAt(each, start),
    );
    return shared ? { piece: shared.piece, end: start + shared.piece.text.length, goesOn: shared.goesOn } : null;
  }

  /** Says that the document has a piece now, so that it is not found again. */
  take(piece: Piece): void {
    this.#taken.add(piece);
  }

  /** Remembers the pieces of the document for others. */
  keep(pieces: readonly Piece[], starts: ArrayLike<number>): void {
    for (const [index, piece] of pieces.entries()) {
      // What becomes of front matter, and of what is past a limit, is not decided by its text alone.
      if (piece.refused !== null || piece.blocks[0]!.node.type === 'yaml') continue;
      const start = starts[index]!;
      const alike = this.#startingAt(start);
      if (alike.some((known) => known.piece === piece)) continue;
      const next = pieces[index + 1];
      const ahead = this.#text.slice(start, endOfLine(this.#text, start + piece.text.length));
      if (ahead.length > LONGEST || !this.#wasSeen(ahead)) continue;
      alike.unshift({ piece, ahead: detached(ahead), isLast: !next, goesOn: !!next && continuesList(next) });
      if (alike.length > MOST_ALIKE) alike.pop();
    }
  }

  #startingAt(start: number): Shared[] {
    return this.#byFirstLine(this.#text.slice(start, endOfLine(this.#text, start)));
  }

  #isAt({ ahead, isLast }: Shared, start: number): boolean {
    const end = start + ahead.length;
    if (!this.#text.startsWith(ahead, start)) return false;
    return isLast ? end === this.#text.length : endOfLine(this.#text, end) === end;
  }
}
