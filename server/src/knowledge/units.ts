import { shift } from '../text/span.ts';
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
  const collector = new UnitCollector(findTerms);
  collector.addText(text);
  return collector.units;
}

class UnitCollector {
  readonly #findTerms: FindTerms;
  readonly #units = new Map<string, Unit>();
  /** Whether there was a word. */
  #started = false;

  constructor(findTerms: FindTerms) {
    this.#findTerms = findTerms;
  }

  get units(): readonly Unit[] {
    return [...this.#units.values()];
  }

  /**
   * @param terms what the whole text names; empty for a text that is no name
   * @param group the keys of the words of a name that the text is part of
   */
  addText(text: string, terms: readonly Term[] = [], group: readonly string[] = []): void {
    let from = 0;
    for (const { span, terms: named } of terms.length === 0 ? this.#findTerms(text) : this.#findInner(text)) {
      this.#addWords(text.slice(from, span.start), terms, group);
      this.#addName(text.slice(span.start, span.end), [...terms, ...named], group);
      from = span.end;
    }
    this.#addWords(text.slice(from), terms, group);
  }

  #addName(written: string, terms: readonly Term[], group: readonly string[]): void {
    const words = wordsOf(written);
    const call = /[\w$]\.[\w$]|\(/.test(written) ? callPath(written) : null;
    if (terms.some(({ name }) => isProperName(name))) {
      this.#add({ key: words.map((word) => word.singular).join(''), terms, proper: true });
    } else if (call !== null) {
      this.#add({ key: call, terms, parts: call.split('.').map(stemOf), proper: true });
    } else if (words.length < 2) this.#addWords(written, terms, group);
    else {
      const telling = words.filter(({ lower }) => !isEmptyWord(lower, false));
      this.addText(written, terms, [...group, ...telling.map(({ lower }) => stemOf(lower))]);
    }
  }

  #addWords(text: string, terms: readonly Term[], group: readonly string[]): void {
    for (const { lower, start, end } of wordsOf(text)) {
      const empty = isEmptyWord(lower, this.#units.size === 0 && terms.length === 0);
      const first = !this.#started;
      this.#started = true;
      // A name that is nothing but an empty word, such as GET, still is a name.
      if (empty && (terms.length === 0 || group.length > 0)) continue;
      const key = stemOf(lower);
      const capital = !first && /\p{Lu}/u.test(text.slice(start, end));
      const proper = /^\d{2,}$/.test(lower);
      this.#add({ key, terms, group: group.filter((other) => other !== key), capital, proper });
    }
  }

  #add(unit: Partial<Unit> & Pick<Unit, 'key' | 'terms'>): void {
    const known = this.#units.get(unit.key) ?? {
      terms: [],
      parts: [],
      group: unit.group ?? [],
      capital: false,
      proper: false,
    };
    // A word that stands alone as well needs no company.
    const group = unit.group === undefined || unit.group.length === 0 ? [] : known.group;
    this.#units.set(unit.key, { ...known, ...unit, terms: [...known.terms, ...unit.terms], group });
  }

  /** The names within a name: "Socket.IO middleware" names Socket.IO too. */
  #findInner(name: string): readonly TermOccurrence[] {
    const last = wordsOf(name).at(-1)!.start;
    const behind = this.#findTerms(name.slice(last)).map(({ span, terms }) => ({ span: shift(span, last), terms }));
    return [...this.#findTerms(name.slice(0, last)), ...behind];
  }
}

/** A name of one word with a shape of its own: `WebSocket`, `Socket.IO`, `Sec-WebSocket-Key`. */
export function isProperName(name: string): boolean {
  return !/\s/.test(name) && /^[^a-z]*[a-z][^A-Z]*[A-Z]|^[^A-Z]*[A-Z][^a-z]*[a-z][^A-Z.]*[A-Z.]/.test(name);
}
