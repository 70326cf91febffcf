import type { Span } from './span.ts';

/** A replacement of `span` by `newText`; the span refers to the text before the edit. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all `edits`.
 *
 * @param edits non-overlapping, in any order; every span refers to `text` as given. Insertions at the same offset
 *   are made in the order listed, as LSP has it for a `TextEdit[]`.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let copied = 0;
  for (const { span, newText } of sortEdits(edits)) {
    result += text.slice(copied, span.start) + newText;
    copied = span.end;
  }
  return result + text.slice(copied);
}

/** The edits by position, those at the same place in the order listed. */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * The one replacement that covers all `edits`: from the first changed offset to the last.
 *
 * @returns `null` where there are no edits.
 */
export function hullOfEdits(text: string, edits: readonly Edit[]): Edit | null {
  const sorted = sortEdits(edits);
  const first = sorted[0];
  if (first === undefined) return null;
  if (sorted.length === 1) return first;
  const start = first.span.start;
  const end = Math.max(...sorted.map((edit) => edit.span.end));
  const newText = applyEdits(
    text.slice(start, end),
    sorted.map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText })),
  );
  return { span: { start, end }, newText };
}
