import assert from 'node:assert/strict';
import { LIMITS } from '../../../server/src/markdown/document.ts';
import { continuesList, type PlacedPiece, parsePieces } from '../../../server/src/markdown/pieces.ts';
import { readPlain } from '../../../server/src/markdown/plain.ts';

/** Plain blocks, each with what may follow. */
const PLAIN = [
  '# Reading\n',
  '### What does `io.on()` do? \n\n\nNext',
  '# **Bold?** words\nNext',
  'A word',
  'A word  \n  \n\n> quote',
  'Several\nlines, 2\n**of** them\n\n# Next',
  'Windows\r\nlines\r\n\r\nNext',
  'Old\rlines\r\rNext',
  'A ____ and a __ to fill in.',
  'It is 2 > 1 | yes: "quoted" (so) \u00e9 \u{1f600} #1',
  '**Bold** and `code`, `more code`: **more bold.** (**both**)',
  '`code` first\n`code` again\n\n',
  '- item\n- item',
  '- item  \n\n- item',
  '- **Item**: words\n\nNext',
  '- **Item (one)**: words, **two.**, (**three?**). **Four**',
  '* item\n\n- another list',
  '+ item\n',
  '1. `one`\n2. two',
  '7) seven\n\n# Next',
  '1986. A year',
  '- item\nlazy',
  '- item\n  more\n        and more',
  'words\n indented\n\t\n',
  '1. What?\n   - an answer\nlazy\n      more\n   - another',
  'words\n  **bold**\n  `code`\r\n  words',
  '1. What?\n   - an answer\n   - **another** one\n2. Next',
  '1. What?\n    * an answer\n\n2. Next',
  '- What?\n  - an answer\n\n\n# Next',
  '- What?  \r\n  + an answer  \r\n',
  '* What?\n     - an answer',
  '1) What?\n   - an answer\n# Next',
  '```\nconst a = 1;\n\n  b();\n```\nNext',
  '```js\r\na\r\n```\r\n\r\n\r\nNext',
  '````md\n```\n````',
  '```\n```',
  '```\n\n`````\n# Next',
  'words\n# Next',
  'words\n```js\ncode\n```',
  '- item\n## Next',
  '1. item\n```\n',
  '_emphasis_, *emphasis* (_in words._) "*once more*"',
  'A ____ and _emphasis_, but no _end',
  '* *item*\n* _item_',
  'See [the docs](https://example.com/a_b#c?d=e), [here](/there) and _there_.',
  '[link](x)\n[link](y)\n\n',
  '- [link](./x.md): words\n\nNext',
];

/** What could be something else, or what the parser has to see more of. */
const NOT_PLAIN = [
  '',
  '#hashtag',
  '# closed #',
  ' indented',
  '- [ ] task',
  '- - item',
  '- item\n\n  more',
  '- item\n\n---',
  '- item\n* * *',
  '- item\n-',
  '1. one\n\n1986 was a year',
  '1. one\n2) two',
  'Heading\n===',
  'Heading\n---',
  'a | b\n- | -',
  'words\n- item',
  'words\n> quote',
  'words\n\n    code',
  'words\n\n \tcode',
  'hard  \nbreak',
  'hard\\\nbreak',
  '[label]',
  '<b>bold</b>',
  '&amp;',
  '*emphasis*ed',
  'snake_case_',
  '_ emphasis_',
  '*not emphasis *',
  '***both***',
  '**_both_**',
  '~~gone~~',
  '**not **bold',
  '**bold**ly',
  'in**side**',
  '**bold `code`**',
  '`` code ``',
  '` code`',
  '`not code',
  '[label][label]',
  '[ label](x)',
  '[](x)',
  '[^note](x)',
  '[**bold**](x)',
  '[www.example.com](x)',
  '**www.example.com**',
  '![image](x.png)',
  '[link](<x>)',
  '[link](x "title")',
  '[link](x(y))',
  '[link](a&amp;b)',
  '[link](\u00e9)',
  '[ ] task',
  '1. What?\n  - a list of its own',
  '1. What?\n       - words',
  '1. What?\n   - an answer\n   * another list',
  '1. What?\n   - an answer\n    - deeper',
  '1. What?\n   - an answer\n     - deeper',
  '1. What?\n   - an answer\n\n   - apart',
  '1. What?\n   1. counted',
  '1. What?\n   - [ ] task',
  '1. What?\n   -\n',
  '```\nnever closed',
  '```js title\ncode\n```',
  '```\ncode\n  ```',
  '```\ncode\n``` ',
  '~~~\ncode\n~~~',
  '```\n\tcode\n```',
  'words\n#hashtag',
  'www.example.com',
  'see http://example.com',
  'me@example.com',
  '\ufeffwords',
  'nul \0',
  'tab\tbed',
];

describe('a plain block', () => {
  for (const text of PLAIN) {
    it(`is what the parser makes of ${JSON.stringify(text)}`, () => {
      const read = readPlain(text, 0, LIMITS);
      const [parsed, next] = parsePieces(text, { labels: new Set(), frontMatter: false }) as PlacedPiece[];
      assert.ok(read);
      // The parser asks for the label of a link although its address follows.
      assert.deepEqual(read.piece, { ...parsed!.piece, missing: [] });
      assert.equal(read.end, next?.start ?? text.length);
      assert.equal(read.goesOn, next !== undefined && continuesList(next.piece));
    });
  }

  for (const text of NOT_PLAIN) {
    it(`is not read of ${JSON.stringify(text)}`, () => {
      assert.equal(readPlain(text, 0, LIMITS), null);
    });
  }

  it('is read the same wherever it stands', () => {
    const read = readPlain('> quote\n\n## Words\n\n> quote', 9, LIMITS);
    const alone = readPlain('## Words\n\n', 0, LIMITS);
    assert.ok(read && alone);
    assert.deepEqual(read.piece, alone.piece);
    assert.equal(read.end, 9 + alone.end);
  });

  it('is left to the parser where it may be past a limit', () => {
    const words = 'words '.repeat(100);
    assert.ok(readPlain(words, 0, LIMITS));
    assert.equal(readPlain(words, 0, { ...LIMITS, blockEffort: 1_000_000 }), null);
  });
});
