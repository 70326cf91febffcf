import { t } from '@vscode/l10n';
import { ideaInClause } from '../knowledge/idea.ts';
import type { KeyPoint, KeyQuestion } from '../knowledge/model.ts';
import type { Question } from '../worksheet/model.ts';
import { sourceLinks } from './markup.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * How a question is understood: the key question it was recognised as; for an answered one, how many of the key points are in
 * the answer; a hint for one that is not complete. null where no key knows it or assistance is off. What is missing, and the
 * sources, which lead to the answer, come with answers only.
 */
export function questionMarkup(snapshot: Snapshot, question: Question): string | null {
  if (snapshot.assistance === 'off') return null;
  const key = snapshot.match(question)?.question;
  if (!key || (key.uri === snapshot.uri && snapshot.worksheet.role === 'key')) return null;
  const answers = snapshot.assistance === 'answers';
  const points = question.status === 'answered' ? pointsOf(snapshot, question, key) : [];
  const missing = points.filter(({ mentioned }) => !mentioned);
  const ideas = new Set(missing.map(({ text }) => ideaInClause(text, key.answer)));
  const complete = points.length > 0 && missing.length === 0;
  return [
    `**${key.text}** · ${key.key}`,
    ...progress(points),
    answers && ideas.size > 0 ? t('Not mentioned yet: {0}', [...ideas].join('; ')) : '',
    key.hint && !complete ? t('Hint: {0}', key.hint) : '',
    answers ? sourceLinks(key.sources) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The key points of the key question that a question was recognised as, for its answer; empty where there is none, and for a fill-in. */
export function pointsOf({ knowledge }: Snapshot, { answer }: Question, key: KeyQuestion): readonly KeyPoint[] {
  return key.kind === 'open' && answer ? knowledge.keyPoints(key, answer.text) : [];
}

function progress(points: readonly KeyPoint[]): string[] {
  if (points.length === 0) return [];
  const there = points.filter(({ mentioned }) => mentioned).map(({ text }) => text);
  const counted = t('{0} of {1} key points', there.length, points.length);
  return [there.length ? `${counted}: ${there.join(', ')}` : counted];
}
