import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the rules report, in document order. */
export function findings(snapshot: Snapshot): readonly Finding[] {
  return rules
    .flatMap((rule) => rule.check(snapshot))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The findings as LSP diagnostics. */
export function diagnostics(snapshot: Snapshot): Diagnostic[] {
  return findings(snapshot).map((finding) => ({
    range: toRange(snapshot.document.lines, finding.span),
    severity: severities[finding.severity],
    source: 'worksheets',
    code: finding.rule,
    message: finding.message,
    ...(snapshot.ruleDocs && { codeDescription: { href: `${snapshot.ruleDocs}${finding.rule}.md` } }),
  }));
}
