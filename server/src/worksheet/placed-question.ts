import { type Span, shift } from '../text/span.ts';
import type { Answer, Question, Slot, Worksheet } from './model.ts';

/** A question relative to its first line, and where that line is in some text. */
export interface QuestionAt {
  readonly question: Question;
  readonly offset: number;
  readonly line: number;
  /** Whether the one before stands together with it: nothing that starts anew is between the two. */
  readonly followsOn: boolean;
}

/** Some questions that follow each other, at a place in the document. */
export class QuestionGroup {
  /** The same object for as long as all of them and what is around them stay. */
  readonly questions: readonly QuestionAt[];
  /** Offset and 0-based line of the document that those of the questions are relative to. */
  readonly offset: number;
  readonly line: number;
  private all: readonly PlacedQuestion[] | null = null;

  constructor(questions: readonly QuestionAt[], offset: number, line: number) {
    this.questions = questions;
    this.offset = offset;
    this.line = line;
  }

  /** The same questions in the document. Made when asked for: a keystroke moves all questions below it. */
  get placed(): readonly PlacedQuestion[] {
    this.all ??= this.questions.map(
      ({ question, offset, line }) => new PlacedQuestion(question, this.offset + offset, this.line + line),
    );
    return this.all;
  }
}

const groups = new WeakMap<Worksheet, readonly QuestionGroup[]>();

/** The questions of a worksheet in groups, in its order. */
export function questionGroups(worksheet: Worksheet): readonly QuestionGroup[] {
  let known = groups.get(worksheet);
  if (!known) {
    // It was not read from a document.
    const all = worksheet.questions.map((question) => ({ question, offset: 0, line: 0, followsOn: true }));
    known = all.length > 0 ? [new QuestionGroup(all, 0, 0)] : [];
    groups.set(worksheet, known);
  }
  return known;
}

/** Remembers the groups of a worksheet. */
export function setQuestionGroups(worksheet: Worksheet, all: readonly QuestionGroup[]): void {
  groups.set(worksheet, all);
}

/** A question as it stands in the document. Reading a large worksheet makes thousands: spans are made when asked for. */
export class PlacedQuestion implements Question {
  /** The question relative to the start of its line: the same object for as long as its text and surroundings stay. */
  readonly relative: Question;
  // Not `#offset`: a keystroke places all questions below it anew, and these are made in half the time.
  private readonly offset: number;
  private readonly first: number;

  constructor(relative: Question, offset: number, line: number) {
    this.relative = relative;
    this.offset = offset;
    this.first = line;
  }

  get text() {
    return this.relative.text;
  }
  get section() {
    return this.relative.section;
  }
  get kind() {
    return this.relative.kind;
  }
  get status() {
    return this.relative.status;
  }
  get line(): number {
    return this.relative.line + this.first;
  }
  get span(): Span {
    return shift(this.relative.span, this.offset);
  }
  get blanks(): readonly Span[] {
    return this.relative.blanks.map((blank) => shift(blank, this.offset));
  }
  get filled(): Question['filled'] {
    const { filled } = this.relative;
    return filled && { span: shift(filled.span, this.offset), text: filled.text };
  }
  get answer(): Answer | null {
    const { answer } = this.relative;
    if (!answer) return null;
    const [first, last] = answer.lines;
    return {
      span: shift(answer.span, this.offset),
      lines: [first + this.first, last + this.first],
      text: answer.text,
    };
  }
  get slot(): Slot | null {
    const { slot } = this.relative;
    return slot && { ...slot, area: shift(slot.area, this.offset), insert: shift(slot.insert, this.offset) };
  }
}
