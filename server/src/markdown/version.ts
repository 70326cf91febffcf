import type { Edit } from '../text/edit.ts';
import { LineIndex } from '../text/line-index.ts';
import { type Blocks, joinParts } from './blocks.ts';
import { cutText } from './cut.ts';
import type { MarkdownDocument } from './document.ts';
import { lineEffort, startOfNextLine } from './effort.ts';
import { guessLabels } from './labels.ts';
import type { LimitExceeded, Limits } from './limits.ts';
import type { Yaml } from './nodes.ts';
import {
  type Block,
  continuesList,
  type Piece,
  parsePieces,
  type Refusal,
  refusedPiece,
  withContinues,
} from './pieces.ts';
import { frontMatterEnd } from './raw.ts';
import type { FoundPieces, SharedPieces } from './shared-pieces.ts';
import { lastAtOrBefore, NO_TABLES, type Splice, spliceTables, type Tables } from './tables.ts';

interface Parts {
  readonly text: string;
  readonly lines: LineIndex;
  readonly limits: Limits;
  readonly tables: Tables;
  /** The labels that the document defines. */
  readonly labels: ReadonlySet<string>;
  /** The effort of parsing the whole text. */
  readonly effort: number;
  readonly reparsed: number;
}

/** One version of a document, made from a text or from the version before it. */
export class Version implements MarkdownDocument {
  readonly #parts: Parts;
  readonly #frontMatterEnd: number;
  #blocks: Blocks | null = null;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#frontMatterEnd = frontMatterEnd(parts.text, startOfText(parts.text));
  }

  static parse(text: string, lines: LineIndex, limits: Limits, shared: SharedPieces | null): Version {
    const parts = {
      text: '',
      lines: LineIndex.of(''),
      limits,
      tables: NO_TABLES,
      labels: guessLabels(text),
      effort: 0,
      reparsed: 0,
    };
    const found = shared?.foundIn(text) ?? null;
    const edit = { span: { start: 0, end: 0 }, newText: text };
    const version = new Version(parts).update(text, lines, edit, { shared: found });
    const { pieces, pieceStarts } = version.#parts.tables;
    found?.keep(pieces, pieceStarts);
    return version;
  }

  get text(): string {
    return this.#parts.text;
  }

  get lines(): LineIndex {
    return this.#parts.lines;
  }

  get blocks(): readonly Block[] {
    return this.#joined().blocks;
  }

  get parts(): readonly Block[] {
    return this.#parts.tables.parts;
  }

  get reparsed(): number {
    return this.#parts.reparsed;
  }

  blockStart(index: number): number {
    return this.#joined().starts[index]!;
  }

  blockLine(index: number): number {
    return this.lines.lineAt(this.blockStart(index));
  }

  blockIndexAt(offset: number): number {
    return this.#joined().ofParts[this.partIndexAt(offset)] ?? -1;
  }

  partStart(index: number): number {
    return this.#parts.tables.partStarts[index]!;
  }

  partLine(index: number): number {
    return this.lines.lineAt(this.partStart(index));
  }

  partIndexAt(offset: number): number {
    const { pieceStarts, pieceParts, partStarts } = this.#parts.tables;
    const piece = lastAtOrBefore(pieceStarts, offset);
    if (piece < 0) return -1;
    // Pieces are in order. Parts need not be: see `cutRoot`.
    let index = (pieceParts[piece + 1] ?? partStarts.length) - 1;
    while (partStarts[index]! > offset) index--;
    return index;
  }

  /** At least so many parts at the start and at the end are those of `previous`; null where this was not made from that. */
  partsStayed(previous: MarkdownDocument): { readonly start: number; readonly end: number } | null {
    const { before } = this.#parts.tables;
    return before !== null && before.parts === previous.parts ? before : null;
  }

  get frontMatter(): { readonly value: string; readonly block: Block } | null {
    const block = this.parts[0];
    return block?.node.type === 'yaml' ? { value: (block.node as Yaml).value, block } : null;
  }

  get mayHaveComments(): boolean {
    return this.#parts.tables.commented > 0;
  }

  get limits(): readonly LimitExceeded[] {
    const { tables, limits } = this.#parts;
    const exceeded: LimitExceeded[] = [];
    if (tables.refused === 0) return exceeded;
    for (let index = 0; index < tables.pieces.length; index++) {
      const { refused, blocks } = tables.pieces[index]!;
      if (refused === null) continue;
      const start = tables.pieceStarts[index]!;
      const { kind } = refused;
      exceeded.push({ kind, span: { start, end: start + blocks[0]!.source.length }, limit: limits[kind] });
    }
    return exceeded;
  }

  /**
   * The version after one edit.
   *
   * @param alreadyParsed blocks to add to the count of those parsed anew
   * @param shared the pieces that other documents have as well
   */
  update(
    text: string,
    lines: LineIndex,
    edit: Edit,
    { alreadyParsed = 0, shared = null }: { alreadyParsed?: number; shared?: FoundPieces | null } = {},
  ): Version {
    const { limits, labels } = this.#parts;
    const effort = this.#effortAfter(text, edit);
    const parts = { text, lines, limits, labels, effort };
    if (effort > limits.documentEffort) {
      const inserted = [
        { start: 0, piece: refusedPiece(text, { kind: 'documentEffort', exceededAt: 0, decidedBy: text.length }) },
      ];
      const tables = spliceTables(NO_TABLES, { from: 0, to: 0, inserted, delta: 0 });
      return new Version({ ...parts, tables, reparsed: 1 });
    }
    const old = this.#parts.effort > limits.documentEffort ? NO_TABLES : this.#parts.tables;
    const splice = this.#cut(old, text, edit, shared);
    const { from, to, inserted } = splice;
    const tables = spliceTables(old, splice);
    const reparsed = alreadyParsed + inserted.reduce((sum, { piece }) => sum + piece.blocks.length, 0);
    const version = new Version({ ...parts, tables, reparsed });
    const replaced = old.pieces.slice(from, to);
    const definitionsStay = ![...replaced, ...inserted.map(({ piece }) => piece)].some(
      ({ defines }) => defines.length > 0,
    );
    return old.pieces.length > 0 && definitionsStay ? version : version.#withDefinitions();
  }

  /** Only the lines that change are measured. */
  #effortAfter(text: string, { span }: Edit): number {
    const { limits, effort } = this.#parts;
    const start = this.lines.lineStart(this.lines.lineAt(Math.max(span.start - 1, 0)));
    const end = this.lines.lineStart(this.lines.lineAt(span.end) + 1);
    const after = lineEffort(text, start, end + text.length - this.text.length, limits);
    return effort - lineEffort(this.text, start, end, limits) + after;
  }

  /** What to put in place of which pieces. */
  #cut(old: Tables, text: string, edit: Edit, shared: FoundPieces | null): Splice {
    const { limits, labels } = this.#parts;
    const delta = text.length - this.text.length;
    const from = this.#restart(old, text, edit);
    const contentStart = startOfContent(text);
    const reach = old.pieceStarts[lastAtOrBefore(old.pieceStarts, edit.span.end - 1) + 1];
    const indexOf = (offset: number): number => {
      const place = offset - delta;
      const index = lastAtOrBefore(old.pieceStarts, place);
      return place >= edit.span.end && old.pieceStarts[index] === place ? index : -1;
    };
    const { pieces, end } = cutText(text, from === 0 ? contentStart : old.pieceStarts[from]!, {
      limits,
      labels,
      frontMatterAt: contentStart === startOfText(text) ? contentStart : -1,
      continues: from > 0 && continuesList(old.pieces[from]!),
      reach: reach === undefined ? Number.POSITIVE_INFINITY : reach + delta,
      refusal: this.#refusalBefore(old, from, edit),
      shared,
      isKnown: (offset, continues) => {
        const piece = old.pieces[indexOf(offset)];
        return piece !== undefined && continuesList(piece) === continues && piece.blocks[0]!.node.type !== 'yaml';
      },
    });
    const to = end < text.length ? indexOf(end) : old.pieces.length;
    // The first is often parsed only to see where it ends now; where that has not changed, it stays the same object.
    const inserted = pieces.map(({ start, piece }, index) => {
      const before = index === 0 ? old.pieces[from] : undefined;
      return { start, piece: before && isSamePiece(before, piece) ? before : piece };
    });
    return { from, to, inserted, delta };
  }

  /**
   * The index of the first piece that the edit can touch. A piece starts where it does, and goes on with a list or does
   * not, because of its first line and what stands before it.
   */
  #restart(old: Tables, text: string, { span }: Edit): number {
    const newFrontMatterEnd = frontMatterEnd(text, startOfText(text));
    const frontMatterStays =
      newFrontMatterEnd === this.#frontMatterEnd && (newFrontMatterEnd < 0 || span.start > newFrontMatterEnd);
    if (!frontMatterStays) return 0;
    let index = lastAtOrBefore(old.pieceStarts, span.start);
    while (index > 0 && this.#mayGoOn(old.pieceStarts[index]!, span.start)) index--;
    return Math.max(index, 0);
  }

  #refusalBefore(old: Tables, index: number, { span }: Edit): Refusal | null {
    const refusal = old.pieces[index]?.refused;
    return refusal && span.start > old.pieceStarts[index]! + refusal.decidedBy ? refusal : null;
  }

  #joined(): Blocks {
    const { text, lines, tables } = this.#parts;
    this.#blocks ??= joinParts(tables.parts, tables.partStarts, text, lines);
    return this.#blocks;
  }

  /**
   * Whether the piece at `start` may go on with the one before it after an edit at `edited`: its first line decides that,
   * and of that line what stands before its first letter, but for code fences and HTML.
   */
  #mayGoOn(start: number, edited: number): boolean {
    if (this.lines.lineStart(this.lines.lineAt(start) + 1) < edited) return false;
    return !/^(?!\s*[`<])[^\p{L}]*\p{L}/u.test(this.text.slice(start, edited));
  }

  /**
   * This version with the labels that its pieces define; a piece is parsed again where that changes what it was told
   * while it was parsed.
   */
  #withDefinitions(): Version {
    const { text, tables, reparsed } = this.#parts;
    const { pieces, pieceStarts } = tables;
    const labels = new Set(pieces.flatMap(({ defines }) => defines));
    const isStale = ({ found, missing }: Piece) =>
      found.some((label) => !labels.has(label)) || missing.some((label) => labels.has(label));
    const from = pieces.findIndex(isStale);
    if (from < 0) return new Version({ ...this.#parts, labels });
    const to = pieces.findLastIndex(isStale) + 1;
    let parsed = 0;
    const inserted = pieces.slice(from, to).map((piece, nth) => {
      const index = from + nth;
      const start = pieceStarts[index]!;
      if (!isStale(piece)) return { start, piece };
      const end = pieceStarts[index + 1] ?? text.length;
      // Where a block ends depends on how the next line starts.
      const context = text.slice(start, Math.min(startOfNextLine(text, end), end + MAX_CONTEXT));
      const again = parsePieces(context, { labels, frontMatter: false })?.[0]?.piece ?? piece;
      parsed += piece.blocks.length;
      return { start, piece: withContinues({ ...again, text: piece.text }, continuesList(piece)) };
    });
    const splice = { from, to, inserted, delta: 0 };
    return new Version({
      ...this.#parts,
      tables: spliceTables(tables, splice),
      labels,
      reparsed: reparsed + parsed,
    });
  }
}

/** Whether two pieces are the same; the same text is not enough, as what follows may decide where a block ends. */
function isSamePiece(a: Piece, b: Piece): boolean {
  return a.text === b.text && a.refused === null && JSON.stringify(a) === JSON.stringify(b);
}

const MAX_CONTEXT = 500;

/** The start of the text, past a byte order mark. */
function startOfText(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The start of the first line that is not blank, past a byte order mark. */
function startOfContent(text: string): number {
  const blankLines = /(?:[ \t]*(?:\r\n|\n|\r))*/y;
  blankLines.lastIndex = startOfText(text);
  blankLines.test(text);
  return blankLines.lastIndex;
}
