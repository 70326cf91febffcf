import type { Segment } from './segment.ts';

/** What the document as a whole says about its layout. */
export interface Evidence {
  /** The layouts that lines worded like questions have, each with a rank: the more such lines, the higher. */
  readonly strength: ReadonlyMap<string, number>;
  /** Layouts that questions of this document are written in. */
  readonly questionLayouts: ReadonlySet<string>;
  /** Layouts nearly all of whose lines are questions: a line of such a layout is one even where its wording is no help. */
  readonly siblingLayouts: ReadonlySet<string>;
  /** Layouts with a fair share of questions. */
  readonly mostlyQuestions: ReadonlySet<string>;
  /** Layouts whose questions have their answers on the next line of the same paragraph. */
  readonly answersContinue: ReadonlySet<string>;
  /** The same string for the same evidence. */
  readonly fingerprint: string;
}

/** How many lines have a layout, and how many of them are worded like questions. */
export interface LayoutCount {
  total: number;
  strong: number;
  /** How many of those are followed by a line of the same paragraph that isn't. */
  continued: number;
}

/** Counts the lines of a document by layout. */
export function countLayouts(segments: readonly Segment[]): Map<string, LayoutCount> {
  const counts = new Map<string, LayoutCount>();
  for (const segment of segments) {
    for (const [layout, { total, strong, continued }] of segment.layouts) {
      const count = counts.get(layout);
      if (count) {
        count.total += total;
        count.strong += strong;
        count.continued += continued;
      } else counts.set(layout, { total, strong, continued });
    }
  }
  return counts;
}

/** Reads off the counts which layouts this document's questions have: people keep to one layout in a file. */
export function gatherEvidence(counts: ReadonlyMap<string, LayoutCount>): Evidence {
  const asking = [...counts].filter(([, { strong }]) => strong > 0).sort(([, a], [, b]) => a.strong - b.strong);
  const most = asking[asking.length - 1]?.[1].strong ?? 0;
  const strength = new Map<string, number>();
  const questionLayouts = new Set<string>();
  const siblingLayouts = new Set<string>();
  const mostlyQuestions = new Set<string>();
  const answersContinue = new Set<string>();
  let rank = 0;
  let before = 0;
  for (const [layout, { total, strong, continued }] of asking) {
    // Only the order counts, so that one more question of a frequent layout leaves all as it was.
    if (strong > before) rank++;
    before = strong;
    strength.set(layout, rank);
    const share = strong / total;
    if (strong === most || (strong >= 2 && share >= 0.3)) questionLayouts.add(layout);
    // What its writer numbered inside emphasis or a heading is one of a series.
    if ((strong >= 3 && share >= 0.7) || (strong >= 2 && share >= 0.4 && layout.includes('#')))
      siblingLayouts.add(layout);
    if (share >= 0.3) mostlyQuestions.add(layout);
    if (continued >= 2 && continued * 2 >= strong) answersContinue.add(layout);
  }
  const fingerprint = JSON.stringify([
    [...strength].sort(),
    [...questionLayouts].sort(),
    [...siblingLayouts].sort(),
    [...mostlyQuestions].sort(),
    [...answersContinue].sort(),
  ]);
  return { strength, questionLayouts, siblingLayouts, mostlyQuestions, answersContinue, fingerprint };
}
