import type { Term, TermOccurrence } from './model.ts';
import { isEmptyWord, stemOf } from './question-words.ts';
import { callPath } from './term-index.ts';
import { wordsOf } from './words.ts';

/** Finds the terms of the glossaries in force in a text. */
export type FindTerms = (text: string) => readonly TermOccurrence[];

/** One word of a question that says something, or one name such as `Socket.IO` or `io.on()`. */
export interface Unit {
  /** Equal for units that say the same: a stem, or a name's words run together. */
  readonly key: string;
  /** The terms it names, alone or together with its neighbours. */
  readonly terms: readonly Term[];
  /** Of a call its parts (`socket`, `emit`), empty for anything else. */
  readonly parts: readonly string[];
  /** Whether it is written as a name is, with a capital inside a sentence. */
  readonly capital: boolean;
  /** Whether nothing else goes by that name: `Socket.IO`, `io.on()`, 1006. */
  readonly proper: boolean;
  /** The units it forms a term's name with. */
  readonly group: readonly string[];
  /** Whether the word was taken for a misspelling of `key`. */
  readonly guessed?: boolean;
}

/** The units of a text, each once. */
export function unitsOf(text: string, findTerms: FindTerms): readonly Unit[] {
  const units = new Map<string, Unit>();
  let leading = true;
  let started = false;
  addText(text, []);
  return [...units.values()];

  /** @param terms what the whole text names */
  function addText(piece: string, terms: readonly Term[], group: readonly string[] = []): void {
    let from = 0;
    for (const { span, terms: named } of terms.length === 0 ? findTerms(piece) : inner(piece)) {
      addWords(piece.slice(from, span.start), terms, group);
      addName(piece.slice(span.start, span.end), [...terms, ...named], group);
      from = span.end;
    }
    addWords(piece.slice(from), terms, group);
  }

  function addName(written: string, terms: readonly Term[], group: readonly string[]): void {
    const words = wordsOf(written);
    const call = /[\w$]\.[\w$]|\(/.test(written) ? callPath(written) : null;
    if (terms.some(({ name }) => isProperName(name))) {
      add({ key: words.map((word) => word.singular).join(''), terms, proper: true });
    } else if (call !== null) add({ key: call, terms, parts: call.split('.').map(stemOf), proper: true });
    else if (words.length < 2) addWords(written, terms, group);
    else {
      const telling = words.filter(({ lower }) => !isEmptyWord(lower, false));
      addText(written, terms, [...group, ...telling.map(({ lower }) => stemOf(lower))]);
    }
  }

  function addWords(piece: string, terms: readonly Term[], group: readonly string[]): void {
    for (const { lower, start, end } of wordsOf(piece)) {
      const empty = isEmptyWord(lower, leading && terms.length === 0);
      // A name that is nothing but an empty word, such as GET, still is a name.
      const first = !started;
      started = true;
      if (empty && (terms.length === 0 || group.length > 0)) continue;
      const key = stemOf(lower);
      const capital = !first && /\p{Lu}/u.test(piece.slice(start, end));
      const proper = /^\d{2,}$/.test(lower);
      add({ key, terms, group: group.filter((other) => other !== key), capital, proper });
    }
  }

  function add(unit: Partial<Unit> & Pick<Unit, 'key' | 'terms'>): void {
    leading = false;
    const known = units.get(unit.key) ?? {
      terms: [],
      parts: [],
      group: unit.group ?? [],
      capital: false,
      proper: false,
    };
    // A word that stands alone as well needs no company.
    const group = unit.group === undefined || unit.group.length === 0 ? [] : known.group;
    units.set(unit.key, { ...known, ...unit, terms: [...known.terms, ...unit.terms], group });
  }

  /** The names within a name: "Socket.IO middleware" names Socket.IO too. */
  function inner(name: string): readonly TermOccurrence[] {
    const last = wordsOf(name).at(-1)!.start;
    return [
      ...findTerms(name.slice(0, last)),
      ...findTerms(name.slice(last)).map(({ span, terms }) => ({
        span: { start: span.start + last, end: span.end + last },
        terms,
      })),
    ];
  }
}

/** A name of one word with a shape of its own: `WebSocket`, `Socket.IO`, `Sec-WebSocket-Key`. */
export function isProperName(name: string): boolean {
  return !/\s/.test(name) && /^[^a-z]*[a-z][^A-Z]*[A-Z]|^[^A-Z]*[A-Z][^a-z]*[a-z][^A-Z.]*[A-Z.]/.test(name);
}
