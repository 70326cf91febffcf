import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule.ts';
import { entryOf } from './definition.ts';
import { findings } from './findings.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * Findings as LSP diagnostics.
 *
 * @param shown those to be shown, of all that there are
 */
export function diagnostics(snapshot: Snapshot, shown: readonly Finding[] = findings(snapshot)): Diagnostic[] {
  return shown.map((finding) => ({
    range: toRange(snapshot.document.lines, finding.span),
    severity: severities[finding.severity],
    source: 'worksheets',
    code: finding.rule,
    message: finding.message,
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...relatedTo(snapshot, finding),
    ...(snapshot.ruleDocs && { codeDescription: { href: `${snapshot.ruleDocs}${finding.rule}.md` } }),
  }));
}

/** The places that explain a finding. The place of a key's answer is for those only who may see the answer. */
function relatedTo({ uri, assistance }: Snapshot, { related = [] }: Finding): Pick<Diagnostic, 'relatedInformation'> {
  const places = related.filter((place) => place.uri === uri || assistance === 'answers');
  if (places.length === 0) return {};
  return { relatedInformation: places.map(({ message, ...place }) => ({ message, location: entryOf(place) })) };
}
