import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownMarkdown } from '../../../server/src/features/shown-markdown.ts';
import type { Nodes } from '../../../server/src/markdown/document.ts';
import { markdown } from '../../fuzz/markdown-arbitraries.ts';
import { parseWithRemark } from '../../fuzz/oracle.ts';
import { seeds } from '../../support/worksheet-arbitraries.ts';

describe('Markdown that is shown', () => {
  const cases: [name: string, given: string, shown: string][] = [
    ['an image is a link', 'See ![a cat](https://example.org/cat.png).', 'See [a cat](https://example.org/cat.png).'],
    [
      'an image inside a link, too',
      '[![a](https://e.org/a.png)](https://e.org)',
      '[[a](https://e.org/a.png)](https://e.org)',
    ],
    ['an image by reference, too', '![a]\n\n[a]: https://e.org/a.png', '[a]\n\n[a]: https://e.org/a.png'],
    ['HTML is text', 'a <img src="https://e.org/a.png"> b', 'a &lt;img src="https://e.org/a.png"> b'],
    ['a block of HTML, too', '<div>\n<script>\n</div>', '&lt;div>\n&lt;script>\n&lt;/div>'],
    ['a command is text', 'Click [**here**](command:evil?%5B%5D) now.', 'Click **here** now.'],
    ['a command in angle brackets, too', 'Click <command:evil> now.', 'Click command:evil now.'],
    ['a command by reference leads nowhere', '[here][x]\n\n[x]: command:evil', '[here][x]\n\n'],
    ['a file of the machine is text', '[here](file:///etc/passwd)', 'here'],
    ['code stays as it is', '`![a](b)` and\n\n```html\n<img>\n```', '`![a](b)` and\n\n```html\n<img>\n```'],
    [
      'pages stay',
      '[a](https://e.org) <https://e.org/b> [c](other.md)',
      '[a](https://e.org) <https://e.org/b> [c](other.md)',
    ],
  ];
  for (const [name, given, shown] of cases)
    it(`is harmless: ${name}`, () => assert.deepEqual(shownMarkdown(given), { kind: 'markdown', value: shown }));

  for (const seed of seeds)
    it(`has no effects, whatever it was (seed ${seed})`, () => {
      const effects = (node: Nodes): string[] => [
        ...(['html', 'image', 'imageReference'].includes(node.type) ? [node.type] : []),
        ...('children' in node ? node.children.flatMap(effects) : []),
      ];
      fc.assert(
        fc.property(markdown, (text) => assert.deepEqual(effects(parseWithRemark(shownMarkdown(text).value)), [])),
        { seed, numRuns: 300 },
      );
    });
});
