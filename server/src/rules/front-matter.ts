import { t } from '@vscode/l10n';
import { keysNamed } from '../knowledge/named-keys.ts';
import type { Rule } from './rule.ts';

/** Reports what a document's front matter says under `worksheets` and nobody understands. */
export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'warning',
  summary: 'The `worksheets` entry of the front matter cannot be understood.',
  explanation:
    'Known are `worksheets: worksheet`, `glossary`, `key` and `off`, or a map with `role`, `key`, `assistance` (`answers`, `hints`, `off`) ' +
    'and `disable` (the ids of rules that are not to be checked in this file).',
  examples: [
    { name: 'A misspelt value', markdown: '---\nworksheets: <|glosary|>\n---\n' },
    { name: 'A key that is not there', markdown: '---\nworksheets: { key: <|nowhere.md|> }\n---\n' },
    { name: 'A misspelt rule', markdown: '---\nworksheets: { disable: [<|unanswerd|>, unsure-answer] }\n---\n' },
  ],
  check: ({ worksheet: { frontMatter }, ruleIds, knowledge }) =>
    [
      ...frontMatter.problems,
      ...frontMatter.disable
        .filter(({ id }) => !ruleIds.has(id))
        .map(({ id, span }) => ({
          span,
          message: t('There is no rule "{0}". Each finding shows the id of its rule.', id),
        })),
      ...(frontMatter.keySpan !== null && keysNamed(knowledge.keys, frontMatter.key ?? '').length === 0
        ? [
            {
              span: frontMatter.keySpan,
              message: t('No key named "{0}" is at hand. Write its file name or its title.', frontMatter.key ?? ''),
            },
          ]
        : []),
    ].map(({ span, message }) => ({ rule: 'front-matter', severity: 'warning', span, message, question: null })),
};
