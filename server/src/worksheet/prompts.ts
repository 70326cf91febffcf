import type { Block } from '../markdown/document.ts';
import type { Evidence } from './evidence.ts';
import { likely } from './likely.ts';
import type { QuestionKind } from './model.ts';
import { type AskingNothing, endsPart, partWithoutAnswers } from './parts-without-answers.ts';
import { countsAsContent, type RatedLine } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';

/** What a key says about a line's text. */
export interface Known {
  readonly kind: QuestionKind;
  /** The key asks it in these very words, but for a few. */
  readonly verbatim: boolean;
}

/**
 * Asks the keys about a question; null where none knows it. Part of what tells a question from other text.
 *
 * @param verbatimOnly only a key that asks it in these very words counts, which is found out much sooner
 */
export type KnowsQuestion = (text: string, verbatimOnly?: boolean) => Known | null;

/** `excluded`: in a part that asks for no answers, such as "Things I want to know more about". */
export type Role = 'prompt' | 'topic' | 'excluded' | 'other';

/** The question in whose answer a line stands, unless it starts a question itself. */
export interface Above {
  readonly line: RatedLine;
  /** Whether something stands behind or below it already. */
  readonly answered: boolean;
}

/** What the lines before a segment mean for the lines in it. */
export interface Entering {
  readonly above: Above | null;
  /** The part without answers that the lines stand in; null outside of such parts. */
  readonly part: AskingNothing | null;
  /** Whether the line above ends in a colon. */
  readonly leadIn: boolean;
  /** Whether the line above stands in the block that such a line leads to. */
  readonly isLedTo: boolean;
}

/** At the start of a document. */
export const outset: Entering = { above: null, part: null, leadIn: false, isLedTo: false };

/** What is decided about the lines of a segment, one role a line, and what that means for the lines after it. */
export interface Assigned {
  readonly roles: readonly Role[];
  readonly leaving: Entering;
}

/**
 * Decides for each line whether a question starts there, a topic, or neither.
 *
 * @param next the line after these, which says something about the last of them; null where there is none
 */
export function assignRoles(
  segment: readonly PlacedLine[],
  evidence: Evidence,
  knows: KnowsQuestion,
  entering: Entering = outset,
  next: PlacedLine | null = null,
): Assigned {
  const roles: Role[] = segment.map(() => 'other');
  const lines = next ? [...segment, next] : segment;
  // The questions in a block that a colon leads to are what an answer tells of.
  let { above, part, leadIn, isLedTo } = entering;
  const answer = () => {
    if (above && !above.answered) above = { line: above.line, answered: true };
  };
  for (let index = 0; index < segment.length; index++) {
    const { line, block } = lines[index]!;
    if (block !== lines[index - 1]?.block && !block.continues) isLedTo = false;
    if (line.kind === 'table' && !part && isTableOfQuestions(lines, index)) {
      roles[index] = line.layout === 'table' ? 'prompt' : 'excluded';
      above = null;
      continue;
    }
    if (line.kind !== 'text' || line.text === '') {
      if (line.kind === 'code' || line.kind === 'table') {
        leadIn = false;
        answer();
      }
      continue;
    }
    const opened = partWithoutAnswers(line);
    if (opened && !(opened.kind === 'terms' && belongsToAnswer(line, above, evidence))) {
      roles[index] = 'topic';
      above = null;
      part = opened;
      continue;
    }
    if (part && !endsPart(line, part, evidence.questionLayouts.has(line.layout))) {
      roles[index] = 'excluded';
      continue;
    }
    part = null;
    if (leadIn) isLedTo = true;
    const introduced = isLedTo && line.layout !== above?.line.layout && line.heading === 0 && line.label === null;
    let asksForMore = false;
    if (line.announces) {
      roles[index] = 'topic';
      above = null;
    } else if (!introduced && isPrompt(lines, index, above, evidence, knows)) {
      roles[index] = 'prompt';
      above = { line, answered: line.sameLineAnswer !== null };
      isLedTo = false;
      asksForMore = asksForQuestions(line.text);
    } else if (line.heading > 0 ? !belongsToAnswer(line, above, evidence) : titlesNext(lines, roles, index, above)) {
      roles[index] = 'topic';
      above = null;
    } else answer();
    const isTold = roles[index] !== 'prompt' && !line.announces;
    leadIn = asksForMore || (isTold && (leadsToExamples(line, above !== null) || tellsOfQuestions(line)));
  }
  demoteTitles(segment, roles);
  return { roles, leaving: { above, part, leadIn, isLedTo } };
}

const tables = new WeakMap<Block, boolean>();

/** Whether the table that a row belongs to asks in most of its rows: one row that asks is a cell like any other. */
function isTableOfQuestions(lines: readonly PlacedLine[], index: number): boolean {
  const { block } = lines[index]!;
  let asks = tables.get(block);
  if (asks === undefined) {
    const rows = lines.filter((placed) => placed.block === block && placed.line.kind === 'table');
    const asking = rows.filter(({ line }) => line.layout === 'table').length;
    // The first row is the table's head.
    asks = asking >= 2 && asking * 2 >= rows.length - 1;
    tables.set(block, asks);
  }
  return asks;
}

/** "Document the following terms": each of the headings below is part of the answer. */
const asksForParts = /\b(?:terms?|vocabulary|definitions?|each of the|the following)\b/i;

/** Whether a heading below a question is part of its answer, and no topic of its own. */
function belongsToAnswer(line: RatedLine, above: Above | null, { answeredInHeadings }: Evidence): boolean {
  if (!above) return false;
  if (line.setext) return !above.answered;
  const question = above.line;
  if (question.heading === 0 || line.heading < question.heading) return false;
  if (asksForParts.test(question.text)) return true;
  if (answeredInHeadings.has(question.layout) && line.heading > question.heading) return true;
  return !above.answered && (question.text.endsWith(',') || (line.layout !== question.layout && isSentence(line.text)));
}

/** Too long for a title. */
const isSentence = (text: string) => text.split(/\s+/).length >= (/[.!]$/.test(text) ? 8 : 12);

/** Whether a line without heading marks is the title of the questions below it: a link to the reading, or a few words between two questions. */
function titlesNext(lines: readonly PlacedLine[], roles: readonly Role[], index: number, above: Above | null): boolean {
  const { line } = lines[index]!;
  if (line.marker !== null || line.continues || line.label !== null || line.quotes > 0 || line.indent > 1) return false;
  const next = lines.slice(index + 1, index + 4).find(({ line: { kind } }) => kind !== 'blank')?.line;
  if (!next || next.continues || next.likeness < likely) return false;
  if (line.isLink) return true;
  const previous = lines[index - 1];
  if (previous && previous.line.kind !== 'blank' && previous.number + 1 >= lines[index]!.number) return false;
  if (above?.answered) return isTitleCase(line.text) || (restarts(above.line, next) && isShort(line.text));
  return above !== null && restarts(above.line, next) && isShort(line.text) && !answersStandAlone(lines, roles, index);
}

/** Whether numbered questions start anew. */
const restarts = (above: RatedLine, next: RatedLine) =>
  next.number === 1 && above.number !== null && above.number > 1 && next.layout === above.layout;

/** Whether another question above, in the same part, has its answer in a line that looks like this one. */
function answersStandAlone(lines: readonly PlacedLine[], roles: readonly Role[], index: number): boolean {
  const { layout } = lines[index]!.line;
  for (let at = index - 1; at > 0 && lines[at]!.line.heading === 0; at--) {
    const { line } = lines[at]!;
    const asked = lineAbove(lines, at);
    if (line.layout !== layout || roles[at] !== 'other' || !asked) continue;
    if (asked.likeness >= likely && asked.sameLineAnswer === null) return true;
  }
  return false;
}

/** Up to six words with a capital and no mark at the end. */
const isShort = (text: string) => /^\p{Lu}/u.test(text) && !/[.!?,;:]$/.test(text) && text.split(/\s+/).length <= 6;

/** The line above that is more than space; undefined at the start. */
function lineAbove(lines: readonly PlacedLine[], index: number): RatedLine | undefined {
  let at = index - 1;
  while (at >= 0 && !countsAsContent(lines[at]!.line)) at--;
  return lines[at]?.line;
}

/** "TCP Handshakes Explained": up to six words, most of them with a capital, no mark at the end. */
function isTitleCase(text: string): boolean {
  const all = text.split(/\s+/);
  return (
    all.length >= 2 &&
    all.length <= 6 &&
    !/[.!?,;:]$/.test(text) &&
    all.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= all.length * 2
  );
}

function isPrompt(
  lines: readonly PlacedLine[],
  index: number,
  above: Above | null,
  evidence: Evidence,
  knows: KnowsQuestion,
): boolean {
  const { line } = lines[index]!;
  if (line.label === 'answer') return false;
  if (line.label === 'question') return true;
  if (line.isLink && line.heading === 0) return false;
  let likeness = line.likeness;
  const isCounted = line.marker === 'ordered' && likeness < 0.75 && above?.answered === true;
  if (isCounted && isListOfAnswers(lines, index)) return false;
  if (likeness < likely && evidence.siblingLayouts.has(line.layout) && isSibling(lines, index)) likeness = likely;
  // "JWT is compact. Describe how this helps." needs the mark and the place of a question to be one.
  const isMarked = line.marker !== null || line.heading > 0 || line.emphasis !== 'none';
  if (likeness >= 0.6 && isMarked && evidence.questionLayouts.has(line.layout)) likeness = Math.max(likeness, likely);
  if (above && repeats(line, above.line)) return false;
  if (
    likeness < likely &&
    isLabel(line) &&
    /\s/.test(line.text) &&
    line.marker &&
    evidence.questionLayouts.has(line.layout)
  )
    likeness = likely;
  const known = isKnown(line, evidence, knows);
  if (!known && likeness < likely) return false;
  if (!known && isProse(line) && !evidence.mostlyQuestions.has(line.layout)) return false;
  if (!known && illustrates(lines, index)) return false;
  if (!above || line.heading > 0) return true;
  const isAsked = likeness >= 0.95 && line.emphasis !== 'none' && evidence.questionLayouts.has(line.layout);
  if (line.continues && !above.answered && !isAsked && evidence.answersContinue.has(above.line.layout)) return false;
  const strength = evidence.strength.get(line.layout) ?? 0;
  const onLayout = evidence.questionLayouts.has(line.layout);
  if (isNested(line, above.line)) {
    // "Describe the following:" is one question with its parts below.
    if (endsInColon(above.line.text)) return onLayout && above.line.likeness < likely && likeness >= 0.95;
    return onLayout && !evidence.questionLayouts.has(above.line.layout);
  }
  if (known || line.layout === above.line.layout) return true;
  // Questions on one line each: the first of a paragraph starts it, the others go on with it.
  const goesOn = line.continues && line.layout.replace('line', 'p') === above.line.layout;
  if (goesOn && evidence.mostlyQuestions.has(line.layout)) return true;
  if (above.line.heading > 0) return strength > (evidence.strength.get(above.line.layout) ?? 0);
  if (line.quotes > above.line.quotes) return onLayout && likeness >= 0.85;
  // Steps in the answer to a question of another layout are worded like orders.
  const inAnswer = lineAbove(lines, index)?.layout === line.layout;
  const isStep = likeness < 0.95 && strength < (evidence.strength.get(above.line.layout) ?? 0);
  if (line.marker !== null && isStep && (inAnswer || !above.answered)) return false;
  if (onLayout) return likeness >= 0.75 || above.answered;
  if (line.marker !== null && inAnswer) return false;
  if (line.continues) return likeness >= (above.answered ? 0.95 : 0.85) && line.sameLineAnswer === null;
  const standsAlone = above.answered && line.indent === 0 && line.sameLineAnswer === null;
  return likeness >= (standsAlone ? 0.8 : 0.95);
}

/**
 * Whether a key makes a question of a line whose place or wording doesn't: a label of notes ("**Difference between X and Y:**"),
 * or a question's very words, among them a fill-in sentence with the word in it. Answers speak of the same things, so for
 * anything else a key's word counts for nothing.
 */
function isKnown(line: RatedLine, evidence: Evidence, knows: KnowsQuestion): boolean {
  if (line.heading > 0 || line.text.length > 220) return false;
  if (isLabel(line))
    return /(?<!\S)[^\s\p{L}]*\p{L}\S*\s+[^\s\p{L}]*\p{L}/u.test(line.text) && knows(line.text) !== null;
  if (line.likeness >= likely) return line.continues && knows(line.text, true)?.verbatim === true;
  if (line.marker !== null && !evidence.questionLayouts.has(line.layout)) return false;
  const known = knows(line.text, true);
  return known?.kind === 'fill-in' && known.verbatim;
}

/** `**Key points:**` on a line of its own. */
const isLabel = (line: RatedLine) =>
  line.emphasis !== 'none' && line.restStart === null && line.heading === 0 && endsInColon(line.text);

/** `[1]` behind all else. */
const sourceAtEnd = /\[\d+\]\W*$/;

/** "What are the three questions to ask before ...?": questions below, in another layout, are its answer. */
function asksForQuestions(text: string): boolean {
  const start = text.search(/\bquestions\b/i);
  return start >= 0 && /\?[^\w?]*$/.test(text.slice(start));
}

/** "For example:", "which include:" */
const announcesExamples = /\b(?:examples?|for instance|such as|e\.?g|includ(?:e[sd]?|ing))\W*$/i;

/** Whether a line leads to what an answer or an article lists: questions and orders there are told of, and not asked. */
function leadsToExamples({ likeness, text }: RatedLine, inAnswer: boolean): boolean {
  if (likeness >= likely) return false;
  const said = text.replace(sourceAtEnd, '');
  return endsInColon(said) && (inAnswer || announcesExamples.test(said));
}

/** "Start by asking yourself the right questions", "Questions to keep in mind:": what somebody is advised to ask. */
const tellsOfQuestions = ({ likeness, heading, text }: RatedLine) =>
  likeness < likely && heading === 0 && toldQuestions.test(text);

const toldQuestions =
  /\bask(?:s|ing)?\s+(?:your|our|them|one|my)sel(?:f|ves)\b|\bquestions\b.{0,20}\b(?:to\s+(?:ask|keep\s+in\s+mind)|(?:you|we|they|one)\s+(?:can|could|should|may|might)\s+ask)\b/i;

/** Whether nothing but marks stands behind a text's last colon. */
function endsInColon(text: string): boolean {
  const colon = text.lastIndexOf(':');
  return colon >= 0 && !/\w/.test(text.slice(colon));
}

/** A paragraph that asks and goes on: in an article as likely as in a worksheet. */
const isProse = (line: RatedLine) =>
  line.sameLineAnswer !== null &&
  line.marker === null &&
  line.heading === 0 &&
  line.emphasis === 'none' &&
  line.label === null;

/** Whether a bullet that asks stands below one that states something, and nothing below it: what notes say by a question. */
function illustrates(lines: readonly PlacedLine[], index: number): boolean {
  const { line, block } = lines[index]!;
  if (line.marker !== 'bullet' || line.listDepth < 2) return false;
  const isInItem = (placed: PlacedLine) => placed.block === block && countsAsContent(placed.line);
  const next = lines.slice(index + 1).find(isInItem);
  if (next && isBelow(next.line, line)) return false;
  const parent = lines.slice(0, index).findLast((placed) => isInItem(placed) && isBelow(line, placed.line))?.line;
  if (parent?.marker !== 'bullet' || parent.announces || parent.isLink || endsInColon(parent.text)) return false;
  return parent.likeness < 0.3 && parent.text.split(/\s+/).length >= 5;
}

/** Whether a line stands deeper in a list than another. */
const isBelow = (line: RatedLine, above: RatedLine) =>
  line.listDepth > above.listDepth || line.indent > above.indent + 1;

function isNested(line: RatedLine, above: RatedLine): boolean {
  if (above.marker === null) return false;
  // A number that stops a paragraph from going on counts for its writer, and for no list.
  return (
    line.indent > above.indent + 1 || (line.marker !== null && above.listDepth > 0 && line.listDepth > above.listDepth)
  );
}

/** A fill-in sentence written out again below, with the word in it, is its answer. */
function repeats(line: RatedLine, above: RatedLine): boolean {
  if (above.blanks.open.length === 0 || line.blanks.open.length > 0) return false;
  const asked = words(above.text);
  const said = new Set(words(line.text));
  return asked.filter((word) => said.has(word)).length >= asked.length * 0.7;
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** Whether a line that stands among questions, in their layout, is one too although its wording doesn't say so. */
function isSibling(lines: readonly PlacedLine[], index: number): boolean {
  const { line } = lines[index]!;
  if (line.heading > 0 && !line.innerNumber && isTitleCase(line.text)) return false;
  if (line.likeness >= 0.35 || line.marker === 'ordered' || line.innerNumber) return true;
  if (line.heading > 0) return line.text.split(/\s+/).length >= 6;
  if (line.marker !== 'bullet') return false;
  const next = lines.slice(index + 1, index + 4).find((placed) => placed.line.kind !== 'blank');
  return next !== undefined && (next.line.listDepth > line.listDepth || next.line.label === 'answer');
}

/** Whether a numbered list asks nothing and has nothing below its items: steps, or reasons, that an answer counts. */
function isListOfAnswers(lines: readonly PlacedLine[], index: number): boolean {
  const { line } = lines[index]!;
  const sameList = (a: number, b: number) => lines[a]!.block === lines[b]!.block || lines[b]!.block.continues;
  let first = index;
  while (first > 0 && sameList(first - 1, first)) first--;
  let last = index;
  while (last + 1 < lines.length && sameList(last, last + 1)) last++;
  const items = lines.slice(first, last + 1).filter((placed) => countsAsContent(placed.line));
  return items.length > 1 && items.every(({ line: { layout, likeness } }) => layout === line.layout && likeness < 0.75);
}

/** "## What is NPM?" with nothing but questions below is the title of a part, not a question of it. */
function demoteTitles(lines: readonly PlacedLine[], roles: Role[]): void {
  let last = -1;
  for (let index = 0; index < lines.length; index++) {
    const { line } = lines[index]!;
    if (!countsAsContent(line)) continue;
    if (last >= 0 && isTitleAbove(lines[last]!.line, line, roles[index]!)) roles[last] = 'topic';
    last = roles[index] === 'prompt' ? index : -1;
  }
}

/** Whether a question that is a heading only names a part: another question follows at once, or the title of a smaller part. */
export function isTitleAbove(title: RatedLine, below: RatedLine, role: Role): boolean {
  if (title.heading === 0 || title.sameLineAnswer !== null) return false;
  const deeper = below.heading > title.heading;
  if (role === 'prompt') return below.heading === 0 || deeper;
  return role === 'topic' && deeper && partWithoutAnswers(below) === null;
}
