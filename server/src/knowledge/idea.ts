import { plainText } from '../worksheet/plain-text.ts';
import { isEmptyWord } from './question-words.ts';

/** A phrase of more words than these speaks for itself. */
const FEW = 2;
/** In UTF-16 code units; what is longer is more than an idea. */
const LONGEST = 90;

/** A name in a list has no more words than these, its article included. */
const MOST_WORDS_OF_NAME = 3;

const BOLD = /\*\*(.+?)\*\*/g;
const LINE_LEAD = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?/;
/** What parts a clause from the next one. */
const BOUNDARY =
  /[;:,!?()|–—]|[.](?=["'\u201d\u2019]?(?:\s|$))|\b(?:but|whereas|because|so|which|who|whose|that|if|when|while|as|since|unless|until|where|or|then|than|instead|such)\b(?!['’])/gi;
/** The same in a clause that is long. */
const JOINT = new RegExp(`${BOUNDARY.source}|\\band\\b`, 'gi');
/** In code and in the targets of links a dot or a bracket parts nothing. */
const OPAQUE = /`[^`]*`|\]\([^()\s]*\)/g;
/** What only leads to what it should tell. */
const UNFINISHED = /\b(?:means?|says|is|are|of|being)$/i;

/** What is left over at the ends of a clause that is cut out. */
const LEAD = /^(?:["'\u201d\u2019]\s*|and\s+)+/i;
const REST = /\s(?:and|["'\u201c\u2018])$/i;
/** What leads on to a word that a clause ends before. */
const LEADS_ON = /\s(?:for|on|from|of|with|to|in|at|by|into|about)$/i;

/**
 * An idea of a key answer as a message names it: where its phrase is short, with the clause it stands in, without which
 * "connect" tells nobody anything.
 *
 * @param point a bold phrase of the answer, as plain text
 * @param answer in Markdown
 */
export function ideaInClause(point: string, answer: string): string {
  if (point.split(' ').length > FEW) return point;
  for (const line of answer.split(/\r\n?|\n/)) {
    for (const { 0: bold, 1: phrase, index } of line.matchAll(BOLD)) {
      if (plainText(phrase!) === point) return clauseAround(line, index, index + bold.length) ?? point;
    }
  }
  return point;
}

/** The clause that a place in a line is in, as plain text; null where it is too long, or tells no more. */
function clauseAround(line: string, start: number, end: number): string | null {
  const words = line.replace(OPAQUE, (part) => 'x'.repeat(part.length));
  for (const limit of [BOUNDARY, JOINT]) {
    const from = lastEnd(words.slice(0, start), limit) ?? LINE_LEAD.exec(line)![0].length;
    const to = words.slice(end).search(limit);
    const until = to < 0 ? line.length : end + to;
    const clause = plainText(line.slice(from, until)).replace(LEAD, '').replace(REST, '');
    const whole = /^\p{L}/u.test(words.slice(until)) ? clause.replace(LEADS_ON, '') : clause;
    const isFirst = words[until] === ',' && /\bare\s+$/.test(words.slice(from, start));
    const isNext = words[until] === ',' && words[from - 1] === ',' && whole.split(' ').length <= MOST_WORDS_OF_NAME;
    if (whole.length <= LONGEST) return isFirst || isNext || UNFINISHED.test(whole) ? null : asGoesOn(whole);
  }
  return null;
}

function lastEnd(text: string, limit: RegExp): number | null {
  const last = [...text.matchAll(limit)].at(-1);
  return last ? last.index + last[0].length : null;
}

/** What may have begun a sentence, as it goes on within one: "The connection" as "the connection", "TCP" as it is. */
function asGoesOn(clause: string): string {
  const [first] = /^\p{Lu}\p{Ll}*(?![\p{L}.])/u.exec(clause) ?? [''];
  const lower = first.toLowerCase();
  return isEmptyWord(lower, true) ? lower + clause.slice(first.length) : clause;
}
