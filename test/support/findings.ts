import { checkDocument } from '../../server/src/rules/check.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { noKnowledge } from './knowledge.ts';
import { snapshotOf } from './snapshot.ts';

/** What one rule reports about a worksheet's body: the text it is about, and the message. */
export function reported(id: string, body: string, knowledge = noKnowledge): [text: string, message: string][] {
  const text = asWorksheet(body);
  return findingsOf(id, text, knowledge).map(({ span, message }) => [text.slice(span.start, span.end), message]);
}

/** The fixes of the first finding of a rule: titles and what the body is after each. */
export function mended(id: string, body: string, knowledge = noKnowledge): [title: string, body: string][] {
  const text = asWorksheet(body);
  const [finding] = findingsOf(id, text, knowledge);
  return fixesOf(finding!, text, knowledge).map(({ title, edits }) => [
    title,
    applyEdits(text, edits).slice(frontMatter.length),
  ]);
}

const frontMatter = '---\nworksheets: worksheet\n---\n';

const asWorksheet = (body: string) => (body.startsWith('---') ? body : frontMatter + body);

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;

const findingsOf = (id: string, text: string, knowledge: typeof noKnowledge): readonly Finding[] =>
  checkDocument(snapshotOf(text, knowledge), [ruleOf(id)]);

const fixesOf = (finding: Finding, text: string, knowledge: typeof noKnowledge): Fix[] =>
  ruleOf(finding.rule).fix?.(snapshotOf(text, knowledge), finding) ?? [];
