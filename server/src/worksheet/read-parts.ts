import type { KnowsQuestion } from './known-question.ts';
import type { Question } from './model.ts';
import { type Part, readQuestion } from './parts.ts';
import type { QuestionAt } from './placed-question.ts';
import type { RatedLine } from './rated-lines.ts';
import type { PlacedLine } from './segment.ts';
import type { AnswerForms } from './slot.ts';

/** What questions are read with. */
export interface Reading {
  readonly forms: AnswerForms;
  /** The same string for the same forms. */
  readonly fingerprint: string;
  readonly knows: KnowsQuestion;
}

/** Questions that stand together. */
export interface QuestionsRead {
  readonly reading: Reading;
  readonly questions: readonly QuestionAt[];
  /** How many have no answer. */
  readonly blank: number;
}

/** A question as it was last read, and all that it was read from. */
interface Known {
  readonly lines: readonly PlacedLine[];
  readonly section: readonly string[];
  readonly areaEnd: number;
  readonly fingerprint: string;
  readonly knows: KnowsQuestion;
  readonly question: Question;
}

/** By the first line. */
const known = new WeakMap<RatedLine, Known>();

/**
 * Reads questions that stand together; those that have not changed, with all below them, stay the same objects.
 *
 * @param text what the parts' offsets refer to; it starts with a line and ends before the next question or topic
 * @param height how many lines it has
 */
export function readParts(text: string, height: number, parts: readonly Part[], reading: Reading): QuestionsRead {
  if (parts.length === 0) return { reading, questions: [], blank: 0 };
  const ends = lineEnds(text);
  const questions = parts.map((part, index): QuestionAt => {
    const { line, base, number } = part.lines[0]!;
    const offset = base + line.span.start;
    const last = part.nextLine === null ? height - 1 : Math.max(part.nextLine - 1, number);
    const areaEnd = ends[last]! - offset;
    let read = known.get(line);
    if (!read || !isUpToDate(read, part, areaEnd, offset, number, reading)) {
      const lines = part.lines.map((each) => ({ ...each, base: each.base - offset, number: each.number - number }));
      const { section } = part;
      const question = readQuestion(text.slice(offset), { lines, section }, areaEnd, reading.forms, reading.knows);
      read = { lines, section, areaEnd, fingerprint: reading.fingerprint, knows: reading.knows, question };
      known.set(line, read);
    }
    return { question: read.question, offset, line: number, followsOn: index > 0 };
  });
  const blank = questions.filter(({ question }) => question.status === 'blank').length;
  return { reading, questions, blank };
}

function isUpToDate(
  read: Known,
  { lines, section }: Part,
  areaEnd: number,
  offset: number,
  number: number,
  { fingerprint, knows }: Reading,
): boolean {
  return (
    read.areaEnd === areaEnd &&
    read.fingerprint === fingerprint &&
    read.knows === knows &&
    read.lines.length === lines.length &&
    read.section.length === section.length &&
    read.section.every((topic, index) => topic === section[index]) &&
    read.lines.every((each, index) => {
      const now = lines[index]!;
      return (
        each.line === now.line &&
        each.base === now.base - offset &&
        each.number === now.number - number &&
        each.directivesAbove === now.directivesAbove
      );
    })
  );
}

/** Where each line of a text ends, before its line break. */
function lineEnds(text: string): number[] {
  return [...Array.from(text.matchAll(/\r\n?|\n/g), ({ index }) => index), text.length];
}
