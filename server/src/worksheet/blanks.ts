import { intersects, type Span } from '../text/span.ts';

/** What stands in a line for a word to be put in. */
export interface Blanks {
  /** Open blanks, offsets relative to the text searched. */
  readonly open: readonly Span[];
  /** A blank with a word in it (`_____word_____`), the span without the underscores; null where there is none. */
  readonly filled: Span | null;
}

/** Underscores, also escaped (`\_`) and with emphasis marks between them (`**\_\_**\_\_`). */
const run = /(?:\*{0,3}(?:\\_|_)\*{0,3}){2,}/g;
const codeOrUrl = /(`{1,100})[^`]*?\1|\]\([^)]{0,2000}\)|https?:\/\/\S+/g;
/** `_word___`, `_word.___` */
const typedUnevenly = /(?<=(?<![\p{L}\d])_)[\p{L}\d]+([.,;:!?]?)$/u;
const none: Blanks = { open: [], filled: null };
/** In UTF-16 code units; nothing longer was typed into a blank. */
const longestWord = 100;

/**
 * The blanks of a line.
 *
 * Underscore runs that mark emphasis (`__request__`, `___x___`) or belong to a name (`__init__`) are none; neither is a line
 * that holds nothing else, which is a rule or an empty place for an answer.
 */
export function findBlanks(text: string): Blanks {
  if (!text.includes('_')) return none;
  const hidden = [...text.matchAll(codeOrUrl)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const runs = [...text.matchAll(run)]
    .map((match) => trimStars(text, match.index, match.index + match[0].length))
    .filter((span) => !hidden.some((other) => intersects(other, span)));
  const open: Span[] = [];
  let filled: Span | null = null;
  for (let index = 0; index < runs.length; index++) {
    const span = runs[index]!;
    const next = runs[index + 1];
    const inner = next && text.slice(span.end, next.start);
    const wraps = inner && /^\S(?:.*\S)?$/.test(inner) && !/^[,.;:!?)]/.test(inner) && !/^\s|\s$/.test(inner);
    const size = underscores(text, span);
    const before = text.slice(Math.max(0, span.start - longestWord), span.start);
    const typed = typedUnevenly.exec(before);
    if (next && wraps && underscores(text, next) === size && size <= 3 && /^[*_]|^\S/.test(inner)) {
      // `__word__`: bold or a name; a sentence between two real blanks has spaces at its ends.
      index++;
    } else if (next && wraps && size >= 4 && underscores(text, next) >= 4) {
      filled ??= { start: span.end, end: next.start };
      index++;
    } else if (typed) {
      filled ??= { start: span.start - typed[0].length, end: span.start - typed[1]!.length };
    } else if (size === 2 && /\w/.test(text[span.end] ?? ' ') && /(^|\W)$/.test(before)) {
      // An opening `__name` without a partner.
    } else {
      const last = open[open.length - 1];
      if (last && /^[ *]*$/.test(text.slice(last.end, span.start)))
        open[open.length - 1] = { start: last.start, end: span.end };
      else open.push(span);
    }
  }
  const words = text.replace(run, ' ').match(/[\p{L}\d]{2,}/gu);
  if (!words || words.length < 2) return none;
  return { open, filled };
}

const underscores = (text: string, span: Span) => text.slice(span.start, span.end).replace(/[^_]/g, '').length;

/** Emphasis marks at the ends belong to the blank only as a pair: `**____**`. */
function trimStars(text: string, start: number, end: number): Span {
  const before = /^\**/.exec(text.slice(start, end))![0].length;
  const after = /(?<!\*)\**$/.exec(text.slice(start, end))![0].length;
  // `**__**__`: their partners stand inside.
  const inside = text.slice(start + before, end - after).replace(/[^*]/g, '').length;
  if (inside > 0 && inside === before + after) return { start, end };
  const paired = Math.min(before, after);
  return { start: start + before - paired, end: end - after + paired };
}
