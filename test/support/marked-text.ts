import type { LinePosition } from '../../server/src/text/line-index.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { Span } from '../../server/src/text/span.ts';

/** A text whose `<|>` says where the cursor stands; the marker itself is gone. */
export interface TextWithCursor {
  readonly text: string;
  readonly offset: number;
  readonly position: LinePosition;
}

/** Takes the one `<|>` out of a text. */
export function withCursor(marked: string): TextWithCursor {
  const [before, after, ...more] = marked.split('<|>');
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`Unexpected number of cursors in ${JSON.stringify(marked)}, expected one`);
  const text = before + after;
  return { text, offset: before.length, position: LineIndex.of(text).positionAt(before.length) };
}

/** Takes the `<|` and `|>` around stretches out of a text; the spans refer to the text returned. */
export function withSpans(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let open: number | null = null;
  for (const part of marked.split(/(<\||\|>)/)) {
    if (part === '<|' && open === null) open = text.length;
    else if (part === '|>' && open !== null) {
      spans.push({ start: open, end: text.length });
      open = null;
    } else if (part === '<|' || part === '|>') throw new Error(`Unexpected ${part} in ${JSON.stringify(marked)}`);
    else text += part;
  }
  if (open !== null) throw new Error(`Unexpected end of ${JSON.stringify(marked)}, expected |>`);
  return { text, spans };
}

/** Puts `<|` and `|>` around stretches of a text. */
export function markSpans(text: string, spans: readonly Span[]): string {
  let marked = '';
  let copied = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(copied, start)}<|${text.slice(start, end)}|>`;
    copied = end;
  }
  return marked + text.slice(copied);
}
