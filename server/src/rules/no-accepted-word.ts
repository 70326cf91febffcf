import { authorRule } from './author-rule.ts';

/** For authors: a fill-in of an answer key accepts no word. */
export const noAcceptedWord = authorRule({
  id: 'no-accepted-word',
  summary: 'A fill-in of an answer key accepts no word.',
  explanation: 'Put the word in bold below the sentence, or list the words in an `Accept:` line, the best one first.',
  examples: [
    {
      name: 'A sentence with a long answer',
      markdown:
        '---\nworksheets: key\n---\n# Key\n\n### <|A frame starts with the ____ bit.|>\n\nIt is the one that tells whether this frame is the last of its message.\n',
    },
  ],
});
