import type { Term } from '../knowledge/model.ts';
import { termsInBlock } from '../knowledge/terms-in-block.ts';
import type { Span } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import type { Snapshot } from './snapshot.ts';

/** A term at its place in the document. Never without terms. */
export interface TermAt {
  readonly span: Span;
  readonly terms: readonly Term[];
}

/** The term at an offset; null where none stands, and on the heading of a glossary entry, which is the definition itself. */
export function termAt(snapshot: Snapshot, offset: number): TermAt | null {
  const { document, knowledge } = snapshot;
  const index = document.partIndexAt(offset);
  if (index < 0) return null;
  const base = document.partStart(index);
  const place = termsInBlock(document.parts[index]!, knowledge).find(
    ({ span }) => base + span.start <= offset && offset < base + span.end,
  );
  if (!place) return null;
  const line = document.lines.lineAt(offset);
  const terms = place.terms.filter((term) => term.uri !== snapshot.uri || term.line !== line);
  return terms.length ? { span: { start: base + place.span.start, end: base + place.span.end }, terms } : null;
}

/** All terms of a document, in order. */
export function allTerms({ document, knowledge }: Snapshot): TermAt[] {
  return document.parts.flatMap((block, index) => {
    const base = document.partStart(index);
    return termsInBlock(block, knowledge).map(({ span, terms }) => ({
      span: { start: base + span.start, end: base + span.end },
      terms,
    }));
  });
}

/** The question whose own text stands at an offset; null where none does. */
export function questionAt({ worksheet }: Snapshot, offset: number): Question | null {
  return worksheet.questions.find(({ span }) => span.start <= offset && offset <= span.end) ?? null;
}

/** Whether two places stand for one term. */
export const shareTerm = (a: readonly Term[], b: readonly Term[]) => a.some((term) => b.includes(term));
