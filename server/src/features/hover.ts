import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { termMarkup } from './markup.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { termsInBlock } from './terms.ts';

/** What the term at a position means; null where none stands. A term of several glossaries shows all its definitions. */
export function hover(snapshot: Snapshot, position: Position): Hover | null {
  const { document, knowledge } = snapshot;
  const offset = document.lines.offsetAt(position);
  const index = document.blockIndexAt(offset);
  if (index < 0) return null;
  const base = document.blockStart(index);
  const place = termsInBlock(document.blocks[index]!, knowledge).find(
    ({ span }) => base + span.start <= offset && offset < base + span.end,
  );
  if (!place) return null;
  const line = document.lines.lineAt(offset);
  const terms = place.terms.filter((term) => term.uri !== snapshot.uri || term.line !== line);
  if (terms.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: terms.map(termMarkup).join('\n\n---\n\n') },
    range: toRange(document.lines, { start: base + place.span.start, end: base + place.span.end }),
  };
}
