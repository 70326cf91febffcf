import { knowledgeProblems } from '../knowledge/problems.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

const cache = new WeakMap<RuleContext, readonly Finding[]>();

/** A rule for the authors of glossaries and keys: it reports the problems of its name that reading the file brought up. */
export function authorRule(rule: Pick<Rule, 'id' | 'summary' | 'explanation' | 'examples'>): Rule {
  return {
    ...rule,
    severity: 'warning',
    check: (context) => problems(context).filter((finding) => finding.rule === rule.id),
  };
}

function problems(context: RuleContext): readonly Finding[] {
  const { role } = context.worksheet;
  if (role !== 'glossary' && role !== 'key') return [];
  let found = cache.get(context);
  if (!found) {
    found = knowledgeProblems(context.knowledge, context.uri).map(({ rule, span, message }) => ({
      rule,
      severity: 'warning' as const,
      span,
      message,
      question: null,
    }));
    cache.set(context, found);
  }
  return found;
}
