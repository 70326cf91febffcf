import { checkDocument } from '../../server/src/rules/check.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { noKnowledge } from './knowledge.ts';
import { snapshotOf } from './snapshot.ts';

/** What one rule reports about a worksheet's body: the text it is about, and the message. */
export function reported(id: string, body: string, knowledge = noKnowledge): [text: string, message: string][] {
  const text = asWorksheet(body);
  return checkDocument(snapshotOf(text, knowledge), [ruleOf(id)]).map(({ span, message }) => [
    text.slice(span.start, span.end),
    message,
  ]);
}

/** The fixes of the first finding of a rule: titles and what the body is after each. */
export function mended(id: string, body: string, knowledge = noKnowledge): [title: string, body: string][] {
  const text = asWorksheet(body);
  const context = snapshotOf(text, knowledge);
  const [finding] = checkDocument(context, [ruleOf(id)]);
  return (ruleOf(id).fix?.(context, finding!) ?? []).map(({ title, edits }) => [
    title,
    applyEdits(text, edits).slice(body.startsWith('---') ? 0 : frontMatter.length),
  ]);
}

const frontMatter = '---\nworksheets: worksheet\n---\n';

const asWorksheet = (body: string) => (body.startsWith('---') ? body : frontMatter + body);

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;
