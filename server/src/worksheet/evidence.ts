import { likely } from './likely.ts';
import type { RatedLine } from './rated-lines.ts';

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
  /** Layouts of headings that ask and have their answers in smaller headings. */
  readonly answeredInHeadings: ReadonlySet<string>;
  /** Layouts whose questions have their answers in lists, quotes or further in: hardly ever in a paragraph of the page. */
  readonly answeredWithMarks: ReadonlySet<string>;
  /** The same string for the same evidence. */
  readonly fingerprint: string;
}

/** How many lines have a layout, and how many of them are worded like questions. */
export interface LayoutCount {
  readonly total: number;
  readonly strong: number;
  /** How many of those are followed by a line of the same paragraph that isn't. */
  readonly continued: number;
  /** How many of those are headings with a smaller heading right below that isn't. */
  readonly headed: number;
  /** How many of those have a list, a quote, a label or an indented line right below that isn't. */
  readonly marked: number;
  /** How many of those have any other line of text right below that isn't. */
  readonly bare: number;
}

/**
 * Counts how a line that asks goes on in the one below, which doesn't ask. A line that is not counted at all stays so.
 *
 * @param times -1 to take that back
 */
export function addBelow(counts: Map<string, LayoutCount>, above: RatedLine, below: RatedLine, times: 1 | -1): void {
  if (above.likeness < likely || below.likeness >= likely || above.isLink) return;
  const count = counts.get(above.layout);
  if (!count) return;
  const isHeaded = above.heading > 0 && below.heading > above.heading;
  const hasMarks =
    below.marker !== null || below.label !== null || below.quotes > above.quotes || below.indent > above.indent + 1;
  const kind = isHeaded ? 'headed' : hasMarks ? 'marked' : 'bare';
  if (isHeaded || (below.heading === 0 && below.kind === 'text' && !below.isLink))
    counts.set(above.layout, { ...count, [kind]: count[kind] + times });
}

/**
 * Adds counts of layouts to `sum`, which is changed.
 *
 * @param times -1 to take them away
 */
export function addLayouts(
  sum: Map<string, LayoutCount>,
  counts: Iterable<readonly [layout: string, LayoutCount]>,
  times: 1 | -1,
): void {
  for (const [layout, { total, strong, continued, headed, marked, bare }] of counts) {
    const old = sum.get(layout) ?? noLines;
    const added = {
      total: old.total + times * total,
      strong: old.strong + times * strong,
      continued: old.continued + times * continued,
      headed: old.headed + times * headed,
      marked: old.marked + times * marked,
      bare: old.bare + times * bare,
    };
    if (added.total === 0) sum.delete(layout);
    else sum.set(layout, added);
  }
}

/** Nothing counted yet. */
export const noLines: LayoutCount = { total: 0, strong: 0, continued: 0, headed: 0, marked: 0, bare: 0 };

/** Reads off the counts which layouts this document's questions have: people keep to one layout in a file. */
export function gatherEvidence(counts: ReadonlyMap<string, LayoutCount>): Evidence {
  const asking = [...counts].filter(([, { strong }]) => strong > 0).sort(([, a], [, b]) => a.strong - b.strong);
  const most = asking[asking.length - 1]?.[1].strong ?? 0;
  const strength = new Map<string, number>();
  const questionLayouts = new Set<string>();
  const siblingLayouts = new Set<string>();
  const mostlyQuestions = new Set<string>();
  const answersContinue = new Set<string>();
  const answeredInHeadings = new Set<string>();
  const answeredWithMarks = new Set<string>();
  let rank = 0;
  let before = 0;
  for (const [layout, { total, strong, continued, headed, marked, bare }] of asking) {
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
    if (headed >= 2 && headed * 3 >= strong) answeredInHeadings.add(layout);
    if (marked >= 2 && marked >= bare * 2) answeredWithMarks.add(layout);
  }
  const fingerprint = JSON.stringify([
    [...strength].sort(),
    [...questionLayouts].sort(),
    [...siblingLayouts].sort(),
    [...mostlyQuestions].sort(),
    [...answersContinue].sort(),
    [...answeredInHeadings].sort(),
    [...answeredWithMarks].sort(),
  ]);
  return {
    strength,
    questionLayouts,
    siblingLayouts,
    mostlyQuestions,
    answersContinue,
    answeredInHeadings,
    answeredWithMarks,
    fingerprint,
  };
}
