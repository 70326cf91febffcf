import { type Span, shift } from '../text/span.ts';
import type { Answer, Question, Slot, Worksheet } from './model.ts';

/** A question relative to its first line, and where that line is in some text. */
export interface QuestionAt {
  readonly question: Question;
  readonly offset: number;
  readonly line: number;
}

/** Questions that stand together, each at its place in what they stand in. */
export interface QuestionGroup {
  /** The same object for as long as all of them and what is around them stay. */
  readonly questions: readonly QuestionAt[];
  /** The same questions in the document: the same objects for as long as they stay at their place. */
  readonly placed: readonly PlacedQuestion[];
}

const groups = new WeakMap<Worksheet, readonly QuestionGroup[]>();

/** The questions of a worksheet in groups, in its order; null for a worksheet that was not read from a document. */
export function questionGroups(worksheet: Worksheet): readonly QuestionGroup[] | null {
  return groups.get(worksheet) ?? null;
}

/** Remembers the groups of a worksheet. */
export function setQuestionGroups(worksheet: Worksheet, all: readonly QuestionGroup[]): void {
  groups.set(worksheet, all);
}

const placements = new WeakMap<
  readonly QuestionAt[],
  QuestionGroup & { readonly offset: number; readonly line: number }
>();

/** The group of some questions, given where in the document they stand together. */
export function placeQuestions(questions: readonly QuestionAt[], offset: number, line: number): QuestionGroup {
  const known = placements.get(questions);
  if (known && known.offset === offset && known.line === line) return known;
  const placed = questions.map((each) => new PlacedQuestion(each.question, offset + each.offset, line + each.line));
  const group = { questions, placed, offset, line };
  placements.set(questions, group);
  return group;
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
