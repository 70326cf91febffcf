import { applyEdits, clusterEdits, type Edit } from '../text/edit.ts';
import { LineIndex } from '../text/line-index.ts';
import { LIMITS, type LimitExceeded, type Limits } from './limits.ts';
import type { Root } from './nodes.ts';
import type { Block } from './pieces.ts';
import { movedNode } from './positions.ts';
import type { SharedPieces } from './shared-pieces.ts';
import { Version } from './version.ts';

export { LIMITS, type LimitExceeded, type LimitKind, type Limits } from './limits.ts';
export type * from './nodes.ts';
export type { Block } from './pieces.ts';
export { SharedPieces } from './shared-pieces.ts';

/** One version of a Markdown document: its text and its tree, as a list of top-level blocks. */
export interface MarkdownDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** Made when first asked for; what runs at each keystroke reads the parts. */
  readonly blocks: readonly Block[];
  /** The offset in `text` of relative offset 0 of the block. */
  blockStart(index: number): number;
  /** The 0-based line of the document that is line 1 of the block. */
  blockLine(index: number): number;
  /** The index of the block whose first line starts at or last before `offset`; -1 where there is none. */
  blockIndexAt(offset: number): number;
  /** The blocks once more, but each item of a top-level list is a list by itself: an edit makes only those anew that it touches. */
  readonly parts: readonly Block[];
  /** As for blocks. */
  partStart(index: number): number;
  partLine(index: number): number;
  partIndexAt(offset: number): number;
  /** The front matter: the YAML between the `---` lines, and its block; `null` where there is none. */
  readonly frontMatter: { readonly value: string; readonly block: Block } | null;
  /** False where no HTML comment can be in it. */
  readonly mayHaveComments: boolean;
  /** What was not parsed, and why; empty for an ordinary document. */
  readonly limits: readonly LimitExceeded[];
  /** How many blocks this version parsed anew; an item of a top-level list counts as one. */
  readonly reparsed: number;
}

/**
 * Parses a whole text. Never throws, and takes time in proportion to the length of the text.
 *
 * @param shared where given, what another document has as well is taken from there, block by block
 */
export function parseMarkdown(
  text: string,
  limits: Limits = LIMITS,
  shared: SharedPieces | null = null,
): MarkdownDocument {
  return Version.parse(text, LineIndex.of(text), limits, shared);
}

/**
 * The document after `edits`, whose spans refer to the text of `previous`. Its tree equals that of a full parse of the
 * new text; only the blocks that the edits can touch are parsed. Never throws.
 */
export function updateMarkdown(previous: MarkdownDocument, edits: readonly Edit[]): MarkdownDocument {
  if (!(previous instanceof Version)) return parseMarkdown(applyEdits(previous.text, edits));
  const clusters = clusterEdits(previous.text, edits, CLUSTER_GAP);
  // From the last to the first, so that each refers to a text that is still as it was there.
  return clusters.reduceRight((version: Version, edit, index) => {
    const text = applyEdits(version.text, [edit]);
    const alreadyParsed = index === clusters.length - 1 ? 0 : version.reparsed;
    return version.update(text, version.lines.withEdit(text, edit), edit, { alreadyParsed });
  }, previous);
}

/**
 * How many parts at the start, and how many at the end, are those of an earlier version: at their place, and moved
 * together.
 */
export function partsInCommon(before: MarkdownDocument, after: MarkdownDocument): { start: number; end: number } {
  const [a, b] = [before.parts, after.parts];
  const limit = Math.min(a.length, b.length);
  // Where the one was made from the other at once, most of the answer is known.
  const known = after instanceof Version ? after.partsStayed(before) : null;
  let start = known?.start ?? 0;
  let end = known?.end ?? 0;
  while (start < limit - end && a[start] === b[start]) start++;
  while (end < limit - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  // A part stays the same only with the text up to the next one: so they all stand where the last one does.
  const last = start - 1;
  const moved =
    start > 0 && (before.partStart(last) !== after.partStart(last) || before.partLine(last) !== after.partLine(last));
  return { start: moved ? 0 : start, end };
}

/** Edits closer than this are cheaper to make at once than one by one. */
const CLUSTER_GAP = 200;

/**
 * The whole tree with absolute positions, equal to that of remark-parse for a document within the limits. As there, a
 * byte order mark does not count.
 */
export function toRoot(document: MarkdownDocument): Root {
  const mark = document.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const children = document.blocks.map((block, index) =>
    movedNode(block.node, document.blockStart(index) - mark, document.blockLine(index)),
  );
  const last = document.lines.lineCount - 1;
  const end = {
    line: last + 1,
    column: document.text.length - document.lines.lineStart(last) + 1 - (last === 0 ? mark : 0),
    offset: document.text.length - mark,
  };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}
