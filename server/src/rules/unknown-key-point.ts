import { authorRule } from './author-rule.ts';

/** For authors: other words are listed for a key point that the answer doesn't have. */
export const unknownKeyPoint = authorRule({
  id: 'unknown-key-point',
  summary: 'An "Also said:" line names no key point of its answer.',
  explanation:
    'An `Also said:` line lists other words for one key point. The point stands in quotes, as it stands in **bold** in the answer; behind a ' +
    'colon come the wordings, with ` | ` between them. A line for another phrase has no effect.',
  examples: [
    {
      name: 'A phrase that is not in bold',
      markdown:
        '---\nworksheets: key\n---\n# Key\n\n### How does rain come about?\n\nWater **evaporates** and comes down.\n\n' +
        '- Also said: "evaporates": turns into vapor | dries up\n<|- Also said: "comes down": falls|>\n',
    },
  ],
});
