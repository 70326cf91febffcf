import { createKnowledge } from '../knowledge/knowledge.ts';
import type { Knowledge, QuestionMatch } from '../knowledge/model.ts';
import { keysNamed } from '../knowledge/named-keys.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { Assistance, Question, Worksheet } from '../worksheet/model.ts';
import { RULE_IDS, type RuleLevels, rulesInForce } from './rules-in-force.ts';

/** What a user may set; see `worksheets.*` in package.json. */
export interface Settings {
  readonly assistance: Assistance;
  /** How serious the findings of rules are, where it is not as the rules say. */
  readonly rules?: RuleLevels;
  /** Whether code lenses are shown above open questions; they are where this is left out. */
  readonly codeLens?: boolean;
  /** URI of the folder with the rules' pages, with a final slash; null where they cannot be opened. */
  readonly ruleDocs?: string | null;
  /** Whether the user's settings name a file as a worksheet (true) or as none (false); null where they don't say. */
  isDeclared?(uri: string): boolean | null;
}

/** Everything a feature may look at: one version of one document. Immutable. */
export interface Snapshot extends RuleContext {
  readonly version: number;
  readonly ruleDocs: string | null;
  /** The rules to be checked: the same list for as long as they are the same. */
  readonly rules: readonly Rule[];
  readonly ruleLevels: RuleLevels;
}

const strictness: readonly Assistance[] = ['answers', 'hints', 'off'];

/** The least help that any of these allows. */
export function strictest(...given: readonly (Assistance | null)[]): Assistance {
  return strictness[Math.max(0, ...given.map((assistance) => (assistance ? strictness.indexOf(assistance) : 0)))]!;
}

/** Puts a snapshot together. Matches are looked up once for each question and remembered. */
export function createSnapshot(
  uri: string,
  version: number,
  document: MarkdownDocument,
  worksheet: Worksheet,
  knowledge: Knowledge,
  settings: Settings,
): Snapshot {
  const matches = new Map<Question, QuestionMatch | null>();
  const named = worksheet.frontMatter.key === null ? knowledge : onlyKey(knowledge, worksheet.frontMatter.key);
  const ruleLevels = settings.rules ?? {};
  const assistance = strictest(
    settings.assistance,
    worksheet.frontMatter.assistance,
    ...named.keys.map((key) => key.assistance ?? null),
  );
  const match = (question: Question): QuestionMatch | null => {
    let found = matches.get(question);
    if (found === undefined) {
      found = named.match(question);
      matches.set(question, found);
    }
    return found;
  };
  return {
    uri,
    version,
    document,
    worksheet,
    knowledge,
    assistance,
    ruleDocs: settings.ruleDocs ?? null,
    rules: rulesInForce(
      ruleLevels,
      worksheet.frontMatter.disable.map(({ id }) => id),
    ),
    ruleIds: RULE_IDS,
    ruleLevels,
    scope: scopeOf(named, `${assistance} ${worksheet.role}`),
    keys: named.keys,
    match,
  };
}

const scopes = new WeakMap<Knowledge, Map<string, object>>();

function scopeOf(knowledge: Knowledge, name: string): object {
  const known = scopes.get(knowledge) ?? new Map<string, object>();
  scopes.set(knowledge, known);
  const scope = known.get(name) ?? {};
  known.set(name, scope);
  return scope;
}

const restricted = new WeakMap<Knowledge, Map<string, Knowledge>>();

/** The knowledge with no other key than the one a worksheet names, by its file's name or path, or by its title. */
function onlyKey(knowledge: Knowledge, name: string): Knowledge {
  const known = restricted.get(knowledge) ?? new Map<string, Knowledge>();
  restricted.set(knowledge, known);
  let only = known.get(name);
  if (!only) {
    only = createKnowledge(knowledge.glossaries, keysNamed(knowledge.keys, name));
    known.set(name, only);
  }
  return only;
}
