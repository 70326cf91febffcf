import type { AskedQuestion, KeyQuestion, Knowledge, Term } from './model.ts';
import { isProperName } from './units.ts';
import { wordsOf } from './words.ts';

/** What an answer speaks of, and what its question asks about instead. */
export interface OtherTopic {
  readonly spoken: Term;
  readonly asked: Term;
}

/** A shorter answer may be an aside, or somebody's own way to put it. */
const FEWEST_WORDS = 15;
/** A name that is said once may be an example. */
const FEWEST_MENTIONS = 2;

/**
 * The topic of an answer that has nothing to do with its question: it names something of another glossary several times,
 * first of all, and neither it nor its key says a word of the other's topic. null where that is not certain.
 *
 * @param answer its words
 */
export function otherTopic(
  answer: string,
  asked: AskedQuestion,
  key: KeyQuestion,
  knowledge: Knowledge,
): OtherTopic | null {
  // An answer of one's own, such as a goal, may speak of anything.
  if (key.keyPoints.length === 0 || wordsOf(answer).length < FEWEST_WORDS) return null;
  // The headings further above may well be a title for all that the worksheet asks about.
  const heading = asked.section.slice(-1);
  const topic = termsIn([asked.text, key.text, ...heading, ...key.section.slice(-1)], knowledge)[0];
  const said = knowledge.findTerms(answer).flatMap(({ terms }) => terms[0] ?? []);
  const spoken = said.find((term) => isName(term));
  if (!topic || !spoken || spoken.glossary === topic.glossary) return null;
  if (said.filter((term) => term === spoken).length < FEWEST_MENTIONS) return null;
  if (said.some((term) => term.glossary === topic.glossary) || shareWords(answer, topic)) return null;
  const expected = [asked.text, ...heading, key.text, ...key.alsoAsked, key.answer, key.hint ?? '', ...key.section];
  if (termsIn(expected, knowledge).some((term) => term === spoken || term.name.includes(spoken.name))) return null;
  return knowledge.keyPoints(key, answer).some(({ mentioned }) => mentioned) ? null : { spoken, asked: topic };
}

const termsIn = (texts: readonly string[], knowledge: Knowledge): Term[] =>
  texts.flatMap((text) => knowledge.findTerms(text).flatMap(({ terms }) => terms));

/** Whether a term is a name that nothing else goes by: `WebSocket`, `TCP`. */
const isName = ({ name }: Term) => isProperName(name) || /^[A-Z][A-Z\d/]+$/.test(name);

/** Whether a text has a word of a term's name, or an abbreviation of it. */
function shareWords(text: string, { name, aliases }: Term): boolean {
  const names = [name, ...aliases.filter((alias) => !alias.includes(' '))];
  const own = new Set(wordsOf(names.join('\n')).map(({ singular }) => singular));
  return wordsOf(text).some(({ singular }) => own.has(singular));
}
