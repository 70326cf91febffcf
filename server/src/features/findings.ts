import { checkDocument } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import type { Snapshot } from './snapshot.ts';

const found = new WeakMap<Snapshot, readonly Finding[]>();

/** What there is to say about a document, in its order: what its rules report, as serious as the user takes it. */
export function findings(snapshot: Snapshot): readonly Finding[] {
  let all = found.get(snapshot);
  if (!all) {
    all = checkDocument(snapshot, snapshot.rules).map((finding) => leveled(snapshot, finding));
    found.set(snapshot, all);
  }
  return all;
}

function leveled({ ruleLevels }: Snapshot, finding: Finding): Finding {
  const level = ruleLevels[finding.rule];
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}
