import type { Rule } from './rule.ts';

/** Reports what a document's front matter says under `worksheets` and nobody understands. */
export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'warning',
  summary: 'The `worksheets` entry of the front matter cannot be understood.',
  explanation:
    'Known are `worksheets: worksheet`, `glossary`, `key` and `off`, or a map with `role`, `key` and `assistance` (`answers`, `hints`, `off`).',
  examples: [{ name: 'A misspelt value', markdown: '---\nworksheets: <|glosary|>\n---\n' }],
  check: ({ worksheet }) =>
    worksheet.frontMatter.problems.map(({ span, message }) => ({
      rule: 'front-matter',
      severity: 'warning',
      span,
      message,
      question: null,
    })),
};
