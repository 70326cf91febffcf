import { recently } from '../text/recently.ts';
import type { KnowsQuestion } from '../worksheet/known-question.ts';
import type { Knowledge } from './model.ts';
import { VerbatimIndex } from './verbatim.ts';

/** More than a worksheet has lines that may be questions. */
const REMEMBERED_WORDINGS = 5_000;

/** What the keys know of a question, by its text alone. */
export function knowsBy(knowledge: Knowledge): KnowsQuestion {
  const verbatim = new VerbatimIndex(knowledge.keys);
  const inSameWords = recently((text) => verbatim.find(text), REMEMBERED_WORDINGS);
  return (text, verbatimOnly = false) => {
    const same = inSameWords(text);
    if (same) return { kind: same.kind, verbatim: true };
    if (verbatimOnly) return null;
    const question = knowledge.match({ text, section: [], kind: 'open' })?.question;
    return question ? { kind: question.kind, verbatim: false } : null;
  };
}
