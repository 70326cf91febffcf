import { createKnowledge } from '../knowledge/knowledge.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { keysNamed } from '../knowledge/named-keys.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import { perObject } from '../text/per-object.ts';
import { recently } from '../text/recently.ts';
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
  const named = worksheet.frontMatter.key === null ? knowledge : onlyKeysOf(knowledge)(worksheet.frontMatter.key);
  const ruleLevels = settings.rules ?? {};
  const assistance = strictest(
    settings.assistance,
    worksheet.frontMatter.assistance,
    ...named.keys.map((key) => key.assistance ?? null),
  );
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
    // What a key says itself is no news for it.
    scope: scopesOf(named)(`${assistance} ${worksheet.role === 'key' ? uri : worksheet.role}`),
    keys: named.keys,
    match: perObject((question: Question) => named.match(question)),
  };
}

/** By the knowledge and whatever else a scope depends on. */
const scopesOf = perObject((_: Knowledge) => recently(() => ({})));

/** The knowledge with no other key than the one a worksheet names, by its file's name or path, or by its title. */
const onlyKeysOf = perObject(({ glossaries, keys }: Knowledge) =>
  recently((name) => createKnowledge(glossaries, keysNamed(keys, name))),
);
