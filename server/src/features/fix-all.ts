import { t } from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit.ts';
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { toWorkspaceEdit } from './code-actions.ts';
import { findings, fixesOf } from './findings.ts';
import type { Snapshot } from './snapshot.ts';

/** The kind of the action that mends what can be mended without a look: editors may take it on save. */
export const FIX_ALL = 'source.fixAll.worksheets';

/** One action with all safe fixes of a document, for exactly this version of it; null where there is none. */
export function fixAll(snapshot: Snapshot): CodeAction | null {
  const edits = safeEdits(snapshot);
  if (edits.length === 0) return null;
  return { title: t('Fix all that is safe to fix'), kind: FIX_ALL, edit: toWorkspaceEdit(snapshot, edits) };
}

/** The edits of all safe fixes, but for those that would touch what another one has changed: they can be made the next time. */
export function safeEdits(snapshot: Snapshot): readonly Edit[] {
  // In the order of their places, none touching another.
  const taken: Edit[] = [];
  for (const finding of findings(snapshot)) {
    const fix = fixesOf(snapshot, finding).find(({ safe }) => safe);
    if (!fix || fix.edits.some(({ span }) => (taken[placeFor(span, taken)]?.span.start ?? Infinity) <= span.end))
      continue;
    for (const edit of fix.edits) taken.splice(placeFor(edit.span, taken), 0, edit);
  }
  return taken;
}

/** The index of the first edit that ends at a span's start or behind it. */
const placeFor = ({ start }: Span, edits: readonly Edit[]) =>
  firstWhere(edits.length, (index) => edits[index]!.span.end >= start);
