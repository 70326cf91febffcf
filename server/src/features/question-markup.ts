import type { Question } from '../worksheet/model.ts';
import { sourceLinks } from './markup.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * How a question is understood: the key question it was recognised as, the hint, and its sources; null where no key knows it or
 * assistance is off. Sources lead to the answer, so they come with answers only.
 */
export function questionMarkup(snapshot: Snapshot, question: Question): string | null {
  if (snapshot.assistance === 'off') return null;
  const key = snapshot.match(question)?.question;
  if (!key || key.uri === snapshot.uri) return null;
  return [
    `**${key.text}** · ${key.key}`,
    key.hint ? `Hint: ${key.hint}` : '',
    snapshot.assistance === 'answers' ? sourceLinks(key.sources) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}
