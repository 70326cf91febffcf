import { perObject } from '../text/per-object.ts';
import { recently } from '../text/recently.ts';
import type { Span } from '../text/span.ts';
import { plainText } from '../worksheet/plain-text.ts';
import type { KeyQuestion, Knowledge, Misconception } from './model.ts';
import { properNames, type Token, tokensOf } from './statements.ts';
import { wordsOf } from './words.ts';

/** A wrong belief, and where a text states it. */
export interface StatedMisconception {
  readonly misconception: Misconception;
  readonly span: Span;
}

/** Whoever writes this reports what others say, compares, or takes it back. */
const DISTANCE =
  /\b(?:people|some|many|others|they|one|often)\s+(?:think|believe|say|assume|thought|believed)|\b(?:misconception|misunderstanding|myth|wrong|false|mistak\w+|incorrect|untrue|unlike|instead|rather|contrary|opposed|similar|like|than|imagine|suppose|pretend|seems?|avoid|prevent|stop)\b/gi;
const ASKS = /^\s*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|what|why|how|who|which)\b/i;
const PREPOSITION =
  /\b(?:in|of|with|behind|over|under|on|from|for|by|to|about|between|through|via)\s+(?:an?\s+|the\s+)?$/i;
/** What may stand between a subject and what is said of it: "is a method that is used to". */
const LINKS = new Set('be us/ method/ function/ion handler/er allow/ let/ enabl/ help/ event/'.split(' '));

/**
 * The wrong beliefs that a text states in the words of a key, one a sentence. The words have to stand in their order with
 * nothing telling between them, under as many negations, and said of the same thing: nothing is better than a wrong reproach.
 *
 * @param text an answer's words
 * @param sentences their places in it
 * @param asked the question as the worksheet asks it
 */
export function statedMisconceptions(
  text: string,
  sentences: readonly Span[],
  asked: string,
  key: KeyQuestion,
  { glossaries }: Knowledge,
): StatedMisconception[] {
  const known = properNames(glossaries);
  const topic = topics(known)(`${asked}\n${key.text}`);
  const claims = claimsOf(key, known);
  let before: Sentence | null = null;
  return sentences.flatMap(({ start, end }) => {
    const sentence = { text: text.slice(start, end), tokens: tokensOf(text.slice(start, end), known), before };
    before = sentence;
    if (isAsked(sentence.text, end === sentences.at(-1)!.end)) return [];
    for (const { misconception, tokens } of claims) {
      const span = statedIn(sentence, tokens, topic);
      if (span && !keepsDistance(sentence.text, misconception.claim))
        return [{ misconception, span: { start: start + span.start, end: start + span.end } }];
    }
    return [];
  });
}

/** What a key answers to a question that was answered the other way. */
export interface OppositeVerdict {
  readonly right: 'yes' | 'no';
  /** What the key says besides, in plain text; empty where it says no more. */
  readonly why: string;
  /** The wrong verdict, with the reason that is given for it. */
  readonly span: Span;
}

const VERDICT = /^(yes|no)\b(?![-–’']|\.\s*of\b)[\s,:;.!–—-]*/i;
/** A verdict and nothing else, or a reason; with single spaces. */
const BARE = /^(?:yes|yep|yeah|(no|nope))(?: ?,)?(?: (?:because|since|as)\b[^.!?;]*)?$/i;
const FULL_STOP = /(?<![.!,;\s])[.!,;\s]+$/;
/** Who gives such a reason may well mean the same as the key. */
const UNCLEAR = /\b(?:not|never|if|when|while|unless|only|but|with|in|via|through|using|alone|itself)\b|n['’]t\b/i;
/** A key that says this says yes and no. */
const QUALIFIED = /\b(?:default|itself|alone|unless|if|except|but|usually|always|depends?)\b/i;
/** Whether yes or no is the right answer to such a question is a matter of taste. */
const NEGATED = /\b(?:not|no)\b|n['’]t\b/i;

/**
 * The opposite of an answer that is a bare yes or no, where a key answers the same question so; null where it answers the same,
 * and for any other answer. Nothing is better than a wrong reproach.
 *
 * @param sentences as for {@link statedMisconceptions}
 * @param asked the question as the worksheet asks it: any other than the key's may well ask for the opposite
 */
export function oppositeVerdict(
  text: string,
  sentences: readonly Span[],
  asked: string,
  { text: question, alsoAsked, shortAnswer }: KeyQuestion,
): OppositeVerdict | null {
  const [place] = sentences;
  if (!place || sentences.length > 1 || NEGATED.test(asked)) return null;
  const sentence = text.slice(place.start, place.end).replace(FULL_STOP, '');
  const said = BARE.exec(sentence.replace(/\s+/g, ' '));
  const answer = plainText(shortAnswer);
  const verdict = VERDICT.exec(answer);
  if (!said || !verdict || UNCLEAR.test(said[0]) || QUALIFIED.test(answer)) return null;
  const right = verdict[1]!.toLowerCase() === 'yes' ? 'yes' : 'no';
  if ((said[1] === undefined) === (right === 'yes')) return null;
  const words = sameWords(asked);
  if (![question, ...alsoAsked].some((wording) => sameWords(wording) === words)) return null;
  const span = { start: place.start, end: place.start + sentence.length };
  return { right, why: answer.slice(verdict[0].length), span };
}

const sameWords = (text: string) =>
  wordsOf(text)
    .map(({ singular }) => singular)
    .join(' ');

interface Claim {
  readonly misconception: Misconception;
  readonly tokens: readonly Token[];
}

const claimsOfKeys = new WeakMap<KeyQuestion, { readonly known: unknown; readonly claims: readonly Claim[] }>();

/** What a key calls wrong, remembered for as long as the proper names are the same. */
function claimsOf(key: KeyQuestion, known: ReturnType<typeof properNames>): readonly Claim[] {
  let found = claimsOfKeys.get(key);
  if (found?.known !== known) {
    const claims = key.misconceptions.map((misconception) => ({
      misconception,
      tokens: tokensOf(misconception.claim, known),
    }));
    found = { known, claims };
    claimsOfKeys.set(key, found);
  }
  return found.claims;
}

interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly before: Sentence | null;
}

/** A question, unless it is a statement whose writer is not sure and leaves it at that. */
const isAsked = (sentence: string, isLast: boolean) => /\?\s*$/.test(sentence) && (!isLast || ASKS.test(sentence));

const keepsDistance = (sentence: string, claim: string) =>
  Array.from(sentence.matchAll(DISTANCE), ([words]) => words).some((words) => !claim.includes(words));

/** By the proper names: the words of a question, and those of the names in it; remembered, as a class answers the same questions. */
const topics = perObject((known: ReadonlySet<string>) =>
  recently((asked): ReadonlySet<string> => {
    const words = wordsOf(asked).map(({ start, end }) => asked.slice(start, end));
    return new Set([asked, ...words].flatMap((part) => tokensOf(part, known).map(({ key }) => key)));
  }),
);

function statedIn(sentence: Sentence, claim: readonly Token[], topic: ReadonlySet<string>): Span | null {
  const { tokens } = sentence;
  if (negations(tokens) !== negations(claim)) return null;
  const whole = find(tokens, claim);
  if (whole !== null && isSubject(sentence, whole, claim) && endsThere(sentence, whole + claim.length)) {
    return { start: tokens[whole]!.start, end: tokens[whole + claim.length - 1]!.end };
  }
  const subject = claim.findIndex(({ key }) => !topic.has(key));
  const said = claim.slice(subject);
  const at = subject > 0 && said.length > 1 ? find(tokens, said) : null;
  if (at === null || !endsThere(sentence, at + said.length)) return null;
  const isLead = tokens.slice(0, at).every(({ key }) => topic.has(key) || LINKS.has(key));
  return isLead && speaksOf(sentence, new Set([...topic, ...claim.map(({ key }) => key)]))
    ? { start: 0, end: tokens[at + said.length - 1]!.end }
    : null;
}

/** Whether a sentence that names no subject speaks of these, and of nothing else that it or the one before it names. */
function speaksOf({ tokens, before }: Sentence, names: ReadonlySet<string>): boolean {
  if (before && (negations(before.tokens) > 0 || keepsDistance(before.text, ''))) return false;
  return [...tokens, ...(before?.tokens ?? [])].every(({ kind, key }) => kind !== 'name' || names.has(key));
}

const negations = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === 'not').length;

/** Where the claim's words stand in a row; null where they don't. */
function find(tokens: readonly Token[], claim: readonly Token[]): number | null {
  for (let at = 0; at + claim.length <= tokens.length; at++) {
    if (claim.every(({ key }, index) => tokens[at + index]!.key === key)) return at;
  }
  return null;
}

/** Whether the claim's first word is what the sentence speaks of: neither an attribute of something else nor a mere condition. */
function isSubject({ text, tokens }: Sentence, at: number, claim: readonly Token[]): boolean {
  const before = tokens[at - 1];
  const lead = text.slice(0, tokens[at]!.start);
  if (PREPOSITION.test(lead) || (before && /^[\s-]*$/.test(lead.slice(before.end)))) return false;
  return claim.some(({ kind }) => kind === 'when') || !tokens.slice(0, at).some(({ kind }) => kind === 'when');
}

/** Whether the last word is not part of a longer name: "a connection" and not "a connection handler". */
function endsThere({ text, tokens }: Sentence, end: number): boolean {
  const next = tokens[end];
  return (
    !next || next.kind === 'when' || next.key === 'be' || !/^[\s-]*$/.test(text.slice(tokens[end - 1]!.end, next.start))
  );
}
