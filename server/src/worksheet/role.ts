import type { Role } from './line-role.ts';
import { partWithoutAnswers } from './parts-without-answers.ts';
import { saysSomething } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';

/** What speaks for a document's being a worksheet; sums over its parts. */
export interface Tally {
  questions: number;
  /** Questions that are numbered or labelled as such. */
  numbered: number;
  /** Questions in parts whose title announces them. */
  announced: number;
  /** Lines below questions. */
  below: number;
  /** Lines that are no part of a question or answer. */
  beside: number;
  /** Questions before the first such line, but for those that are headings: an article's parts may be. */
  leading: number;
  /** How many parts there are for what somebody wants to know. */
  wishes: number;
  /** How many titles are those of a project's own page: "Installation", "License". */
  projectTitles: number;
  /** How many questions have each layout. */
  readonly layouts: Map<string, number>;
  /** How many titles have each layout, and how many of the lines beside stand below them. */
  readonly titles: Map<string, { readonly count: number; readonly beside: number }>;
}

/** Parts in which people keep their notes beside the questions they answer. */
const ownNotes = /\b(?:notes?|terms?|vocab(?:ulary)?|materials?|lecture|review)\b/i;

/** "Reading Questions", "Discussion": not what people ask often. */
const announcing =
  /^(?:(?!frequently|common(?:ly)?|popular|any|more|got|have)\p{L}+,?\s+){0,3}(?:questions|discussion|quiz|exercises|review|homework)(?:\s*#?\d+)?\s*[:.]?$/iu;

/** What a page that presents a program or a library has, and a worksheet hardly. */
const presenting =
  /^[^\p{L}]*(?:install(?:ation|ing)?|usage|licen[sc]e|contribut(?:ing|ors?)|api(?:\s+(?:reference|docs|documentation))?|change\s?log|release notes|quick\s?start|getting started|f\.?a\.?q\.?s?|frequently asked questions)\s*:?$/iu;

/** As many lines below a question may well be its answer; more are an article with a question for its title. */
const longest = 20;

/** Nothing counted yet. */
export const emptyTally = (): Tally => ({
  questions: 0,
  numbered: 0,
  announced: 0,
  below: 0,
  beside: 0,
  leading: 0,
  wishes: 0,
  projectTitles: 0,
  layouts: new Map(),
  titles: new Map(),
});

/** Counts a run of lines that starts outside of any question. */
export function tallyLines(lines: readonly PlacedLine[], roles: readonly Role[]): Tally {
  const tally = emptyTally();
  let inQuestion = false;
  let below = 0;
  let aside = false;
  let isAnnounced = false;
  let isAims = false;
  let title = '';
  lines.forEach(({ line, block }, index) => {
    const role = roles[index]!;
    if (role === 'prompt') {
      tally.questions++;
      if (tally.beside === 0 && line.heading === 0) tally.leading++;
      if (isAnnounced) tally.announced++;
      tally.layouts.set(line.layout, (tally.layouts.get(line.layout) ?? 0) + 1);
      if (line.marker === 'ordered' || line.innerNumber || line.label === 'question') tally.numbered++;
      inQuestion = true;
      below = 0;
      aside = false;
    } else if (role === 'topic') {
      inQuestion = false;
      title = line.heading > 0 ? line.layout : '';
      if (title !== '') addTitle(tally, title, { count: 1, beside: 0 });
      if (line.heading > 0 && presenting.test(line.text)) tally.projectTitles++;
      aside = ownNotes.test(line.text);
      isAnnounced = line.announces || announcing.test(line.text);
      const kind = partWithoutAnswers(line)?.kind;
      if (kind === 'wishes') tally.wishes++;
      isAims = kind === 'aims';
    } else if (line.kind === 'code' && lines[index - 1]?.block === block) {
      // A code block counts as one line, whatever its length.
    } else if ((role === 'other' || (role === 'excluded' && isAims)) && !line.isWrapped && saysSomething(line)) {
      if (inQuestion && below < longest) {
        tally.below++;
        below++;
      } else if (!line.isLink && !aside) {
        tally.beside++;
        if (title !== '') addTitle(tally, title, { count: 0, beside: 1 });
      }
    }
  });
  return tally;
}

/**
 * Adds the counts of a part to `sum`, which is changed; but for those in `leading`, see {@link countLeading}.
 *
 * @param times -1 to take them away
 */
export function addTally(
  sum: Tally,
  { questions, numbered, announced, below, beside, wishes, projectTitles, layouts, titles }: Tally,
  times: 1 | -1,
): void {
  sum.questions += times * questions;
  sum.numbered += times * numbered;
  sum.announced += times * announced;
  sum.below += times * below;
  sum.beside += times * beside;
  sum.wishes += times * wishes;
  sum.projectTitles += times * projectTitles;
  addCounts(sum.layouts, layouts, times);
  for (const [layout, { count, beside }] of titles) {
    addTitle(sum, layout, { count: times * count, beside: times * beside });
  }
}

/**
 * Adds counts by name to `sum`, which is changed.
 *
 * @param times -1 to take them away
 */
export function addCounts(sum: Map<string, number>, counts: ReadonlyMap<string, number>, times: 1 | -1): void {
  for (const [name, count] of counts) {
    const total = (sum.get(name) ?? 0) + times * count;
    if (total === 0) sum.delete(name);
    else sum.set(name, total);
  }
}

function addTitle({ titles }: Tally, layout: string, { count, beside }: { count: number; beside: number }): void {
  const sum = titles.get(layout);
  titles.set(layout, { count: (sum?.count ?? 0) + count, beside: (sum?.beside ?? 0) + beside });
}

/**
 * How many lines have nothing to do with questions. Where most titles ask, in one layout, the others are as good as
 * questions: people shorten what they are asked ("Four operators").
 */
function linesBeside({ beside, layouts, titles }: Tally): number {
  let lines = beside;
  for (const [layout, asking] of layouts) {
    const others = titles.get(layout);
    if (others && asking * 2 > others.count * 3 && asking >= 2) lines -= others.beside;
  }
  return lines;
}

/** The questions before the first line that is no part of one, given the counts of all parts in order. */
export function countLeading(tallies: readonly Tally[]): number {
  const first = tallies.findIndex(({ beside }) => beside > 0);
  return tallies.slice(0, first < 0 ? tallies.length : first + 1).reduce((sum, { leading }) => sum + leading, 0);
}

/** The same counts, to be changed. */
export const copyTally = (tally: Tally): Tally => ({
  ...tally,
  layouts: new Map(tally.layouts),
  titles: new Map(tally.titles),
});

/** Whether a document is a worksheet by its looks, and why. */
export interface Looks {
  readonly isWorksheet: boolean;
  readonly reasons: readonly string[];
}

/**
 * Decides by the document's own text whether it is a worksheet: enough questions, alike in layout, and little besides
 * questions, answers and headings. A page with a few questions among much other text (a README with its FAQ) is none.
 *
 * @param known how many of its questions a key knows; a key's questions are the best evidence there is
 * @param blank how many of its questions have no answer
 * @param isPage it is a page of a site, or a form to report things with
 */
export function judgeLooks(tally: Tally, known: number, blank: number, isPage: boolean): Looks {
  if (isPage) return { isWorksheet: false, reasons: ["its front matter is that of a site's page"] };
  const { questions, numbered, announced, below, leading, wishes, projectTitles, layouts } = tally;
  const beside = linesBeside(tally);
  const share = (questions + below) / (questions + below + beside || 1);
  const alike = Math.max(0, ...layouts.values()) / (questions || 1);
  const length = below / (questions || 1);
  const counted = `${questions} ${questions === 1 ? 'question' : 'questions'} with room for answers`;
  if (
    (known >= 2 && length <= 12 && share >= (numbered >= 4 ? 0.05 : 0.2)) ||
    (known === 1 && questions <= 3 && share >= 0.5)
  ) {
    return {
      isWorksheet: true,
      reasons: [known >= 2 ? 'an answer key knows its questions' : 'an answer key knows its question', counted],
    };
  }
  // The longer what stands below a question, the more it may be an article's part.
  const mostly = questions >= 3 && share >= (length > 6 ? 0.75 : 0.6) && alike >= 0.5 && length <= 12;
  const countedOut = questions >= 4 && (numbered >= 4 ? share >= 0.35 : alike >= 0.6 && share >= 0.5) && length <= 6;
  const template = blank >= 3 && blank * 2 >= questions && alike > 0.6 && share >= 0.5;
  // Who has been asked what else to learn keeps notes of what was asked, beside other notes.
  const journal = wishes > 0 && questions >= 3 && alike >= 0.6 && share >= 0.15 && length <= 12;
  const isAnnounced =
    announced >= (announced === questions ? 2 : 3) && announced * 2 >= questions && alike >= 0.5 && length <= 12;
  // Two questions and their answers, and nothing else at all.
  const isPair = questions >= 2 && beside === 0 && alike === 1 && length <= 6;
  // Answers first, and then notes of any length.
  const opens = leading >= 3 && leading * 2 >= questions && blank * 2 < questions && alike >= 0.5 && length <= 6;
  const presentsProject = projectTitles >= 2;
  const isWorksheet =
    !presentsProject && (mostly || countedOut || template || journal || isAnnounced || opens || isPair);
  return {
    isWorksheet,
    reasons: isWorksheet ? [counted, `${Math.round(share * 100)} % of its lines are questions and answers`] : [],
  };
}
