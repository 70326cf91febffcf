import { authorRule } from './author-rule.ts';

/** For authors: a glossary entry has no definition. */
export const emptyDefinition = authorRule({
  id: 'empty-definition',
  summary: 'A glossary entry has no definition.',
  explanation:
    'A hover over the term would be empty. Write a sentence or two below the heading. A heading with deeper headings below it is a group, and needs no text.',
  examples: [
    {
      name: 'An entry without a text',
      markdown: '---\nworksheets: glossary\n---\n# Terms\n\n<|## Mask|>\n\n## Port\n\nA number.\n',
    },
  ],
});
