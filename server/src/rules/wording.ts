import type { Span } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';

/**
 * The words of a text in lower case, one space apart: equal for texts that say the same, however they are marked up, wrapped
 * and punctuated. Empty where there are none.
 */
export function plainWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[’'`*]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join(' ') ?? '';
}

/** Marks that may stand before an answer's first word: quotes, bullets, numbers, a label. */
const marks = /^\s*(?:(?:>|[-*+](?=\s)|\d+[.)](?=\s)|a(?:ns(?:wer)?)?\s*:)\s*)*/i;

/** Where an answer's words stand in the document, without the bullet, quote or label before them; the question's text where there is no answer. */
export function answerWords(text: string, { answer, filled, span }: Question): Span {
  const place = filled?.span ?? answer?.span ?? span;
  return { start: place.start + marks.exec(text.slice(place.start, place.end))![0].length, end: place.end };
}

/** A text as a message quotes it: up to 80 characters, whole words. */
export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 78).replace(/(?<!\s)\s+\S*$/, '')} ...`;
}
