import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule.ts';
import { endsInCommon } from '../text/ends.ts';
import { entryOf } from './definition.ts';
import { findings as allFindings } from './findings.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic is made of besides its finding. */
type Basis = Pick<Snapshot, 'uri' | 'scope' | 'ruleDocs'>;

/** Findings, and the diagnostics made of them. */
interface Shown extends Basis {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What was asked for last in a scope: most often of another version of the same document. */
const last = new WeakMap<object, Shown>();

/**
 * Findings as LSP diagnostics: the same objects as before for what is where it was.
 *
 * @param findings those to be shown, of all that there are
 */
export function diagnostics(snapshot: Snapshot, findings: readonly Finding[] = allFindings(snapshot)): Diagnostic[] {
  const { uri, scope, ruleDocs } = snapshot;
  const known = last.get(scope);
  const before = known && isSameBasis(known, snapshot) ? known : { findings: [], diagnostics: [] };
  const { start, end } = endsInCommon(before.findings, findings, isSame);
  const found = before.diagnostics
    .slice(0, start)
    .concat(findings.slice(start, findings.length - end).map((finding) => diagnosticOf(snapshot, finding)))
    .concat(before.diagnostics.slice(before.diagnostics.length - end));
  last.set(scope, { uri, scope, ruleDocs, findings, diagnostics: found });
  return found;
}

const isSameBasis = (a: Basis, b: Basis) => a.uri === b.uri && a.scope === b.scope && a.ruleDocs === b.ruleDocs;

/** Whether two findings have the same diagnostic. */
const isSame = (a: Finding, b: Finding) =>
  a.relative !== undefined && a.relative === b.relative && a.line === b.line && a.severity === b.severity;

/** A diagnostic made from a finding, and all that it was made of besides. */
interface Made extends Basis {
  readonly diagnostic: Diagnostic;
  readonly severity: Severity;
  /** The line of the question it is about. */
  readonly line: number;
}

const made = new WeakMap<Finding, Made>();

/** A finding moves with its question's line: then its diagnostic needs no more than another line. */
function diagnosticOf(snapshot: Snapshot, finding: Finding): Diagnostic {
  const { relative, line, severity } = finding;
  if (relative === undefined || line === undefined) return newDiagnostic(snapshot, finding);
  const { uri, scope, ruleDocs } = snapshot;
  const known = made.get(relative);
  const stays = known !== undefined && isSameBasis(known, snapshot) && known.severity === severity;
  if (stays && known.line === line) return known.diagnostic;
  const diagnostic = stays ? moved(known.diagnostic, line - known.line) : newDiagnostic(snapshot, finding);
  made.set(relative, { diagnostic, uri, scope, ruleDocs, severity, line });
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
