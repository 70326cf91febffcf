import { authorRule } from './author-rule.ts';

/** For authors: a `See also:` names a term that no glossary has. */
export const unknownSeeAlso = authorRule({
  id: 'unknown-see-also',
  summary: 'A `See also:` names a term that no glossary has.',
  explanation: 'Its readers would look for it in vain. Mend the spelling, or add the term.',
  examples: [
    {
      name: 'A reference that leads nowhere',
      markdown:
        '---\nworksheets: glossary\n---\n# Terms\n\n<|## Port|>\n\nA number.\n\n- See also: a term nobody wrote\n',
    },
  ],
});
