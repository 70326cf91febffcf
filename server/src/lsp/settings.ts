import type { Settings } from '../features/snapshot.ts';

/** One setting as JSON Schema, in the form VS Code's manifest wants it. */
type SettingSchema = { readonly markdownDescription: string; readonly scope?: 'resource' | 'window' } & (
  | {
      readonly type: 'string';
      readonly enum: readonly string[];
      readonly markdownEnumDescriptions: readonly string[];
      readonly default: string;
    }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' }; readonly default: readonly string[] }
);

/**
 * The settings the server reads, by their name below `worksheets.`; the one place that knows their defaults. The
 * manifest repeats them for VS Code, and a test holds the two together.
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
      'More files and folders with glossaries and answer keys: absolute paths, or paths relative to the workspace folder. Those inside the workspace are found without this, unless a `.gitignore` file excludes them.',
  },
} as const satisfies Record<string, SettingSchema>;

/** What a user set, complete and checked. */
export interface UserSettings extends Settings {
  /** Paths, absolute or relative to a workspace folder. */
  readonly knowledge: readonly string[];
  /** Globs; a leading `!` names files that are no worksheets. */
  readonly files: readonly string[];
}

/** What holds where a user sets nothing. */
export const DEFAULT_SETTINGS: UserSettings = {
  assistance: SETTINGS_SCHEMA.assistance.default,
  files: SETTINGS_SCHEMA.files.default,
  knowledge: SETTINGS_SCHEMA.knowledge.default,
};

/**
 * Reads the settings below `worksheets.` as an editor sends them. What is missing or not understood is as if it was not
 * set; the latter is also reported, one sentence each.
 */
export function readSettings(value: unknown): { settings: UserSettings; problems: readonly string[] } {
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries<SettingSchema>(SETTINGS_SCHEMA)) {
    const set = given[name] ?? schema.default;
    const valid = isValid(set, schema);
    if (!valid) problems.push(`Unexpected worksheets.${name} ${JSON.stringify(set)}, expected ${expectation(schema)}.`);
    settings[name] = valid ? set : schema.default;
  }
  return { settings: settings as unknown as UserSettings, problems };
}

function isValid(value: unknown, schema: SettingSchema): boolean {
  if (schema.type === 'string') return typeof value === 'string' && schema.enum.includes(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function expectation(schema: SettingSchema): string {
  if (schema.type === 'string') return schema.enum.map((name) => `"${name}"`).join(', ');
  return 'a list of paths';
}
