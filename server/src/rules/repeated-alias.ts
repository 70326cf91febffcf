import { authorRule } from './author-rule.ts';

/** For authors: an entry lists a name twice. */
export const repeatedAlias = authorRule({
  id: 'repeated-alias',
  summary: 'An entry lists a name twice.',
  explanation: 'One mention is enough; case, plurals, hyphens and spaces are ignored when terms are looked up.',
  examples: [
    {
      name: 'The same word twice',
      markdown: '---\nworksheets: glossary\n---\n# Terms\n\n<|## Port|>\n\nA number.\n\n- Aliases: door, door\n',
    },
  ],
});
