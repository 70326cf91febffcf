import { createSnapshot, type Settings, type Snapshot } from '../../server/src/features/snapshot.ts';
import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import { knowsBy } from '../../server/src/knowledge/knows-by.ts';
import type { Knowledge } from '../../server/src/knowledge/model.ts';
import { parseGlossary } from '../../server/src/knowledge/parse-glossary.ts';
import { parseAnswerKey } from '../../server/src/knowledge/parse-key.ts';
import { type MarkdownDocument, parseMarkdown } from '../../server/src/markdown/document.ts';
import type { KnowsQuestion } from '../../server/src/worksheet/known-question.ts';
import type { DocumentRole } from '../../server/src/worksheet/model.ts';
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
  const worksheet = readWorksheet(document, { knows: knowing(knowledge), declared: null });
  const inForce = withOwn(document, worksheet.role, knowledge);
  return createSnapshot(uri, version, document, worksheet, inForce, settings);
}

const known = new WeakMap<Knowledge, KnowsQuestion>();

function knowing(knowledge: Knowledge): KnowsQuestion {
  const knows = known.get(knowledge) ?? knowsBy(knowledge);
  known.set(knowledge, knows);
  return knows;
}

/** The knowledge in force while a document is open: a glossary or key is part of it. */
export function withOwn(document: MarkdownDocument, role: DocumentRole, knowledge: Knowledge): Knowledge {
  const { glossaries, keys } = knowledge;
  if (role === 'glossary') return createKnowledge([...glossaries, parseGlossary(uri, document)], keys);
  if (role === 'key') return createKnowledge(glossaries, [...keys, parseAnswerKey(uri, document)]);
  return knowledge;
}
