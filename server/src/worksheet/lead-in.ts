import { likely } from './likely.ts';
import type { RatedLine } from './rated-lines.ts';

/** `[1]` behind all else. */
const sourceAtEnd = /\[\d+\]\W*$/;

/** "What are the three questions to ask before ...?": questions below, in another layout, are its answer. */
export function asksForQuestions(text: string): boolean {
  const start = text.search(/\bquestions\b|\bquestion\s+to\s+(?:answer|ask)\b/i);
  return start >= 0 && /\?[^\w?]*$/.test(text.slice(start));
}

/** "For example:", "which include:" */
const announcesExamples = /\b(?:examples?|for instance|such as|e\.?g|includ(?:e[sd]?|ing))\W*$/i;
/** "many things have to be asked, such as" */
const stopsShort = /\s(?:such as|for instance|for example|including)$/i;

/** Whether a line leads to what an answer or an article lists: questions and orders there are told of, and not asked. */
export function leadsToExamples({ likeness, text }: RatedLine, inAnswer: boolean): boolean {
  if (likeness >= likely) return false;
  const said = text.replace(sourceAtEnd, '');
  return stopsShort.test(said.trimEnd()) || (endsInColon(said) && (inAnswer || announcesExamples.test(said)));
}

/** "Start by asking yourself the right questions", "Questions to keep in mind:": what somebody is advised to ask. */
export const tellsOfQuestions = ({ likeness, heading, text }: RatedLine) =>
  likeness < likely && heading === 0 && toldQuestions.test(text);

const toldQuestions =
  /\bask(?:s|ing)?\s+(?:your|our|them|one|my)sel(?:f|ves)\b|\bquestions\b.{0,20}\b(?:to\s+(?:ask|keep\s+in\s+mind)|(?:you|we|they|one)\s+(?:can|could|should|may|might)\s+ask)\b/i;

/** Whether nothing but marks stands behind a text's last colon. */
export function endsInColon(text: string): boolean {
  const colon = text.lastIndexOf(':');
  return colon >= 0 && !/\w/.test(text.slice(colon));
}

/** `**Key points:**` on a line of its own. */
export const isLabel = (line: RatedLine) =>
  line.emphasis !== 'none' && line.restStart === null && line.heading === 0 && endsInColon(line.text);
