import type { Question } from '../worksheet/model.ts';
import { answerWords } from './wording.ts';

/** An answer's running text. */
export interface AnswerProse {
  /** The answer's own characters, one for one; what is no running text has a character in its place that no word has. */
  readonly text: string;
  /** Offset of its first character in the document. */
  readonly offset: number;
}

/** Headings, fenced code, inline code, links with their targets, addresses, comments and tags. */
const noProse =
  /^[ \t>]*#{1,6}[ \t].*$|^[ \t>]*(`{3,}|~{3,}).*(?:\r?\n(?![ \t>]*\1[`~]*[ \t]*$).*)*|(?<!`)(`+)(?!`)[\s\S]{0,2000}?(?<!`)\2(?!`)|!?\[[^[\]\n]{0,500}\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,1000}\)[^()\n]{0,1000})?\)|\[[^[\]\n]{0,500}\])|<[^<>\n]{1,1000}>|\b(?:https?|wss?|ftp|file|mailto):\S+|\bwww\.\S+/gim;

/** An answer's words without code, links and addresses; null where nobody wrote an answer. */
export function proseOfAnswer(text: string, question: Question): AnswerProse | null {
  if (!question.answer || question.filled || question.status === 'placeholder') return null;
  const { start, end } = answerWords(text, question);
  const blanked = text
    .slice(start, end)
    .replace(noProse, blank)
    .replace(title, (line) => (isTitle(line) ? blank(line) : line));
  return { text: blanked, offset: start };
}

const blank = (part: string) => '\uFFFC'.repeat(part.length);

/** A short line on its own below other lines. */
const title = /(?<=\n[ \t]*\r?\n)[ \t]*[*_\p{Lu}][^\r\n]{2,60}(?=\s*$|[ \t]*\r?\n[ \t]*\r?\n)/gu;

/** "TCP Handshakes Explained": up to six words, most of them with a capital, no mark at the end: rather the title of what comes next. */
function isTitle(line: string): boolean {
  const words = line
    .trim()
    .replace(/^[*_]+|(?<![*_])[*_]+$/g, '')
    .split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length <= 6 && capitals * 3 >= words.length * 2 && !/[.!?,;:]$/.test(words.at(-1)!);
}
