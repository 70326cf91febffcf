import type { Span } from '../text/span.ts';
import type { AlsoSaid, KeyQuestion, Misconception, Source, Term } from './model.ts';

/** What of a term is not in the head of what was packed. */
export type TermRest = Pick<Term, 'definition' | 'seeAlso' | 'sources' | 'line' | 'span'>;

/** What of a key's question is not. */
export type QuestionRest = Omit<KeyQuestion, 'text' | 'alsoAsked' | 'key' | 'uri'>;

/** A term of which all but the names is unpacked when it is asked for. */
export class UnpackedTerm implements Term {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly glossary: string;
  readonly uri: string;
  readonly #rest: () => TermRest;

  constructor(name: string, aliases: readonly string[], glossary: string, uri: string, rest: () => TermRest) {
    this.name = name;
    this.aliases = aliases;
    this.glossary = glossary;
    this.uri = uri;
    this.#rest = rest;
  }

  get definition(): string {
    return this.#rest().definition;
  }

  get seeAlso(): readonly string[] {
    return this.#rest().seeAlso;
  }

  get sources(): readonly Source[] {
    return this.#rest().sources;
  }

  get line(): number {
    return this.#rest().line;
  }

  get span(): Span {
    return this.#rest().span;
  }
}

/** A key's question of which all but its wordings is unpacked when it is asked for. */
export class UnpackedQuestion implements KeyQuestion {
  readonly text: string;
  readonly alsoAsked: readonly string[];
  readonly key: string;
  readonly uri: string;
  readonly #rest: () => QuestionRest;

  constructor(text: string, alsoAsked: readonly string[], key: string, uri: string, rest: () => QuestionRest) {
    this.text = text;
    this.alsoAsked = alsoAsked;
    this.key = key;
    this.uri = uri;
    this.#rest = rest;
  }

  get kind(): KeyQuestion['kind'] {
    return this.#rest().kind;
  }

  get section(): readonly string[] {
    return this.#rest().section;
  }

  get answer(): string {
    return this.#rest().answer;
  }

  get shortAnswer(): string {
    return this.#rest().shortAnswer;
  }

  get keyPoints(): readonly string[] {
    return this.#rest().keyPoints;
  }

  get alsoSaid(): readonly AlsoSaid[] {
    return this.#rest().alsoSaid;
  }

  get accept(): readonly string[] {
    return this.#rest().accept;
  }

  get hint(): string | null {
    return this.#rest().hint;
  }

  get misconceptions(): readonly Misconception[] {
    return this.#rest().misconceptions;
  }

  get sources(): readonly Source[] {
    return this.#rest().sources;
  }

  get line(): number {
    return this.#rest().line;
  }

  get span(): Span {
    return this.#rest().span;
  }
}
