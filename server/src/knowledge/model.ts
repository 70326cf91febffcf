import type { Span } from '../text/span.ts';
import type { Assistance } from '../worksheet/model.ts';

/** Where a reader can check a statement. */
export interface Source {
  readonly title: string;
  /** null for a source that is no link (a book). */
  readonly url: string | null;
}

/** One entry of a glossary. */
export interface Term {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Markdown. */
  readonly definition: string;
  readonly seeAlso: readonly string[];
  readonly sources: readonly Source[];
  /** The glossary's name, for people. */
  readonly glossary: string;
  readonly uri: string;
  /** 0-based line of the entry's heading. */
  readonly line: number;
  /** The entry's heading, in its file. */
  readonly span: Span;
}

/** Something a glossary's or key's author should mend. */
export interface KnowledgeProblem {
  /** The rule it belongs to, such as `empty-definition`. */
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
}

/** Other words for a key point, from a key's `Also said:` line. */
export interface AlsoSaid {
  /** The key point, as plain text. */
  readonly point: string;
  /** As its author wrote them, with ` | ` between them: taken apart when an answer is first compared with them. */
  readonly wordings: string;
}

/** A file of definitions. */
export interface Glossary {
  readonly kind: 'glossary';
  readonly uri: string;
  readonly title: string;
  readonly terms: readonly Term[];
  readonly problems: readonly KnowledgeProblem[];
}

/** A wrong belief and what is right, from a key's `Misconception:` line. */
export interface Misconception {
  readonly claim: string;
  readonly correction: string;
}

/** One question of an answer key, with its answer. */
export interface KeyQuestion {
  /** The question's own wording. */
  readonly text: string;
  readonly alsoAsked: readonly string[];
  readonly kind: 'open' | 'fill-in';
  readonly section: readonly string[];
  /** Markdown, as the key's author wrote it, without the label list. Key points in bold. */
  readonly answer: string;
  /** The first sentence, as plain Markdown without the bold of key points. */
  readonly shortAnswer: string;
  /** The bold phrases, in order, as plain text. */
  readonly keyPoints: readonly string[];
  /** What says the same as some of them; empty where their author lists nothing. */
  readonly alsoSaid: readonly AlsoSaid[];
  /** For a fill-in: the accepted words, best first; empty for open questions. */
  readonly accept: readonly string[];
  readonly hint: string | null;
  readonly misconceptions: readonly Misconception[];
  readonly sources: readonly Source[];
  /** The key's name, for people. */
  readonly key: string;
  readonly uri: string;
  /** 0-based line of the question. */
  readonly line: number;
  /** The question's text, in its file. */
  readonly span: Span;
}

/** A worksheet that its author has filled in, as others are compared with it. */
export interface AnswerKey {
  readonly kind: 'key';
  /** The most help its author allows with its answers; left out where nothing is said. */
  readonly assistance?: Assistance;
  readonly uri: string;
  readonly title: string;
  readonly questions: readonly KeyQuestion[];
  readonly problems: readonly KnowledgeProblem[];
}

/** A place in a text where a term occurs. */
export interface TermOccurrence {
  /** Offsets in the text that was searched. */
  readonly span: Span;
  /** The terms the place stands for: several where several glossaries define it. Never empty. */
  readonly terms: readonly Term[];
}

/** The key question that a worksheet's question was recognised as. */
export interface QuestionMatch {
  readonly question: KeyQuestion;
  /** 0..1; a match is only reported from the index's threshold on. */
  readonly score: number;
}

/** What is asked of the index about a worksheet's question. */
export interface AskedQuestion {
  readonly text: string;
  readonly section: readonly string[];
  readonly kind: 'open' | 'fill-in';
}

/** A word of a key answer, and the place where an answer says it. */
export interface Evidence {
  /** The key's word, in lower case. */
  readonly word: string;
  /** Where it is said, in the answer's text. */
  readonly span: Span;
  /**
   * How it is said: by the word in any form, by another name of the same term, misspelt, by a word that means nearly the same
   * (or by "not" and its opposite), or only where it is denied.
   */
  readonly by: 'word' | 'name' | 'spelling' | 'alike' | 'denied';
}

/** A key point, and whether an answer mentions it. */
export interface KeyPoint {
  readonly text: string;
  readonly mentioned: boolean;
  /** The part of its words that the answer says, 0..1, rare words counting more. */
  readonly share: number;
  /** Where the answer says them; empty where it says none. */
  readonly evidence: readonly Evidence[];
}

/** All glossaries and keys in force, indexed. Immutable. */
export interface Knowledge {
  readonly glossaries: readonly Glossary[];
  readonly keys: readonly AnswerKey[];
  /** The terms a name or alias stands for, best first; empty where there is none. Tolerates case, plural, hyphens, call parentheses. */
  define(query: string): readonly Term[];
  /** The same for what a person types: also "what is a packet?", "the TCP FIN flag" and "time to live (TTL)". */
  lookUp(query: string): readonly Term[];
  /** Terms in running text, in order, not overlapping, longest match first. */
  findTerms(prose: string): readonly TermOccurrence[];
  /** Terms in an inline code span's content (`io.on('connection', ...)`), matched as API names; spans relative to `code`. */
  findTermsInCode(code: string): readonly TermOccurrence[];
  /** Terms whose name or an alias starts with the prefix (case and separators ignored), best first. */
  complete(prefix: string, limit: number): readonly Term[];
  /** The key question that asks the same, or null rather than a wrong one. */
  match(asked: AskedQuestion): QuestionMatch | null;
  /** How much of a key question's answer an answer covers, 0..1. */
  coverage(question: KeyQuestion, answer: string): number;
  /** The key points of a key question, in order, each with whether an answer mentions it in the same or similar words. */
  keyPoints(question: KeyQuestion, answer: string): readonly KeyPoint[];
}
