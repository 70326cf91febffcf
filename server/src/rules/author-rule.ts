import { knowledgeProblems } from '../knowledge/problems.ts';
import { perObject } from '../text/per-object.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

/** A rule for the authors of glossaries and keys: it reports the problems of its name that reading the file brought up. */
export function authorRule(rule: Pick<Rule, 'id' | 'summary' | 'explanation' | 'examples'>): Rule {
  return {
    ...rule,
    severity: 'warning',
    check: (context) => problems(context).filter((finding) => finding.rule === rule.id),
  };
}

/** Those of all such rules. */
const problems = perObject(({ worksheet: { role }, knowledge, uri }: RuleContext): readonly Finding[] => {
  if (role !== 'glossary' && role !== 'key') return [];
  return knowledgeProblems(knowledge, uri).map(({ rule, span, message }) => ({
    rule,
    severity: 'warning',
    span,
    message,
    question: null,
  }));
});
