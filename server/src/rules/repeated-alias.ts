import { authorRule } from './author-rule.ts';

/** For authors: an entry lists a name twice. */
export const repeatedAlias = authorRule({
  id: 'repeated-alias',
  summary: 'An entry lists a name twice.',
  explanation: 'Case, hyphens and spaces are ignored when terms are looked up, so one spelling is enough.',
  examples: [
    {
      name: 'The same word with a capital',
      markdown: '---\nworksheets: glossary\n---\n# Terms\n\n<|## Port|>\n\nA number.\n\n- Aliases: door, Door\n',
    },
  ],
});
