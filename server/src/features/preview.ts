import { plainText } from '../worksheet/plain-text.ts';
import { isOpen } from '../worksheet/status.ts';
import { allTerms } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** What a rendered worksheet shows besides its text. All lines are 0-based. */
export interface PreviewMarks {
  readonly terms: readonly {
    readonly line: number;
    /** As it stands in the source. */
    readonly text: string;
    /** What it means, as plain text. */
    readonly definition: string;
  }[];
  /** The last line of each question that waits for an answer. */
  readonly open: readonly number[];
}

/** What a rendered worksheet shows besides its text; nothing for a document that is none. */
export function previewMarks(snapshot: Snapshot): PreviewMarks {
  const { worksheet, document } = snapshot;
  if (worksheet.role !== 'worksheet' && worksheet.role !== 'key') return { terms: [], open: [] };
  return {
    terms: allTerms(snapshot).flatMap(({ span, terms }) => {
      const line = document.lines.lineAt(span.start);
      const text = document.text.slice(span.start, span.end);
      // A term over a line's end is shown in two pieces: neither is the term.
      if (document.lines.lineAt(span.end) !== line) return [];
      return [{ line, text, definition: terms.map(inPlainWords).join('\n\n') }];
    }),
    open: worksheet.questions
      .filter(isOpen)
      .map(({ span }) => document.lines.lineAt(Math.max(span.start, span.end - 1))),
  };
}

/** The first paragraph of a definition: a drawing is nothing for a tooltip. */
function inPlainWords({ name, definition }: { readonly name: string; readonly definition: string }): string {
  return `${name}: ${plainText(definition.split(/\n\s*\n|\n(?:```|~~~)/, 1)[0]!)}`;
}
