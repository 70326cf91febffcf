import type { Span } from '../text/span.ts';
import type { Term, TermOccurrence } from './model.ts';
import { type Phrase, phrasesFrom } from './near-words.ts';
import { DIGITS } from './number-words.ts';
import { wordStem } from './stem.ts';
import type { FindTerms } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/** They hold sentences together and say nothing by themselves. */
const FUNCTION_WORDS = new Set(
  (
    'a an the and or but nor of in on at to from for with by into onto as is are was were be been being am it its this ' +
    'that these those there here he she they them their we us our you your i me my his her do does did done doing has ' +
    'have had having can could will would shall should may might must not no so than then too very just also such each ' +
    'any some which who whom whose what when where why how if while because s t re ve ll d m don isn doesn'
  ).split(' '),
);

/** Whether a word says nothing by itself. */
export const isFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(lower);

const NEGATION =
  /^(?:not|never|no|nor|neither|cannot|without|nothing|nobody|none|(?:do|does|did|is|are|was|were|wo|ca|could|would|should|has|have|had)nt|(?:don|doesn|didn|isn|aren|wasn|weren|won|couldn|wouldn|shouldn|hasn|haven|hadn|can))$/;

/** "not only" denies nothing, and "can" does only before 't. */
const NO_NEGATION = /^\W+(?:only|just|necessarily)\b/i;
const CLAUSE_END =
  /[.,;:!?()\n]|\b(?:but|and|because|since|so|while|whereas|instead|rather|until|unless|which|that|if|when)\b/i;
/** So many telling words behind a negation are denied by it. */
const DENIED = 3;

/** A word of an answer that says something. */
export interface SaidWord extends Span {
  readonly lower: string;
  readonly stem: string;
  /** The terms it is part of. */
  readonly terms: readonly Term[];
  /** Whether a "not" or the like stands before it in its clause. */
  readonly denied: boolean;
}

/** The words of a text that say something, a set phrase or a name as one of them; all of them where there are only others. */
export function saidWords(text: string, findTerms: FindTerms): SaidWord[] {
  const occurrences = findTerms(text);
  const words = wordsOf(text);
  const onlyFunctionWords = words.every(({ lower }) => FUNCTION_WORDS.has(lower));
  const said: SaidWord[] = [];
  let at = 0;
  let denied = 0;
  let from = 0;
  for (let position = 0; position < words.length; position++) {
    const word = words[position]!;
    const { start, lower } = word;
    if (denied > 0 && CLAUSE_END.test(text.slice(from, start))) denied = 0;
    // One more, for itself.
    if (isNegation(text, word)) denied = DENIED + (FUNCTION_WORDS.has(lower) ? 0 : 1);
    else if (CLAUSE_END.test(lower)) denied = 0;
    while (at < occurrences.length && occurrences[at]!.span.end <= start) at++;
    const { span, terms } = occurrences[at] ?? NO_TERM;
    const group = phraseAt(words, position) ?? dottedNameAt(words, position, text, span);
    position += (group?.words.length ?? 1) - 1;
    const { end, next } = words[position]!;
    from = next;
    if (group === null && FUNCTION_WORDS.has(lower) && !onlyFunctionWords) continue;
    const named = span.start < end && (group === null || (span.start <= start && span.end >= end));
    const stem = group?.stem ?? DIGITS.get(lower) ?? wordStem(lower);
    said.push({
      start,
      end,
      lower: text.slice(start, end).toLowerCase(),
      stem,
      terms: named ? terms : [],
      denied: denied > 0,
    });
    if (denied > 0) denied--;
  }
  return said;
}

const NO_TERM: TermOccurrence = { span: { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }, terms: [] };

function phraseAt(words: readonly Word[], position: number): Phrase | null {
  const fits = ({ words: wanted }: Phrase) => wanted.every((word, ahead) => words[position + ahead]?.singular === word);
  return phrasesFrom(words[position]!.singular).find(fits) ?? null;
}

/** A name such as `Socket.IO`, whose parts say something else. */
function dottedNameAt(words: readonly Word[], position: number, text: string, { start, end }: Span): Phrase | null {
  if (words[position]!.start !== start) return null;
  const name = text.slice(start, end);
  if (!/^\w+\.\w+$/.test(name)) return null;
  const parts = words.slice(position, position + 2).map(({ lower }) => lower);
  return { words: parts, stem: name.toLowerCase() };
}

function isNegation(text: string, { lower, end }: Word): boolean {
  if (!NEGATION.test(lower)) return false;
  const behind = text.slice(end, end + 20);
  if (NO_NEGATION.test(behind)) return false;
  return !/^(?:can|don|won)$/.test(lower) || /^['’]t\b/.test(behind);
}
