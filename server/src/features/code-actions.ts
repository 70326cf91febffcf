import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { findings } from './findings.ts';
import { toRange, toTextEdit } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Quick fixes for the findings that a range touches. The edits are for exactly this version of the document.
 *
 * @param reported the diagnostics the client has at the range; those that a fix mends are named with it
 */
export function codeActions(snapshot: Snapshot, range: Range, reported: readonly Diagnostic[]): CodeAction[] {
  const { lines } = snapshot.document;
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const textDocument = { uri: snapshot.uri, version: snapshot.version };
  return findings(snapshot)
    .filter(
      ({ span, question }) => touches(span, start, end) || (question?.slot && touches(question.slot.area, start, end)),
    )
    .flatMap((finding) => {
      const place = toRange(lines, finding.span);
      const mended = reported.filter(
        (diagnostic) => diagnostic.code === finding.rule && sameRange(diagnostic.range, place),
      );
      const fixes = snapshot.rules.find((rule) => rule.id === finding.rule)?.fix?.(snapshot, finding) ?? [];
      return fixes.map((fix) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: mended,
        isPreferred: fix.preferred,
        edit: { documentChanges: [{ textDocument, edits: fix.edits.map((edit) => toTextEdit(lines, edit)) }] },
      }));
    });
}

const touches = (span: { start: number; end: number }, start: number, end: number) =>
  span.start <= end && start <= span.end;

const sameRange = (a: Range, b: Range) =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
