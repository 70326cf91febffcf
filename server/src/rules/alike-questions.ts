import { authorRule } from './author-rule.ts';

/** For authors: two key questions cannot be told apart. */
export const alikeQuestions = authorRule({
  id: 'alike-questions',
  summary: 'Two key questions cannot be told apart.',
  explanation:
    'A worksheet that asks one of them could be given the answer of the other. Word them further apart, or put them under different headings.',
  examples: [
    {
      name: 'The same question twice',
      markdown:
        '---\nworksheets: key\n---\n# Key\n\n### <|What is a mask for?|>\n\nFor **hiding**.\n\n### <|What is a mask for?|>\n\nFor **covering**.\n',
    },
  ],
});
