import { MANY_WORDS, recently } from '../text/recently.ts';
import type { Span } from '../text/span.ts';
import type { Glossary, Term } from './model.ts';
import { wordsOf } from './words.ts';

/** One name or alias of a term, prepared for looking up. */
export interface TermName {
  readonly term: Term;
  /** As its author wrote it, without backticks. */
  readonly text: string;
  /** Whether it is the term's own name rather than an alias. */
  readonly own: boolean;
  /** What the text around must tell before the name counts in running text. */
  readonly needs: 'nothing' | 'layers' | 'closing' | 'number' | 'code';
  /** `same-case`: only as written, letter for letter; `literal`: punctuation included, in any case. */
  readonly form: 'any' | 'same-case' | 'literal';
}

/** A place that bears a name, before the text around it has been asked whether it counts. */
export interface Candidate extends Span {
  readonly names: readonly TermName[];
}

/** Names and aliases of all glossaries, by their words run together. Immutable. */
export interface TermIndex {
  /** By the words in lower case: `websocket`, `socketio`, `transportlayer`. */
  readonly exact: ReadonlyMap<string, readonly TermName[]>;
  /** By the words in the singular. */
  readonly folded: ReadonlyMap<string, readonly TermName[]>;
  /** Calls such as `io.on()`, by their path in lower case: `io.on`, `io.to.emit`. */
  readonly calls: ReadonlyMap<string, readonly TermName[]>;
  /** What the paths of calls start with. */
  readonly callHeads: ReadonlySet<string>;
  /** Whether some key is a word or starts with it; remembered, as most words of a text are none of those. */
  mayStart(word: string): boolean;
  /** Whether some key starts with `prefix` and is longer. */
  continues(prefix: string): boolean;
}

const CALL = /^[\w$]+(?:\([^()]*\))?(?:\.[\w$]+(?:\([^()]*\))?)*$/;
const LAYER = /^((?:[\p{L}\p{N}]+[ -])?[\p{L}\p{N}]+)[ -]layer$/iu;
const LAYER_NUMBER = /^layer (\d)$/i;
const NUMERALS = [
  ['one', 'first', '1st'],
  ['two', 'second', '2nd'],
  ['three', 'third', '3rd'],
  ['four', 'fourth', '4th'],
  ['five', 'fifth', '5th'],
  ['six', 'sixth', '6th'],
  ['seven', 'seventh', '7th'],
] as const;

/** Acronyms and method names that are English words as well: they count only as written. */
const ENGLISH = new Set(
  (
    'it get put head post delete patch options trace connect fin push urge rip dos ram lan man dot pop fat mac sip hop ' +
    'age has us who was rest soap ping pong link ask act arc car cat cap can cop cut dash drop echo eve fast fix gap go ' +
    'open closed closing connecting listen established ca pr ' +
    'ham ice if jam key lag let lit log mail map may mix mud net nod not or page pan pass pat peer pin pip pit plan pos ' +
    'rap rat raw red rope salt san sand sap save scan sea see set shell sit slip smart snap spa spin spur star step stop ' +
    'sun tag tap tar ten test tip top toss turn ups van via wan war wave win wire worm yes in to on at is as by no'
  ).split(' '),
);

/** Words that say nothing by themselves: a name that is one of them, in lower case, is looked up but never found in prose. */
const FUNCTION_WORDS = new Set(
  (
    'a an the and or not if then else on in at to of off by up down out over under with from for as is are was be do ' +
    'does did has have had it its this that these those all any each other one once when where who what which how why ' +
    'can may must will no yes use send get set put go'
  ).split(' '),
);

/**
 * Words of everyday prose that are short for a term only in their own field (`frame`, `commit`): as an alias in lower case
 * they are looked up but never found in prose, where hovering each of them would be noise.
 */
const COMMON_WORDS = new Set(
  (
    'frame ping message fragment fragmentation mask extension duplex header body content method upgrade gateway ' +
    'location redirect validator domain certificate resource representation endpoint session state scheme ' +
    'path query web internet socket broadcast acknowledgement acknowledgment volatile connect disconnect ' +
    'disconnecting manager auth transports buffering buffer parser cluster bit switch switching bridge mnemonic ' +
    'synchronization interface forwarding node topology collision flag window teardown reset push pull connection ' +
    'handler await publish subscribe topic channel broker queue subject notification token commit clone login branch ' +
    'merge conflict rebase stash checkout diff tag remote index fork issue fetch package dependency scope claim tenant ' +
    'timeout reliable reliability observer blocking streaming merging concurrent stack hash digest keep-alive pseudo-header closed closing bind peer peers notification'
  ).split(' '),
);

/** Prepared glossaries, so that one changed file doesn't make all the others be prepared again. */
const prepared = new WeakMap<Glossary, () => readonly PreparedName[]>();

/** A name as it goes into the index. */
export interface PreparedName {
  readonly name: TermName;
  readonly call: string | null;
  readonly exact: string;
  readonly folded: string;
}

/** The index over all names and aliases of the glossaries. */
export function createTermIndex(glossaries: readonly Glossary[]): TermIndex {
  const exact = new Map<string, TermName[]>();
  const folded = new Map<string, TermName[]>();
  const calls = new Map<string, TermName[]>();
  const heads = new Map<string, string[]>();
  for (const glossary of glossaries) {
    for (const entry of preparedNames(glossary)) {
      if (entry.call !== null) add(calls, entry.call, entry.name);
      if (entry.exact === '') continue;
      if (add(exact, entry.exact, entry.name)) addHead(heads, entry.exact);
      if (add(folded, entry.folded, entry.name)) addHead(heads, entry.folded);
    }
  }
  const continues = (prefix: string) =>
    heads.get(prefix.slice(0, HEAD))?.some((key) => key.length > prefix.length && key.startsWith(prefix)) ?? false;
  return {
    exact,
    folded,
    calls,
    callHeads: new Set([...calls.keys()].map((path) => path.split('.', 1)[0]!)),
    mayStart: recently((word) => exact.has(word) || folded.has(word) || continues(word), MANY_WORDS),
    continues,
  };
}

/** The words of a text run together, in lower case; the second form in the singular. */
export function keysOf(text: string): readonly [exact: string, folded: string] {
  let exact = '';
  let folded = '';
  for (const word of wordsOf(text)) {
    exact += word.lower;
    folded += word.singular;
  }
  return [exact, folded];
}

/** The path of a call or of a dotted name (`io.to("a").emit()` is `io.to.emit`), in lower case; null for anything else. */
export function callPath(text: string): string | null {
  return CALL.test(text) ? text.replace(/\([^()]*\)/g, '').toLowerCase() : null;
}

const HEAD = 3;

function addHead(heads: Map<string, string[]>, key: string): void {
  for (let length = Math.min(key.length, HEAD); length > 0; length--) {
    const head = key.slice(0, length);
    const keys = heads.get(head);
    // Of the keys below a head shorter than HEAD one is enough: it is asked about only as itself.
    if (keys === undefined) heads.set(head, [key]);
    else if (length === HEAD) keys.push(key);
    else if (keys[0]!.length < key.length) keys[0] = key;
  }
}

/** Whether the key is new. */
function add(map: Map<string, TermName[]>, key: string, name: TermName): boolean {
  const names = map.get(key);
  if (names === undefined) {
    map.set(key, [name]);
    return true;
  }
  // A term counts once under a key, by its own name where that is among them.
  const known = names.findIndex((other) => other.term === name.term && other.form === name.form);
  if (known < 0) names.push(name);
  else if (names[known]!.needs !== 'nothing' && name.needs === 'nothing') names[known] = name;
  return false;
}

/** Spares the index the work for a glossary that was prepared before, such as when it was built in. */
export function rememberNames(glossary: Glossary, names: () => readonly PreparedName[]): void {
  prepared.set(glossary, names);
}

/** The names and aliases of a glossary, prepared for the index; remembered with the glossary. */
export function preparedNames(glossary: Glossary): readonly PreparedName[] {
  const known = prepared.get(glossary);
  if (known !== undefined) return known();
  const names: PreparedName[] = [];
  for (const term of glossary.terms) {
    const layers = new Set<string>();
    for (const text of [term.name, ...term.aliases]) {
      const layer = LAYER.exec(text)?.[1];
      if (layer !== undefined && !/^\d|^(?:the|an?|first|second|third|fourth|fifth|sixth|seventh)\b/i.test(layer)) {
        layers.add(keysOf(layer)[0]);
      }
    }
    for (const text of variants(term)) names.push(prepare(term, text, layers));
    for (const layer of layers) {
      names.push({
        name: { term, text: layer, own: false, needs: 'layers', form: 'any' },
        call: null,
        exact: layer,
        folded: keysOf(layer)[1],
      });
    }
  }
  rememberNames(glossary, () => names);
  return names;
}

/** The name and aliases, and what they imply: a name without its qualifier in brackets, the other ways to count layers. */
function variants(term: Term): Set<string> {
  const texts = new Set([term.name, ...term.aliases]);
  for (const text of [...texts]) {
    const qualifier = /^(.+\S) \([^()]+\)$/.exec(text);
    if (qualifier !== null) texts.add(qualifier[1]!);
    const numeral = NUMERALS[Number(LAYER_NUMBER.exec(text)?.[1] ?? 0) - 1];
    if (numeral === undefined) continue;
    texts.add(`layer ${numeral[0]}`).add(`${numeral[1]} layer`).add(`${numeral[2]} layer`);
    texts.add(`L${NUMERALS.indexOf(numeral) + 1}`);
  }
  return texts;
}

function prepare(term: Term, text: string, layers: ReadonlySet<string>): PreparedName {
  const path = text.includes('(') || text.includes('.') ? callPath(text) : null;
  const isCall = path !== null && text.includes('(');
  const [exact, folded] = keysOf(isCall ? path : text);
  return {
    name: {
      term,
      text,
      own: text === term.name,
      needs: needsOf(term, text, isCall, layers.has(exact)),
      form: formOf(text, isCall),
    },
    call: isCall ? path : null,
    exact,
    folded,
  };
}

/** Whether a name in lower case is an everyday word, which counts only where it is looked up. */
export function isCommonWord(text: string): boolean {
  return COMMON_WORDS.has(text);
}

function needsOf(term: Term, text: string, isCall: boolean, isLayer: boolean): TermName['needs'] {
  if (isLayer) return 'layers';
  if (isCall || FUNCTION_WORDS.has(text) || (text !== term.name && isCommonWord(text))) return 'code';
  if (!/^\d+$/.test(text)) return 'nothing';
  return /\bclos(?:e|ed|es|ing|ure)\b/i.test(`${term.name} ${term.definition}`) ? 'closing' : 'number';
}

function formOf(text: string, isCall: boolean): TermName['form'] {
  if (isCall) return /\([^()]+\)/.test(text) ? 'literal' : 'any';
  if (/^[A-Z]+$/.test(text) && ENGLISH.has(text.toLowerCase())) return 'same-case';
  return /[^\p{L}\p{N}\p{M}\s'’.\-‐‑–_/()#+]|:\/\/|\w\+\w/u.test(text) ? 'literal' : 'any';
}
