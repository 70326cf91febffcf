import { perObject } from '../text/per-object.ts';
import type { Question } from '../worksheet/model.ts';
import { type QuestionAt, type QuestionGroup, questionGroups } from '../worksheet/placed-question.ts';
import { type GroupFinding, PlacedFinding, relativeFinding } from './placed-finding.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

/**
 * What the rules report about a document, in its order. What depends on some questions only is kept with them: a keystroke
 * costs no more than the rules about the document as a whole, and the questions it changed.
 */
export function checkDocument(context: RuleContext, rules: readonly Rule[]): readonly Finding[] {
  const known = checked.get(context);
  if (known && known.rules === rules) return known.findings;
  let findings = inQuestions(context, rules);
  const ofWhole = rules.flatMap((rule) => rule.check?.(context) ?? []);
  if (ofWhole.length > 0) findings = [...ofWhole, ...findings].sort(byPlace);
  checked.set(context, { rules, findings });
  return findings;
}

const checked = new WeakMap<RuleContext, { readonly rules: readonly Rule[]; readonly findings: readonly Finding[] }>();

const byPlace = (a: Finding, b: Finding) => a.span.start - b.span.start || a.span.end - b.span.end;

/** What was found, for rules and a scope that do not change. */
interface Kept {
  readonly ofQuestions: WeakMap<Question, readonly Finding[]>;
  readonly ofGroups: WeakMap<readonly QuestionAt[], readonly GroupFinding[]>;
}

const keptFor = perObject((_: readonly Rule[]) =>
  perObject((_scope: object): Kept => ({ ofQuestions: new WeakMap(), ofGroups: new WeakMap() })),
);

/** Findings about some questions, where they stand. */
const placed = new WeakMap<
  QuestionGroup,
  { readonly of: readonly GroupFinding[]; readonly findings: readonly Finding[] }
>();

function inQuestions(context: RuleContext, rules: readonly Rule[]): readonly Finding[] {
  const { ofQuestions, ofGroups } = keptFor(rules)(context.scope);
  const findings: Finding[] = [];
  for (const group of questionGroups(context.worksheet)) {
    let of = ofGroups.get(group.questions);
    if (!of) {
      of = checkGroup(context, rules, group, ofQuestions);
      ofGroups.set(group.questions, of);
    }
    if (of.length === 0) continue;
    let there = placed.get(group);
    if (there?.of !== of) {
      there = { of, findings: of.map((each) => new PlacedFinding(each, group)) };
      placed.set(group, there);
    }
    for (const finding of there.findings) findings.push(finding);
  }
  return findings;
}

function checkGroup(
  context: RuleContext,
  rules: readonly Rule[],
  group: QuestionGroup,
  ofQuestions: Kept['ofQuestions'],
): readonly GroupFinding[] {
  const of = group.placed.flatMap((question, index): GroupFinding[] => {
    const { relative, line } = question;
    const { start } = question.span;
    let alone = ofQuestions.get(relative);
    if (!alone) {
      const found = rules.flatMap((rule) => rule.checkQuestion?.(context, question) ?? []);
      alone = found.map((finding) => relativeFinding(finding, start));
      ofQuestions.set(relative, alone);
    }
    const previous = group.questions[index]!.followsOn ? group.placed[index - 1] : undefined;
    const beside = previous ? rules.flatMap((rule) => rule.checkNeighbors?.(context, previous, question) ?? []) : [];
    const found = [...beside.map((finding) => relativeFinding(finding, start)), ...alone];
    return found.map((finding) => ({ finding, index, start: start - group.offset, line: line - group.line }));
  });
  const startOf = ({ start, finding }: GroupFinding) => start + finding.span.start;
  const endOf = ({ start, finding }: GroupFinding) => start + finding.span.end;
  return of.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
}
