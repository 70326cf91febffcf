import { t } from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { disableRule } from '../worksheet/front-matter-edit.ts';
import { findings, fixesOf } from './findings.ts';
import { ignoreHere } from './ignore-here.ts';
import { toRange, toTextEdit } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** What is left of an action to say once its edits are known. */
interface Proposal {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  readonly mends: readonly Finding[];
}

/**
 * Quick fixes for the findings that a range touches, and last, for those in its first line, ways not to be told again. The
 * edits are for exactly this version of the document.
 *
 * @param reported the diagnostics the client has at the range; those that a fix mends are named with it
 */
export function codeActions(snapshot: Snapshot, range: Range, reported: readonly Diagnostic[]): CodeAction[] {
  const { lines } = snapshot.document;
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const touched = findings(snapshot).filter(
    ({ span, question }) => touches(span, start, end) || (question?.slot && touches(question.slot.area, start, end)),
  );
  // One fix may mend several findings, as one that goes for the whole file does: it is offered once.
  const mended = new Map<Fix, Finding[]>();
  for (const finding of touched) {
    for (const fix of fixesOf(snapshot, finding)) {
      const mends = mended.get(fix);
      if (mends) mends.push(finding);
      else mended.set(fix, [finding]);
    }
  }
  const fixes = Array.from(mended, ([fix, mends]): Proposal => ({ ...fix, mends }));
  const about = new Map<string, Diagnostic[]>();
  for (const diagnostic of reported) {
    const same = identity(diagnostic.code, diagnostic.range);
    about.set(same, [...(about.get(same) ?? []), diagnostic]);
  }
  const line = lines.lineAt(start);
  const here = touched.filter(
    ({ span, question }) =>
      onLine(snapshot, span, line) || (question?.slot && onLine(snapshot, question.slot.area, line)),
  );
  return [...fixes, ...waysToIgnore(snapshot, here)].map(({ title, edits, preferred, mends }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: mends.flatMap(({ rule, span }) => about.get(identity(rule, toRange(lines, span))) ?? []),
    isPreferred: preferred,
    edit: toWorkspaceEdit(snapshot, edits),
  }));
}

/** Edits of this version of the document, as LSP has them. */
export function toWorkspaceEdit({ uri, version, document }: Snapshot, edits: readonly Edit[]): WorkspaceEdit {
  const textDocument = { uri, version };
  return { documentChanges: [{ textDocument, edits: edits.map((edit) => toTextEdit(document.lines, edit)) }] };
}

/** One comment for each rule and line, and one way for each rule to turn it off. */
function waysToIgnore({ document }: Snapshot, here: readonly Finding[]): Proposal[] {
  const byRule = groups(here, ({ rule }) => rule);
  const comments = byRule.flatMap((ofRule) => {
    const { rule } = ofRule[0]!;
    const title = byRule.length === 1 ? t('Ignore this here') : t('Ignore {0} here', rule);
    const byLine = groups(ofRule, ({ span }) => document.lines.lineAt(span.start));
    return byLine.map((mends) => ({ title, edits: ignoreHere(document, rule, mends[0]!.span.start), mends }));
  });
  const switches = byRule.map((mends) => {
    const { rule } = mends[0]!;
    const edit = disableRule(document, rule);
    return { title: t('Turn off {0} in this file', rule), edits: edit ? [edit] : [], mends };
  });
  return [...comments, ...switches]
    .filter(({ edits }) => edits.length > 0)
    .map((proposal) => ({ ...proposal, preferred: false }));
}

/** Values with the same key together, in the order of the first of each. */
function groups<Value>(values: readonly Value[], keyOf: (value: Value) => unknown): Value[][] {
  const byKey = new Map<unknown, Value[]>();
  for (const value of values) {
    const same = byKey.get(keyOf(value));
    if (same) same.push(value);
    else byKey.set(keyOf(value), [value]);
  }
  return [...byKey.values()];
}

const touches = (span: Span, start: number, end: number) => span.start <= end && start <= span.end;

function onLine({ document: { lines } }: Snapshot, { start, end }: Span, line: number): boolean {
  return lines.lineAt(start) <= line && line <= lines.lineAt(end);
}

/** Equal for a diagnostic and the finding that it shows. */
const identity = (code: Diagnostic['code'], { start, end }: Range) =>
  [code, start.line, start.character, end.line, end.character].join(' ');
