import type { Span } from '../text/span.ts';

/** `fill-in`: a sentence with a blank (`____`) to put a word into; `open`: anything else. */
export type QuestionKind = 'open' | 'fill-in';

/**
 * `blank`: nothing stands where the answer belongs; `placeholder`: something that only holds its place ("TODO");
 * `unsure`: an answer its author doubts ("request?"); `answered`: anything else.
 */
export type AnswerStatus = 'blank' | 'placeholder' | 'unsure' | 'answered';

/** The text that answers a question. */
export interface Answer {
  /** From the first to the last character of the answer, markers of its own list or quote included. */
  readonly span: Span;
  /** First and last line, 0-based, inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** The answer as a reader sees it: source text without the container's markers and the answer label. */
  readonly text: string;
}

/** The empty place where an answer belongs, and how an answer is written there so that the layout holds. */
export interface Slot {
  /** The cursor anywhere in this span (ends included) stands in the slot. */
  readonly area: Span;
  /** What an answer replaces: an empty span, or what stands behind a marker. Always on one line. */
  readonly insert: Span;
  /** `inline`: the answer goes where `insert` is, behind its marker; `below`: it gets lines of its own below the question. */
  readonly place: 'inline' | 'below';
  /** For `below`: what the answer's first line starts with: indentation, list marker, `> `, `A: `. */
  readonly firstPrefix: string;
  /** What each further line of the answer starts with: indentation or `> `. */
  readonly linePrefix: string;
  /** For `below`: whether a blank line stands between question and answer. */
  readonly gap: boolean;
  /** Whether the answer must stay on one line (a table cell). */
  readonly singleLine: boolean;
}

/** A prompt of a worksheet with its answer. */
export interface Question {
  /** The question as a reader sees it: without number, bullet, label, emphasis and heading marks. */
  readonly text: string;
  /** The question's own text in the document, without list marker or heading marks. */
  readonly span: Span;
  /** First line of the question, 0-based. */
  readonly line: number;
  /** Headings above the question, outermost first: topics, never the question itself. */
  readonly section: readonly string[];
  readonly kind: QuestionKind;
  readonly status: AnswerStatus;
  /** The blanks still open in a fill-in sentence; empty for other questions. */
  readonly blanks: readonly Span[];
  /** What its writer has filled a blank in with, without marks around it; null where there is none. */
  readonly filled: { readonly span: Span; readonly text: string } | null;
  /** null where there is none, and where the answer stands in the blank itself (`filled`). */
  readonly answer: Answer | null;
  /** null for an answered question. A placeholder's slot replaces the placeholder. */
  readonly slot: Slot | null;
}

/** What a Markdown file is to this extension. */
export type DocumentRole = 'worksheet' | 'glossary' | 'key' | 'none';

/** How much help a worksheet's owner allows. */
export type Assistance = 'answers' | 'hints' | 'off';

/** The questions of one version of a document. */
export interface Worksheet {
  readonly role: DocumentRole;
  /** Why the document has this role, one short clause each ("11 questions with room for answers"). */
  readonly reasons: readonly string[];
  /** In document order. Empty where the role is `none` or `glossary`. */
  readonly questions: readonly Question[];
  /** What the document's front matter asks for. */
  readonly frontMatter: WorksheetFrontMatter;
}

/** The `worksheets` entry of a document's front matter. */
export interface WorksheetFrontMatter {
  /** null where the document doesn't say. */
  readonly role: DocumentRole | null;
  /** The key the document names (`worksheets: { key: ... }`), null where it names none. */
  readonly key: string | null;
  /** Where it names it; null where it names none. */
  readonly keySpan: Span | null;
  /** null where the document doesn't say. */
  readonly assistance: Assistance | null;
  /** Rules that the document turns off for itself: ids as they are written, whether there are such rules or not. */
  readonly disable: readonly { readonly id: string; readonly span: Span }[];
  /** What could not be understood, as one sentence each, with the place in the document. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}
