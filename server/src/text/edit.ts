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
function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * The same change to `text` in fewer edits: those at most `gap` code units apart are made one, with the text between.
 * They come in ascending order.
 */
export function clusterEdits(text: string, edits: readonly Edit[], gap: number): readonly Edit[] {
  const clusters: Edit[] = [];
  for (const edit of sortEdits(edits)) {
    const last = clusters.at(-1);
    if (last && edit.span.start - last.span.end <= gap) {
      const between = text.slice(last.span.end, edit.span.start);
      const span = { start: last.span.start, end: edit.span.end };
      clusters[clusters.length - 1] = { span, newText: last.newText + between + edit.newText };
    } else {
      clusters.push(edit);
    }
  }
  return clusters;
}
