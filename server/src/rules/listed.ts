import { type Listing, listingIn } from '../knowledge/listing.ts';
import { type AnswerText, answerText } from '../worksheet/answer-text.ts';
import type { Question } from '../worksheet/model.ts';
import type { RuleContext } from './rule.ts';

/** The list that an answer gives. */
type Listed = AnswerText & { listing: Listing };

/** The last question that was looked at: several rules ask about each, one after the other. */
let last: {
  readonly question: Question;
  readonly scope: object;
  readonly listed: Listed | null;
};

/** The list that an answer gives; null where it gives none, or the worksheet's owner wants no help. */
export function listedIn(context: RuleContext, question: Question): Listed | null {
  const { scope } = context;
  if (last?.question !== question || last.scope !== scope) {
    last = { question, scope, listed: findList(context, question) };
  }
  return last.listed;
}

function findList(context: RuleContext, question: Question): Listed | null {
  const { answer, kind, status } = question;
  if (context.assistance === 'off' || kind === 'fill-in' || status !== 'answered' || !answer) return null;
  const key = context.match(question)?.question ?? null;
  if (context.worksheet.role === 'key' && key?.uri === context.uri) return null;
  const said = answerText(context.document.text, answer);
  const listing = listingIn(said.text, context.knowledge, key);
  return listing && { ...said, listing };
}

/** An item's name in lower case, unless it is an abbreviation or a name such as `Socket.IO`. */
export const inSentence = (name: string): string =>
  name.replace(/(?<!\p{L})\p{Lu}\p{Ll}+(?![\p{L}.])/gu, (word) => word.toLowerCase());
