import { checkDocument } from '../rules/check.ts';
import type { Finding, Fix, Severity } from '../rules/rule.ts';
import { perObject } from '../text/per-object.ts';
import { withoutIgnored } from './ignored.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What there is to say about a document, in its order: what its rules report, as serious as the user takes it, without what
 * the document itself asks to leave out.
 */
export const findings = perObject((snapshot: Snapshot): readonly Finding[] =>
  leveled(snapshot, withoutIgnored(snapshot.document, checkDocument(snapshot, snapshot.rules))),
);

/** The fixes of one finding, most useful first. */
export function fixesOf(snapshot: Snapshot, finding: Finding): readonly Fix[] {
  return snapshot.rules.find(({ id }) => id === finding.rule)?.fix?.(snapshot, finding) ?? [];
}

function leveled({ ruleLevels }: Snapshot, all: readonly Finding[]): readonly Finding[] {
  if (Object.keys(ruleLevels).length === 0) return all;
  const levelOf = ({ rule, severity }: Finding): Severity => {
    const level = ruleLevels[rule];
    return level === undefined || level === 'off' ? severity : level;
  };
  return all.map((finding) => {
    const level = levelOf(finding);
    return level === finding.severity ? finding : withSeverity(finding, level);
  });
}

/** A finding may make its places when asked, so that it cannot be spread. */
function withSeverity(
  { rule, span, message, question, related, unnecessary, relative, line }: Finding,
  severity: Severity,
): Finding {
  return { rule, severity, span, message, question, related, unnecessary, relative, line };
}
