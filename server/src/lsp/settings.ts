import { RULE_IDS, RULE_LEVELS, type RuleLevel, type RuleLevels } from '../features/rules-in-force.ts';
import type { Settings } from '../features/snapshot.ts';
import { isMisspelling } from '../knowledge/misspelling.ts';
import { rules } from '../rules/rules.ts';

/** One setting as JSON Schema, in the form VS Code's manifest wants it. */
type SettingSchema = { readonly markdownDescription: string; readonly scope?: 'resource' | 'window' } & (
  | {
      readonly type: 'string';
      readonly enum: readonly string[];
      readonly markdownEnumDescriptions: readonly string[];
      readonly default: string;
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' }; readonly default: readonly string[] }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, LevelSchema>>;
      readonly additionalProperties: false;
      readonly default: RuleLevels;
    }
);

/** How serious a rule is taken to be, as JSON Schema. */
interface LevelSchema {
  readonly type: 'string';
  readonly enum: readonly RuleLevel[];
  readonly default: RuleLevel;
  readonly markdownDescription: string;
}

const levelSchemas = Object.fromEntries<LevelSchema>(
  rules.map(({ id, severity, summary }) => [
    id,
    { type: 'string', enum: RULE_LEVELS, default: severity, markdownDescription: summary },
  ]),
);

/**
 * The settings the server reads, by their name below `worksheets.`; the one place that knows their defaults. The
 * manifest repeats them for VS Code: `npm run docs` writes them there, and a test holds the two together.
 */
export const SETTINGS_SCHEMA = {
  assistance: {
    type: 'string',
    enum: ['answers', 'hints', 'off'],
    markdownEnumDescriptions: [
      'Answers, key points and hints are offered.',
      'Only hints are offered: what is missing is described, never given away.',
      'No help with answers; unanswered questions and terms are still shown.',
    ],
    default: 'answers',
    markdownDescription:
      "How much help with answers is offered. A worksheet's front matter can ask for less, never for more.",
  },
  check: {
    type: 'string',
    enum: ['type', 'pause', 'save'],
    markdownEnumDescriptions: [
      'At once.',
      'When the answer is left or saved, or after some seconds without typing. What is mended goes at once.',
      'When the file is saved. What is mended goes at once.',
    ],
    default: 'pause',
    markdownDescription: 'When findings on the answer that is being written are shown.',
  },
  codeLens: {
    type: 'boolean',
    default: true,
    markdownDescription:
      'Shows what help there is above each open question: its answer, a hint and the key, as far as they are allowed.',
  },
  files: {
    type: 'array',
    items: { type: 'string' },
    default: [],
    markdownDescription:
      'Which Markdown files are worksheets, as glob patterns relative to the workspace folder; a pattern that starts with `!` names files that are none. The last pattern that fits decides. What no pattern fits is judged by its looks.',
  },
  knowledge: {
    type: 'array',
    items: { type: 'string' },
    default: [],
    markdownDescription:
      'More files and folders with glossaries and answer keys: absolute paths, paths relative to the workspace folder, or URIs. Those inside the workspace are found without this, unless a `.gitignore` file excludes them.',
  },
  rules: {
    type: 'object',
    properties: levelSchemas,
    additionalProperties: false,
    default: {},
    markdownDescription:
      "How serious the findings of rules are, by the rules' ids: `error`, `warning`, `information` or `hint`; `off` for a rule that is not to be checked at all. A rule that is not named here is as serious as its page says.",
  },
} as const satisfies Record<string, SettingSchema>;

/** When findings on the answer that is being written are shown. */
export type Check = (typeof SETTINGS_SCHEMA)['check']['enum'][number];

/** What a user set, complete and checked. */
export interface UserSettings extends Settings {
  readonly check: Check;
  readonly codeLens: boolean;
  /** Paths, absolute or relative to a workspace folder. */
  readonly knowledge: readonly string[];
  /** Globs; a leading `!` names files that are no worksheets. */
  readonly files: readonly string[];
  readonly rules: RuleLevels;
}

/** What holds where a user sets nothing. */
export const DEFAULT_SETTINGS: UserSettings = {
  assistance: SETTINGS_SCHEMA.assistance.default,
  check: SETTINGS_SCHEMA.check.default,
  codeLens: SETTINGS_SCHEMA.codeLens.default,
  files: SETTINGS_SCHEMA.files.default,
  knowledge: SETTINGS_SCHEMA.knowledge.default,
  rules: SETTINGS_SCHEMA.rules.default,
};

/**
 * Reads the settings below `worksheets.` as an editor sends them. What is missing or not understood is as if it was not
 * set; the latter is also reported, one sentence each.
 */
export function readSettings(value: unknown): { settings: UserSettings; problems: readonly string[] } {
  const given: Record<string, unknown> = isObject(value) ? { ...value } : {};
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries<SettingSchema>(SETTINGS_SCHEMA)) {
    const set = given[name] ?? schema.default;
    if (schema.type === 'object' && isObject(set)) {
      const { levels, problems: found } = readRuleLevels(set);
      settings[name] = levels;
      problems.push(...found);
      continue;
    }
    const valid = isValid(set, schema);
    if (!valid) problems.push(`Unexpected worksheets.${name} ${JSON.stringify(set)}, expected ${expectation(schema)}.`);
    settings[name] = valid ? set : schema.default;
  }
  return { settings: settings as unknown as UserSettings, problems };
}

/**
 * Reads levels by rule id. What is not understood is left out and reported, one sentence each.
 *
 * @param value entries of whatever names and values
 */
export function readRuleLevels(value: Readonly<Record<string, unknown>>): {
  levels: RuleLevels;
  problems: readonly string[];
} {
  const levels: Record<string, RuleLevel> = {};
  const problems: string[] = [];
  for (const [id, given] of Object.entries(value)) {
    const level = RULE_LEVELS.find((known) => known === given);
    if (!RULE_IDS.has(id)) problems.push(`There is no rule "${id}"${likely(id)}.`);
    else if (level) levels[id] = level;
    else
      problems.push(`Unexpected level ${JSON.stringify(given)} of the rule "${id}", expected ${quoted(RULE_LEVELS)}.`);
  }
  return { levels, problems };
}

function likely(id: string): string {
  const meant = rules.find((rule) => isMisspelling(id, rule.id));
  return meant ? `, but one "${meant.id}"` : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValid(value: unknown, schema: SettingSchema): boolean {
  if (schema.type === 'string') return typeof value === 'string' && schema.enum.includes(value);
  if (schema.type === 'object') return isObject(value);
  if (schema.type === 'boolean') return typeof value === 'boolean';
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function expectation(schema: SettingSchema): string {
  if (schema.type === 'string') return quoted(schema.enum);
  if (schema.type === 'boolean') return 'true or false';
  return schema.type === 'object' ? 'rule ids with a level each' : 'a list of paths';
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
