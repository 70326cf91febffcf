import { intersects, shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { PlacedQuestion, questionGroups } from '../worksheet/placed-question.ts';
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

/** What rules say about a group of questions. */
interface OfGroup {
  readonly kept: WeakMap<object, readonly Finding[]>;
  readonly findings: readonly { readonly index: number; readonly finding: Finding }[];
}

const ofGroups = new WeakMap<object, OfGroup>();
const placedFindings = new WeakMap<
  readonly Question[],
  { readonly of: OfGroup; readonly findings: readonly Finding[] }
>();

function inQuestions(context: RuleContext, rules: readonly Rule[]): Finding[] {
  const asking = rules.filter(({ checkQuestion }) => checkQuestion);
  if (asking.length === 0) return [];
  const kept = keptFor(ofQuestions, rules, context.scope);
  const { questions: all } = context.worksheet;
  const groups = questionGroups(context.worksheet) ?? [{ questions: all, placed: all }];
  const findings: Finding[] = [];
  for (const { questions, placed } of groups) {
    let group = ofGroups.get(questions);
    if (group?.kept !== kept) {
      group = { kept, findings: placed.flatMap((question, index) => checkOne(question, index, asking, context, kept)) };
      ofGroups.set(questions, group);
    }
    if (group.findings.length === 0) continue;
    let there = placedFindings.get(placed);
    if (there?.of !== group) {
      there = { of: group, findings: group.findings.map(({ index, finding }) => placedAt(placed[index]!, finding)) };
      placedFindings.set(placed, there);
    }
    findings.push(...there.findings);
  }
  return findings;
}

function placedAt(question: Question, finding: Finding): Finding {
  return { ...finding, span: shift(finding.span, question.span.start), question, origin: finding };
}

function checkOne(
  question: Question,
  index: number,
  rules: readonly Rule[],
  context: RuleContext,
  kept: WeakMap<object, readonly Finding[]>,
): OfGroup['findings'] {
  const key = question instanceof PlacedQuestion ? question.relative : question;
  let found = kept.get(key);
  if (!found) {
    found = check(rules, context, question);
    kept.set(key, found);
  }
  return found.map((finding) => ({ index, finding }));
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
    for (const finding of found) findings.push({ ...finding, span: shift(finding.span, start), origin: finding });
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
