import { intersects, shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { PlacedQuestion } from '../worksheet/parts.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

/**
 * What the rules report about a document, in its order. What depends on one question or one block only is kept with it: a
 * keystroke costs no more than the rules about the document as a whole, and the question and the block it changed.
 */
export function checkDocument(context: RuleContext, rules: readonly Rule[]): readonly Finding[] {
  const known = checked.get(context);
  if (known && known.rules === rules) return known.findings;
  const findings = [
    ...rules.flatMap((rule) => rule.check?.(context) ?? []),
    ...inQuestions(context, rules),
    ...inBlocks(context, rules),
  ]
    // That a key's question has no answer its author is told by a rule for authors.
    .filter(({ rule }) => rule !== 'unanswered' || context.worksheet.role !== 'key')
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  checked.set(context, { rules, findings });
  return findings;
}

const checked = new WeakMap<RuleContext, { readonly rules: readonly Rule[]; readonly findings: readonly Finding[] }>();

/** Findings by what they are about: a question or a block that does not change, for a scope that does not change. */
type Kept = WeakMap<readonly Rule[], WeakMap<object, WeakMap<object, readonly Finding[]>>>;

const ofQuestions: Kept = new WeakMap();
const ofBlocks: Kept = new WeakMap();

function keptFor(kept: Kept, rules: readonly Rule[], scope: object): WeakMap<object, readonly Finding[]> {
  const byScope = kept.get(rules) ?? new WeakMap<object, WeakMap<object, readonly Finding[]>>();
  kept.set(rules, byScope);
  const byPlace = byScope.get(scope) ?? new WeakMap<object, readonly Finding[]>();
  byScope.set(scope, byPlace);
  return byPlace;
}

const none: readonly Finding[] = [];

function inQuestions(context: RuleContext, rules: readonly Rule[]): Finding[] {
  const asking = rules.filter(({ checkQuestion }) => checkQuestion);
  const kept = keptFor(ofQuestions, rules, context.scope);
  const findings: Finding[] = [];
  for (const question of asking.length > 0 ? context.worksheet.questions : []) {
    const key = question instanceof PlacedQuestion ? question.relative : question;
    let found = kept.get(key);
    if (!found) {
      found = check(asking, context, question);
      kept.set(key, found);
    }
    if (found.length === 0) continue;
    const { start } = question.span;
    for (const finding of found) findings.push({ ...finding, span: shift(finding.span, start), question });
  }
  return findings;
}

/** What rules say about a question; spans are relative to its own. */
function check(rules: readonly Rule[], context: RuleContext, question: Question): readonly Finding[] {
  const found = rules.flatMap((rule) => rule.checkQuestion!(context, question));
  if (found.length === 0) return none;
  const { start } = question.span;
  return found.map((finding) => ({ ...finding, span: shift(finding.span, -start) }));
}

function inBlocks(context: RuleContext, rules: readonly Rule[]): Finding[] {
  const reading = rules.filter(({ checkBlock }) => checkBlock);
  const { document, worksheet } = context;
  if (reading.length === 0 || worksheet.role !== 'worksheet') return [];
  const kept = keptFor(ofBlocks, rules, context.scope);
  const findings: Finding[] = [];
  document.parts.forEach((block, index) => {
    let found = kept.get(block);
    if (!found) {
      found = reading.flatMap((rule) => rule.checkBlock!(context, block));
      kept.set(block, found.length > 0 ? found : none);
    }
    if (found.length === 0) return;
    const start = document.partStart(index);
    for (const finding of found) findings.push({ ...finding, span: shift(finding.span, start) });
  });
  return outsideQuestions(findings, worksheet.questions);
}

/** @param findings in the order of the document, like the questions */
function outsideQuestions(findings: Finding[], questions: readonly Question[]): Finding[] {
  let at = 0;
  return findings.filter(({ span }) => {
    while (at < questions.length && questions[at]!.span.end <= span.start) at++;
    return at === questions.length || !intersects(questions[at]!.span, span);
  });
}
