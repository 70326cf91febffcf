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
  return shown.map((finding) => diagnosticOf(snapshot, finding));
}

/** A diagnostic made from a finding, and all that it was made of besides. */
interface Made extends Pick<Snapshot, 'uri' | 'scope' | 'ruleDocs'> {
  readonly diagnostic: Diagnostic;
  readonly severity: Severity;
  /** The line of the question it is about. */
  readonly line: number;
}

const made = new WeakMap<Finding, Made>();

/** A finding moves with its question's line: then its diagnostic needs no more than another line. */
function diagnosticOf(snapshot: Snapshot, finding: Finding): Diagnostic {
  const { origin, severity } = finding;
  if (!origin) return newDiagnostic(snapshot, finding);
  const { uri, scope, ruleDocs } = snapshot;
  const { line } = origin;
  const known = made.get(origin.finding);
  const stays =
    known?.uri === uri && known.scope === scope && known.ruleDocs === ruleDocs && known.severity === severity;
  if (stays && known.line === line) return known.diagnostic;
  const diagnostic = stays ? moved(known.diagnostic, line - known.line) : newDiagnostic(snapshot, finding);
  made.set(origin.finding, { diagnostic, uri, scope, ruleDocs, severity, line });
  return diagnostic;
}

function moved(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { start, end } = diagnostic.range;
  const range = { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
  return { ...diagnostic, range };
}

function newDiagnostic(snapshot: Snapshot, finding: Finding): Diagnostic {
  return {
    range: toRange(snapshot.document.lines, finding.span),
    severity: severities[finding.severity],
    source: 'worksheets',
    code: finding.rule,
    message: finding.message,
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...relatedTo(snapshot, finding),
    ...(snapshot.ruleDocs && { codeDescription: { href: `${snapshot.ruleDocs}${finding.rule}.md` } }),
  };
}

/** The places that explain a finding. The place of a key's answer is for those only who may see the answer. */
function relatedTo({ uri, assistance }: Snapshot, { related = [] }: Finding): Pick<Diagnostic, 'relatedInformation'> {
  const places = related.filter((place) => place.uri === uri || assistance === 'answers');
  if (places.length === 0) return {};
  return { relatedInformation: places.map(({ message, ...place }) => ({ message, location: entryOf(place) })) };
}
