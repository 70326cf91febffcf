import { authorRule } from './author-rule.ts';

/** For authors: a name or alias belongs to two entries. */
export const claimedTwice = authorRule({
  id: 'claimed-twice',
  summary: 'A name or alias belongs to two entries.',
  explanation:
    'Readers would be shown two definitions for one word. Leave the name to one of the entries. Built-in glossaries don\u2019t count: a workspace may define anew what they define.',
  examples: [
    {
      name: 'One alias, two entries',
      markdown:
        '---\nworksheets: glossary\n---\n# Terms\n\n## Port\n\nA number.\n\n- Aliases: door\n\n<|## Gate|>\n\nA way in.\n\n- Aliases: door\n',
    },
  ],
});
