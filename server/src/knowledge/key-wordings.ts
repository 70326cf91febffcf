import { once } from '../text/once.ts';
import { sameElements } from '../text/same-elements.ts';
import type { AnswerKey, Glossary, KeyQuestion } from './model.ts';
import { type FindTerms, type Unit, unitsOf } from './units.ts';
import { readWording, type Wording } from './wording.ts';

/** A key question taken apart for being compared with others. */
export interface QuestionReading {
  readonly question: KeyQuestion;
  /** What the headings above it and its key speak of. */
  readonly section: readonly Unit[];
  /** The words accepted in its blank. */
  readonly accept: readonly Unit[];
  /** The question's own text first, then the other ways to ask it. */
  readonly wordings: readonly Wording[];
  /** The keys of the units that its answer speaks of. */
  readonly answer: () => ReadonlySet<string>;
}

interface KeyReading {
  /** The glossaries whose terms were found in the questions. */
  readonly glossaries: readonly Glossary[];
  readonly questions: () => readonly QuestionReading[];
}

const readings = new WeakMap<AnswerKey, KeyReading>();

/** Takes a key's questions apart; what was read is remembered for as long as the glossaries stay the same. */
export function readKey(
  key: AnswerKey,
  glossaries: readonly Glossary[],
  findTerms: FindTerms,
): readonly QuestionReading[] {
  const known = readings.get(key);
  if (known !== undefined && sameElements(known.glossaries, glossaries)) return known.questions();
  const sections = new Map<string, readonly Unit[]>();
  const sectionOf = (heading: string) => {
    const units = sections.get(heading) ?? unitsOf(heading, findTerms);
    sections.set(heading, units);
    return units;
  };
  const questions = key.questions.map((question) => ({
    question,
    section: [question.key, ...question.section].flatMap(sectionOf),
    accept: question.accept.flatMap((word) => unitsOf(word, findTerms)),
    wordings: [question.text, ...question.alsoAsked].map((text) => readWording(text, findTerms)),
    answer: once(() => new Set(unitsOf(question.answer, findTerms).map((unit) => unit.key))),
  }));
  rememberReading(key, glossaries, () => questions);
  return questions;
}

/** Spares `readKey` the work for a key that was read before with the same glossaries, such as when it was built in. */
export function rememberReading(
  key: AnswerKey,
  glossaries: readonly Glossary[],
  questions: () => readonly QuestionReading[],
): void {
  readings.set(key, { glossaries, questions: once(questions) });
}
