import { createSnapshot, type Settings, type Snapshot } from '../../server/src/features/snapshot.ts';
import type { Knowledge } from '../../server/src/knowledge/model.ts';
import { parseMarkdown } from '../../server/src/markdown/document.ts';
import { readWorksheet } from '../../server/src/worksheet/read-worksheet.ts';
import { noKnowledge } from './knowledge.ts';

export const uri = 'file:///course/reading-3.md';
export const version = 7;

/** A document as features see it; its role is what its looks and front matter say. */
export function snapshotOf(
  text: string,
  knowledge: Knowledge = noKnowledge,
  settings: Settings = { assistance: 'answers' },
): Snapshot {
  const document = parseMarkdown(text);
  const knows = (asked: string) => {
    const match = knowledge.match({ text: asked, section: [], kind: 'open' });
    return match && { kind: match.question.kind, verbatim: match.score >= 0.9 };
  };
  const worksheet = readWorksheet(document, { knows, declared: null });
  return createSnapshot(uri, version, document, worksheet, knowledge, settings);
}
