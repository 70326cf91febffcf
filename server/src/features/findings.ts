import { checkDocument } from '../rules/check.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { withoutIgnored } from './ignored.ts';
import type { Snapshot } from './snapshot.ts';

const found = new WeakMap<Snapshot, readonly Finding[]>();

/**
 * What there is to say about a document, in its order: what its rules report, as serious as the user takes it, without what
 * the document itself asks to leave out.
 */
export function findings(snapshot: Snapshot): readonly Finding[] {
  let all = found.get(snapshot);
  if (!all) {
    const reported = checkDocument(snapshot, snapshot.rules);
    all = withoutIgnored(snapshot.document, reported).map((finding) => leveled(snapshot, finding));
    found.set(snapshot, all);
  }
  return all;
}

/** The fixes of one finding, most useful first. */
export function fixesOf(snapshot: Snapshot, finding: Finding): readonly Fix[] {
  return snapshot.rules.find(({ id }) => id === finding.rule)?.fix?.(snapshot, finding) ?? [];
}

function leveled({ ruleLevels }: Snapshot, finding: Finding): Finding {
  const level = ruleLevels[finding.rule];
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}
