import type { RuleLevels } from '../features/rules-in-force.ts';
import { readRuleLevels } from '../lsp/settings.ts';
import { InputError } from './command.ts';

/** Options that mean the same wherever they are. */
export const KEY = {
  value: 'PATH',
  multiple: true,
  help: 'An answer key or glossary to use besides the built-in ones, or a folder of them',
} as const;
export const OUTPUT = { value: 'FILE', help: 'Write to FILE, once all is done, and not to standard output' } as const;
export const ASSISTANCE = {
  value: ['answers', 'hints', 'off'],
  help: 'How much findings may give away, where the worksheet itself does not allow less; `answers` as without it',
} as const;
export const RULE = {
  value: 'ID=LEVEL',
  multiple: true,
  help: 'Take the findings of a rule as `error`, `warning`, `information` or `hint`, or leave them out: `off`',
} as const;
export const SHARD = {
  value: 'I/N',
  help: 'Work on the I-th of N parts of the files; `worksheets report` puts the parts together',
} as const;

/**
 * Reads the values of `--rule`.
 *
 * @throws InputError where one of them makes no sense
 */
export function ruleLevels(given: readonly string[]): RuleLevels {
  const entries = given.map((text) => {
    const [id, level, ...more] = text.split('=');
    if (id && level && more.length === 0) return [id, level] as const;
    throw new InputError(`Unexpected rule "${text}", expected a rule's id and a level, such as unanswered=warning.`);
  });
  const { levels, problems } = readRuleLevels(Object.fromEntries(entries));
  if (problems[0] !== undefined) throw new InputError(problems[0]);
  return levels;
}
