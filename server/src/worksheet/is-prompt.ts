import type { Evidence } from './evidence.ts';
import type { KnowsQuestion } from './known-question.ts';
import { endsInColon, isLabel } from './lead-in.ts';
import { likely } from './likely.ts';
import type { Above } from './line-role.ts';
import type { RatedLine } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';
import {
  illustrates,
  isAnsweredByLabel,
  isCollectedAnswer,
  isListOfAnswers,
  isNested,
  isSibling,
  lineAbove,
} from './siblings.ts';

/** Whether a question starts at a line, given the question above in whose answer it would stand otherwise. */
export function isPrompt(
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
  if (isCounted && isListOfAnswers(lines, index, above.line)) return false;
  const isLike = likeness < likely && evidence.siblingLayouts.has(line.layout) && isSibling(lines, index);
  if (isLike && !isCollectedAnswer(lines, index, above)) likeness = likely;
  // "JWT is compact. Describe how this helps." needs the mark and the place of a question to be one.
  const isMarked = line.marker !== null || line.heading > 0 || line.emphasis !== 'none';
  const onLayout = evidence.questionLayouts.has(line.layout);
  const fits = () =>
    (likeness >= 0.6 && evidence.mostlyQuestions.has(line.layout)) ||
    (line.marker !== null && isLabel(line) && /\s/.test(line.text)) ||
    isAnsweredByLabel(lines, index);
  if (likeness < likely && isMarked && onLayout && fits()) likeness = likely;
  if (above && repeats(line, above.line)) return false;
  const known = isKnown(line, evidence, knows);
  if (!known && likeness < likely) return false;
  const opensAnswer = above?.answered === false && opensWithStatement.test(line.text);
  if (!known && isProse(line) && (opensAnswer || !evidence.mostlyQuestions.has(line.layout))) return false;
  if (!known && illustrates(lines, index, evidence.siblingLayouts.has(line.layout))) return false;
  if (!above || line.heading > 0) return true;
  const isAsked = likeness >= 0.95 && line.emphasis !== 'none' && onLayout;
  if (line.continues && !above.answered && !isAsked && evidence.answersContinue.has(above.line.layout)) return false;
  const strength = evidence.strength.get(line.layout) ?? 0;
  if (isNested(line, above.line)) {
    // "Describe the following:" is one question with its parts below.
    if (endsInColon(above.line.text)) return onLayout && above.line.likeness < likely && likeness >= 0.95;
    return onLayout && !evidence.questionLayouts.has(above.line.layout);
  }
  if (known || line.layout === above.line.layout) return true;
  // A title that is asked again in the same words was only the title.
  if (above.line.heading > 0 && !above.answered && line.text === above.line.text) return true;
  // Questions on one line each: the first of a paragraph starts it, the others go on with it.
  const goesOn = line.continues && line.layout.replace('line', 'p') === above.line.layout;
  if (goesOn && evidence.mostlyQuestions.has(line.layout)) return true;
  if (above.line.heading > 0) return strength > (evidence.strength.get(above.line.layout) ?? 0);
  if (line.quotes > above.line.quotes) return onLayout && likeness >= 0.85;
  // Steps in the answer to a question of another layout are worded like orders.
  const inAnswer = lineAbove(lines, index)?.layout === line.layout;
  const isStep = likeness < 0.95 && strength < (evidence.strength.get(above.line.layout) ?? 0);
  if (line.marker !== null && isStep && (inAnswer || !above.answered)) return false;
  if (line.continues && above.answered && !evidence.mostlyQuestions.has(line.layout)) {
    // What answers with a question goes on with more of them.
    const before = lineAbove(lines, index)!;
    if (before !== above.line && before.likeness >= likely) return false;
  }
  if (onLayout) return likeness >= 0.75 || above.answered;
  // "What gives you access? - Do you have the key?": all other questions are laid out like the one above.
  const standsOut = evidence.siblingLayouts.has(above.line.layout) && !above.answered;
  if (line.marker !== null && (inAnswer || standsOut)) return false;
  if (line.continues) return likeness >= (above.answered ? 0.95 : 0.85) && line.sameLineAnswer === null;
  const isBeside = above.answered || evidence.answeredWithMarks.has(above.line.layout);
  const standsAlone = isBeside && line.indent === 0 && line.sameLineAnswer === null;
  if (!standsAlone) return likeness >= 0.95;
  // Many a verb that orders opens a line of an answer, too: in another layout than a series of questions it asks nothing.
  return likeness >= (evidence.siblingLayouts.has(above.line.layout) ? 0.85 : 0.8);
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

/** A paragraph that asks and goes on: in an article as likely as in a worksheet. */
const isProse = (line: RatedLine) =>
  line.sameLineAnswer !== null &&
  line.marker === null &&
  line.heading === 0 &&
  line.emphasis === 'none' &&
  line.label === null;

/** "A hub repeats. Does it forward, too?" */
const opensWithStatement = /^[^?]*[\p{L}\d)][.!]\s+\p{Lu}/u;

/** A fill-in sentence written out again below, with the word in it, is its answer. */
function repeats(line: RatedLine, above: RatedLine): boolean {
  if (above.blanks.open.length === 0 || line.blanks.open.length > 0) return false;
  const asked = words(above.text);
  const said = new Set(words(line.text));
  return asked.filter((word) => said.has(word)).length >= asked.length * 0.7;
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
