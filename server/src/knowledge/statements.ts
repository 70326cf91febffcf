import { perObject } from '../text/per-object.ts';
import type { Glossary } from './model.ts';
import { wordStem } from './stem.ts';
import { isProperName } from './units.ts';
import { wordsOf } from './words.ts';

/** What a statement is compared by: its telling words in their order, names in one piece. */
export interface Token {
  /** Equal for words that say the same at their place. */
  readonly key: string;
  readonly kind: 'word' | 'name' | 'not' | 'when';
  /** Offsets in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** They say nothing by themselves; whatever stands between two telling words, the order of these is what counts. */
const EMPTY = new Set(
  (
    'a an the this that these those it its they them their he she we us our you your i my me one to of in on at by for from ' +
    'with into onto over via as and or so then also just simply basically really actually usually typically mainly always ' +
    'do does did don doesn didn isn aren wasn won wouldn couldn shouldn has have had having hasn haven can could will would ' +
    'shall should may might must which who whom whose what there here where while whereas between before after during through across within about easy easily way simple quick quickly kind type sort ' +
    'ca ve ll d m re'
  ).split(' '),
);
const NOT = new Set(
  'not no never nor neither none nobody nothing without cannot dont doesnt didnt isnt arent wasnt wont cant hardly rarely nt'.split(
    ' ',
  ),
);
const WHEN = new Set('when whenever if unless until once'.split(' '));
const SAME: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  need: 'need',
  require: 'need',
  requires: 'need',
  required: 'need',
  needs: 'need',
  needed: 'need',
};
/** "connections" and "connected" have one stem, but not one meaning. */
const KIND_OF_NOUN = /(ion|ment|er|or|ity|ness)s?$/;
const LONGEST_NAME = 4;
const CALL = /[a-z$_][\w$]*(?:\.[\w$]+)+(?=\()/iy;

/** The names of the glossaries that are written like no other word, without what parts them: `socketio`, `ioon`. */
export const properNames = perObject((glossaries: readonly Glossary[]): ReadonlySet<string> => {
  const names = glossaries.flatMap(({ terms }) => terms.map(({ name }) => name));
  return new Set(names.filter((name) => isProperName(name) || /\w\.\w+\(/.test(name)).map(joined));
});

const joined = (text: string) =>
  wordsOf(text.replace(/\([^)]*\)?/, ''))
    .map(({ singular }) => singular)
    .join('');

/** The telling words of a text, in order. */
export function tokensOf(text: string, known: ReadonlySet<string>): Token[] {
  const words = wordsOf(text);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const { start, lower, end } = words[at]!;
    const length = nameLength(at);
    if (length > 0) {
      const last = words[at + length - 1]!.end;
      tokens.push({ key: joined(text.slice(start, last)), kind: 'name', start, end: last });
    } else if (NOT.has(lower) || (lower === 't' && /n['’]$/.test(text.slice(0, start)))) {
      tokens.push({ key: 'not', kind: 'not', start, end });
    } else if (WHEN.has(lower)) {
      tokens.push({ key: 'when', kind: 'when', start, end });
    } else if (!EMPTY.has(lower)) {
      tokens.push({ key: keyOf(lower), kind: 'word', start, end });
    }
    at += Math.max(1, length);
  }
  return tokens;

  function nameLength(at: number): number {
    let name = '';
    CALL.lastIndex = words[at]!.start;
    const call = words[at]!.start + (CALL.exec(text)?.[0].length ?? 0);
    let longest = 0;
    while (at + longest < words.length && words[at + longest]!.start < call) longest++;
    for (let length = 1; length <= LONGEST_NAME && at + length <= words.length; length++) {
      const word = words[at + length - 1]!;
      if (length > 1 && !/^(?:[ .-]|\(\)\.)$/.test(text.slice(words[at + length - 2]!.end, word.start))) break;
      name += word.singular;
      if (known.has(name)) longest = length;
    }
    return longest;
  }
}

function keyOf(lower: string): string {
  const same = SAME[lower];
  return same ?? `${wordStem(lower)}/${KIND_OF_NOUN.exec(lower)?.[1] ?? ''}`;
}
