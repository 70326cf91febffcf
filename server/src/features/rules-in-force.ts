import type { Rule, Severity } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';

/** How serious the findings of a rule are taken to be; `off`: it is not checked at all. */
export type RuleLevel = Severity | 'off';

/** All levels, the most serious first. */
export const RULE_LEVELS: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The levels that a user has chosen, by rule id. A rule that is not named is as serious as it says itself. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** The ids of all rules. */
export const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** By the ids of the rules that are left out: what was found is kept by the list of rules, so that the same rules have to be the same list. */
const lists = new Map<string, readonly Rule[]>();

/**
 * The rules to be checked; the same list whenever they are the same.
 *
 * @param disabled ids of rules that a document turns off
 */
export function rulesInForce(levels: RuleLevels, disabled: readonly string[] = []): readonly Rule[] {
  const isOff = ({ id }: Rule) => levels[id] === 'off' || disabled.includes(id);
  const key = rules
    .filter(isOff)
    .map(({ id }) => id)
    .join();
  let list = lists.get(key);
  if (!list) {
    list = rules.filter((rule) => !isOff(rule));
    lists.set(key, list);
  }
  return list;
}
