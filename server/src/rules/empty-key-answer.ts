import { authorRule } from './author-rule.ts';

/** For authors: a question of an answer key has no answer. */
export const emptyKeyAnswer = authorRule({
  id: 'empty-key-answer',
  summary: 'A question of an answer key has no answer.',
  explanation: 'The key knows the question and cannot help with it.',
  examples: [
    {
      name: 'A question left open',
      markdown: '---\nworksheets: key\n---\n# Key\n\n### <|What is a mask?|>\n\n### What is a port?\n\nA **number**.\n',
    },
  ],
});
