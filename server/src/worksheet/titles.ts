import type { Evidence } from './evidence.ts';
import { endsInColon } from './lead-in.ts';
import { likely } from './likely.ts';
import type { Above, Role } from './line-role.ts';
import { partWithoutAnswers } from './parts-without-answers.ts';
import { countsAsContent, type RatedLine } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';
import { isNested, isTitleCase, lineAbove, lineBelow } from './siblings.ts';

/** "Document the following terms": each of the headings below is part of the answer. */
export const asksForParts = /\b(?:terms?|vocabulary|definitions?|each of the|the following)\b/i;

/** Whether a heading below a question is part of its answer, and no topic of its own. */
export function belongsToAnswer(
  lines: readonly PlacedLine[],
  index: number,
  above: Above | null,
  { answeredInHeadings }: Evidence,
): boolean {
  const { line } = lines[index]!;
  if (!above) return false;
  const question = above.line;
  // `#### Benefits:` in the item of a question.
  if (line.marker === null && isNested(line, question) && endsInColon(line.text)) return true;
  if (question.heading === 0 || line.heading < question.heading) return false;
  const isDeeper = line.heading > question.heading;
  if (asksForParts.test(question.text)) return isDeeper || (lineBelow(lines, index)?.likeness ?? 0) < likely;
  if (answeredInHeadings.has(question.layout) && isDeeper) return true;
  return !above.answered && (question.text.endsWith(',') || (line.layout !== question.layout && isSentence(line.text)));
}

/** Too long for a title. */
const isSentence = (text: string) => text.split(/\s+/).length >= (/[.!]$/.test(text) ? 8 : 12);

/** Whether a line without heading marks is the title of the questions below it: a link to the reading, or a few words between two questions. */
export function titlesNext(
  lines: readonly PlacedLine[],
  roles: readonly Role[],
  index: number,
  above: Above | null,
  { answeredWithMarks }: Evidence,
): boolean {
  const { line } = lines[index]!;
  if (line.marker !== null || line.continues || line.label !== null || line.quotes > 0 || line.indent > 1) return false;
  const next = lines.slice(index + 1, index + 4).find(({ line: { kind } }) => kind !== 'blank')?.line;
  if (!next || next.continues || next.likeness < likely) return false;
  if (line.isLink) return true;
  const previous = lines[index - 1];
  if (previous && previous.line.kind !== 'blank' && previous.number + 1 >= lines[index]!.number) return false;
  if (above?.answered) return isTitleCase(line.text) || (restarts(above.line, next) && isShort(line.text));
  if (above && answeredWithMarks.has(above.line.layout) && isTitleCase(line.text)) return true;
  return above !== null && restarts(above.line, next) && isShort(line.text) && !answersStandAlone(lines, roles, index);
}

/** Whether a line that could be a title stands between two questions with nothing else, which makes it the first one's answer. */
export function answersInAWord(
  lines: readonly PlacedLine[],
  index: number,
  above: Above | null,
  { questionLayouts }: Evidence,
): boolean {
  const { line } = lines[index]!;
  if (!above || above.answered || line.heading > 0) return false;
  const next = lineBelow(lines, index);
  return next !== undefined && next.likeness >= likely && questionLayouts.has(next.layout);
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

/** "## What is NPM?" with nothing but questions below is the title of a part, not a question of it. */
export function demoteTitles(lines: readonly PlacedLine[], roles: Role[]): void {
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
