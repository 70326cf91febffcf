import { once } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import { layersCount } from './layers.ts';
import type { Term, TermOccurrence } from './model.ts';
import type { Candidate, TermIndex, TermName } from './term-index.ts';
import { type Word, wordsOf } from './words.ts';

/** Between two words of a name: a space, also at a line's end, or one mark that joins words. */
const JOINT = /^(?:[ \t\u00a0]*(?:(?:>|\r\n?|\n)[ \t>]*)?|[-‐‑–_.]|[ \t]?\/[ \t]?|[-‐](?:\r\n?|\n)[ \t>]*)$/;
/** Between two words of a name that is written with such a mark: `SYN, SYN-ACK, ACK`, `Upgrade: websocket`, `SYN+ACK`. */
const LOOSE_JOINT = /^[ \t]*[,:;+&=][ \t]*$/;
/** Past an indentation of this many characters a name doesn't go on. */
const LONGEST_JOINT = 80;
const URL = /(?:\b[a-z][a-z0-9+.-]{0,15}:\/\/|\bwww\.)[^\s<>()`"]+/gi;
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const SEGMENT = /([\w$]+)(\([^()\n]*\)|\($)?/g;
/** A name with what it is called with, and up to five more behind it; no known call is longer. */
const PATH = /[\w$]+(?:\([^()\n]{0,200}\))?(?:\??\.[\w$]+(?:\([^()\n]{0,200}\))?){0,5}\(?/y;
/** Where a name goes on as a call or a path. */
const JUNCTION = /[\w$](?:\(|\??\.(?=[\w$]))/g;
const CONTRACTION = /^['’]t(?![\p{L}\p{N}])/u;
const CLOSING = /\b(?:clos(?:e|ed|es|ing|ure)|disconnect\w*|closeevent)\b/i;
const NUMBER = /\b(?:codes?|status(?:es)?|ports?|https?|respon[ds]\w*|repl(?:y|ies)|errors?|switch\w*)\b/i;

/**
 * The terms in running text, in order and not overlapping; at each place the longest name wins. Time grows linearly with
 * the text.
 */
export function findTerms(index: TermIndex, prose: string): readonly TermOccurrence[] {
  const calls = findCalls(index, prose, prose);
  return withNames(index, calls, prose, prose);
}

/**
 * The terms in the content of an inline code span: calls by their path (`io.on('connection', ...)` is `io.on()`), calls
 * inside their arguments as well, and what is no call as in running text. What strings say is passed over.
 */
export function findTermsInCode(index: TermIndex, code: string): readonly TermOccurrence[] {
  const strings = code.includes('(') ? Array.from(code.matchAll(STRING), spanOf) : [];
  const bare = without(code, strings);
  const calls = findCalls(index, code, bare);
  return withNames(index, calls, code, bare);
}

/**
 * Calls with the names that stand outside of them and of addresses.
 *
 * @param bare `text` with blanks for what no name is looked for in
 */
function withNames(index: TermIndex, calls: TermOccurrence[], text: string, bare: string): readonly TermOccurrence[] {
  const outside = without(
    bare,
    calls.map((call) => call.span),
  );
  return merge(calls, findNames(index, without(outside, urlsIn(text))));
}

/** @param bare `text` with its strings blanked, so that nothing is found in them */
function findCalls(index: TermIndex, text: string, bare: string): TermOccurrence[] {
  const found: TermOccurrence[] = [];
  if (index.calls.size === 0) return found;
  JUNCTION.lastIndex = 0;
  for (let junction = JUNCTION.exec(bare); junction !== null; junction = JUNCTION.exec(bare)) {
    const start = wordStart(bare, junction.index);
    if (!index.callHeads.has(bare.slice(start, junction.index + 1).toLowerCase())) continue;
    const call = longestCall(index, text, segmentsAt(bare, start));
    if (call === null) continue;
    found.push(call);
    JUNCTION.lastIndex = call.span.end;
  }
  return found;
}

interface Segment extends Span {
  readonly name: string;
  readonly called: boolean;
}

function segmentsAt(text: string, start: number): Segment[] {
  PATH.lastIndex = start;
  return Array.from(PATH.exec(text)![0].matchAll(SEGMENT), (segment) => ({
    name: segment[1]!.toLowerCase(),
    called: segment[2] !== undefined,
    start: start + segment.index,
    end: start + segment.index + segment[0].replace(/\($/, '').length,
  }));
}

function longestCall(index: TermIndex, text: string, segments: readonly Segment[]): TermOccurrence | null {
  const start = segments[0]!.start;
  for (let length = segments.length; length > 0; length--) {
    const names = index.calls.get(pathOf(segments.slice(0, length)));
    // A word alone is a call only with its parentheses.
    if (names === undefined || (length === 1 && !segments[0]!.called)) continue;
    const end = segments[length - 1]!.end;
    const written = spelling(text.slice(start, end));
    const literal = names.filter((name) => name.form === 'literal' && spelling(name.text) === written);
    const fitting = literal.length > 0 ? literal : names.filter((name) => name.form !== 'literal');
    if (fitting.length > 0) return { span: { start, end }, terms: termsOf(fitting) };
  }
  return null;
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[\w$]/.test(text[start - 1]!)) start--;
  return start;
}

const pathOf = (segments: readonly Segment[]) => segments.map((segment) => segment.name).join('.');

/** A call without what may differ between two ways to write it. */
const spelling = (call: string) => call.toLowerCase().replace(/\s+/g, '').replace(/['`]/g, '"');

function findNames(index: TermIndex, text: string): TermOccurrence[] {
  const candidates = candidatesIn(index, text);
  const inLayers = layersCount(text, candidates);
  const speaksOf = { closing: once(() => CLOSING.test(text)), number: once(() => NUMBER.test(text)) };
  const counts = ({ needs }: TermName, asLayer: boolean): boolean => {
    if (needs === 'layers') return asLayer;
    return needs === 'closing' || needs === 'number' ? speaksOf[needs]() : true;
  };
  return candidates.flatMap(({ start, end, names }, position) => {
    const asLayer = inLayers[position]!;
    const counting = names.filter((name) => counts(name, asLayer));
    const layers = asLayer ? counting.filter((name) => name.needs === 'layers') : [];
    const best = layers.length > 0 ? layers : counting;
    return best.length > 0 ? [{ span: { start, end }, terms: termsOf(best) }] : [];
  });
}

function candidatesIn(index: TermIndex, text: string): Candidate[] {
  const words = wordsOf(text);
  const found: Candidate[] = [];
  for (let first = 0; first < words.length; ) {
    const { lower, singular } = words[first]!;
    if (!index.mayStart(lower) && (lower === singular || !index.mayStart(singular))) {
      first++;
      continue;
    }
    // "isn't" has nothing to do with an ISN.
    if (CONTRACTION.test(text.slice(words[first]!.end, words[first]!.end + 3))) {
      first++;
      continue;
    }
    const match = longestName(index, text, words, first);
    if (match !== null) found.push(match.candidate);
    first = match?.after ?? first + 1;
  }
  return found;
}

/** The longest name that starts with the word `first`, and the position of the word behind it. */
function longestName(index: TermIndex, text: string, words: readonly Word[], first: number) {
  const { start, lower, singular } = words[first]!;
  let exact = lower;
  let folded = singular;
  let loose = false;
  let best: { candidate: Candidate; after: number } | null = null;
  for (let last = first; ; ) {
    const { end, next } = words[last]!;
    const names =
      fitting(index.exact.get(exact), text, start, end, loose) ??
      fitting(index.folded.get(folded), text, start, end, loose);
    if (names !== null) best = { candidate: { start, end: endOf(names, start, end), names }, after: last + 1 };
    if (!index.continues(exact) && (exact === folded || !index.continues(folded))) return best;
    const word = words[++last];
    if (word === undefined) return best;
    if (word.start - next > LONGEST_JOINT) return best;
    const gap = text.slice(next, word.start);
    if (gap !== ' ' && !JOINT.test(gap)) {
      if (!LOOSE_JOINT.test(gap)) return best;
      loose = true;
    }
    exact += word.lower;
    folded += word.singular;
  }
}

/** The names that may be written as the text has it between `start` and `end`; null where there is none. */
function fitting(names: readonly TermName[] | undefined, text: string, start: number, end: number, loose: boolean) {
  const fit = names?.filter((name) => {
    if (name.needs === 'code') return false;
    if (name.form === 'any') return !loose;
    if (name.form === 'same-case') return text.slice(start, end) === name.text;
    return text.slice(start, start + name.text.length).toLowerCase() === name.text.toLowerCase();
  });
  return fit === undefined || fit.length === 0 ? null : fit;
}

/** A name such as `ws://` ends behind its last word. */
function endOf(names: readonly TermName[], start: number, end: number): number {
  return names.some((name) => name.form !== 'literal') ? end : Math.max(end, start + names[0]!.text.length);
}

/** Each term once, those first that bear the name as their own. */
export function termsOf(names: readonly TermName[]): readonly Term[] {
  if (names.length === 1) return [names[0]!.term];
  return [...new Set([...names].sort((a, b) => Number(b.own) - Number(a.own)).map((name) => name.term))];
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

const urlsIn = (text: string): Span[] =>
  text.includes('://') || text.includes('www.') ? Array.from(text.matchAll(URL), spanOf) : [];

/** The text with each span overwritten by a character that belongs to no name, so that all offsets stay. */
function without(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    result += text.slice(from, start) + '\0'.repeat(end - start);
    from = end;
  }
  return result + text.slice(from);
}

function merge(a: TermOccurrence[], b: TermOccurrence[]): readonly TermOccurrence[] {
  if (a.length === 0) return b;
  return [...a, ...b].sort((one, other) => one.span.start - other.span.start);
}
