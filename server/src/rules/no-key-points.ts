import { authorRule } from './author-rule.ts';

/** For authors: an answer of a key has no key points. */
export const noKeyPoints = authorRule({
  id: 'no-key-points',
  summary: 'An answer of a key has no key points.',
  explanation:
    'Key points are the phrases in **bold**: what a good answer mentions. Without them nothing can be said about a student\u2019s answer.',
  examples: [
    {
      name: 'An answer without bold',
      markdown: '---\nworksheets: key\n---\n# Key\n\n### <|What is a port?|>\n\nA number.\n',
    },
  ],
});
