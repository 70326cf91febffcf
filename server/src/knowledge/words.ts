/** A word of a text: a run of letters and digits, with what tells C from C++ and C#. */
export interface Word {
  readonly start: number;
  /** Without a possessive `'s`, and with a plural s. */
  readonly end: number;
  /** Where the text goes on: after the possessive, where there is one. */
  readonly next: number;
  /** In lower case. */
  readonly lower: string;
  /** In lower case and in the singular. */
  readonly singular: string;
}

const S = 0x73;
const CAPITAL_A = 0x41;
const CAPITAL_S = 0x53;
const CAPITAL_Z = 0x5a;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** For each ASCII code unit whether it is a letter or a digit. */
const ASCII_LETTERS = Uint8Array.from({ length: 128 }, (_, code) => Number(LETTER.test(String.fromCharCode(code))));

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    for (let size = letterAt(text, end); size > 0; size = letterAt(text, end)) end += size;
    if (end === start) {
      start++;
      continue;
    }
    end += signAt(text, end);
    const next = end + possessiveAt(text, end);
    const written = text.slice(start, end);
    const lower = written.toLowerCase();
    words.push({ start, end, next, lower, singular: acronymSingular(written, lower) ?? singular(lower) });
    start = next;
  }
  return words;
}

/** "HTTPS" is no plural, but "APIs" is; null for a word that is written as others are. */
function acronymSingular(written: string, lower: string): string | null {
  const last = written.charCodeAt(written.length - 1);
  if (last === CAPITAL_S) return lower;
  const before = last === S ? written.charCodeAt(written.length - 2) : 0;
  return before >= CAPITAL_A && before <= CAPITAL_Z ? lower.slice(0, -1) : null;
}

/**
 * A noun's singular, near enough to compare two words: `layers` and `layer`, `proxies` and `proxy`, `caches` and `cache`
 * come out alike. Words that only look like a plural (`address`, `status`) stay as they are.
 *
 * @param word in lower case
 */
export function singular(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last !== S) {
    // "cookies" may be the plural of "cooky": both come out as that.
    if (word.endsWith('ie') && word.length > 4) return `${word.slice(0, -2)}y`;
    return word.endsWith('e') && word.length > 4 ? withoutFinalE(word) : word;
  }
  if (word.length < 4) return word === 'ips' || word === 'ids' ? word.slice(0, -1) : word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (word.endsWith('es') && word.length > 4) return withoutFinalE(word.slice(0, -1));
  return /[sui]s$/.test(word) ? word : word.slice(0, -1);
}

/** `cache` and `branches` without the e that may belong to the plural. */
function withoutFinalE(word: string): string {
  return /(?:[sxz]|[cs]h)e$/.test(word) ? word.slice(0, -1) : word;
}

/** Length of the letter or digit at `offset`, 0 where there is none. */
function letterAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code < 128) return ASCII_LETTERS[code]!;
  if (!(code >= 128)) return 0;
  const char = String.fromCodePoint(text.codePointAt(offset)!);
  return LETTER.test(char) ? char.length : 0;
}

function signAt(text: string, offset: number): number {
  const char = text[offset];
  const size = char === '#' ? 1 : char === '+' && text[offset + 1] === '+' ? 2 : 0;
  return letterAt(text, offset + size) === 0 ? size : 0;
}

function possessiveAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code !== APOSTROPHE && code !== CURLY_APOSTROPHE) return 0;
  const s = text[offset + 1] === 's' || text[offset + 1] === 'S';
  return s && letterAt(text, offset + 2) === 0 ? 2 : 1;
}
