import fc from 'fast-check';
import type { Edit } from '../../server/src/text/edit.ts';

/** Lines of Markdown, each a beginning, a middle or an end of something. */
const LINES = [
  '',
  '',
  '',
  '',
  ' ',
  '\t',
  '      ',
  'What is a socket?',
  'a word',
  '  indented',
  '    deep',
  '\ttab',
  '# Reading',
  '### What does `io.on()` do?',
  '## ',
  '===',
  '---',
  '- - -',
  '* * *',
  '***',
  '- item',
  '- ',
  '-',
  '* other',
  '+ plus',
  '1. one',
  '2. two',
  '7) seven',
  '10. ten',
  '   - nested',
  '  - nested',
  '     continued',
  '- [ ] task',
  '- [x] done',
  '- > quote in item',
  '- ```',
  '- # heading in item',
  '- [a]: item',
  '> quote',
  '>',
  '> - list in quote',
  '> ```',
  '> [b]: quoted',
  '>     code',
  '```',
  '```js',
  '~~~',
  '````',
  '    ```',
  '  ```',
  '<div>',
  '</div>',
  '<!-- open',
  'close -->',
  '<!-- c -->',
  '<script>',
  '</script>',
  '<b>',
  '<?php',
  '?>',
  '[a]: /url',
  '[a]: /url "title"',
  "[a]: /url 'open",
  "closed'",
  '[A b]:',
  '[ß]: x',
  '[^n]: a note',
  '[^n]: ',
  '    more note',
  '[^m]:',
  '[a]',
  '[b][a]',
  '![i][a] and [x](y)',
  '[^n] and [^m]',
  '![^n]',
  '[ß] [SS] [ẞ]',
  '[a b]',
  '[',
  ']: x',
  '| a | b |',
  '| - | - |',
  '|---|',
  'a | b',
  '--- | ---',
  '|',
  '`code',
  'code`',
  '**bold** and *em',
  '**Bold?** and `code`, a ____ and 2 * 3.',
  '(**bold**) "**bold**": **bold**s, **bold**. **bo ld',
  '**Bold:**',
  '- **Bold (so)**: **bold.**, **bold**',
  '`code` `a`` ` b`',
  '1) **Item**: `code`.',
  '- **Item?** ',
  '"Words", (words)  ',
  '2023 was snake_case.',
  '## **Bold** `code` ## ',
  '*closed* _x_ ~~y~~',
  'www.example.com and me@example.com',
  'http://example.com/[a]',
  'HTTPS://example.com, "http\\://example.com" and wwW.example.com.',
  'a&#64;b.example, c&commat;d.example, &#104;ttp://example.com and ww&#x77;.example.com',
  'hard break  ',
  'backslash\\',
  '&amp; &copy; &#0;',
  'worksheets: key',
  '____ is a blank',
  '\u{1f600} emoji \u00a0 nbsp',
  '\ufeff',
  '\ufeff# mark',
  '\u2028',
  '\f',
  '\u0000',
] as const;

/** Short texts that change what is around them. */
const SCRAPS = [
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  'a',
  '-',
  '- ',
  '*',
  '>',
  '> ',
  '#',
  '# ',
  '`',
  '```',
  '~~~\n',
  '|',
  '[',
  ']',
  ':',
  '[a]',
  '[^n]',
  '^',
  '(',
  '<',
  '>',
  '<!--',
  '-->',
  '=',
  '---',
  '---\n',
  '1. ',
  '2) ',
  '\\',
  '&',
  '\ufeff',
  '____',
] as const;

const lineBreak = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r') },
);
const line = fc.constantFrom(...LINES);

const lines = (maxLength: number) =>
  fc
    .array(fc.tuple(line, lineBreak), { maxLength, size: 'max' })
    .map((pairs) => pairs.map(([content, end]) => content + end).join(''));

const question = fc
  .tuple(line, line, fc.constantFrom('- ', '1. ', '### ', ''))
  .map(([a, b, marker]) => `${marker}${a}?\n\n${b}\n\n`);
const worksheet = fc
  .array(question, { maxLength: 6, size: 'max' })
  .map((questions) => `# Reading\n\n${questions.join('')}`);
const frontMatter = fc.constantFrom(
  '---\n',
  '---\nworksheets: key\n---\n',
  '---\r\na: b\r\n---',
  '\ufeff---\na\n---\n\n',
  '\n---\na\n---\n',
);

/** Markdown, ordinary and nasty. */
export const markdown: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: lines(24) },
  { weight: 2, arbitrary: worksheet },
  { weight: 1, arbitrary: fc.tuple(frontMatter, lines(8)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(lines(8), worksheet, lines(8)).map((parts) => parts.join('')) },
);

/** Where and how to change a text, whatever its length; see {@link editsOf}. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
  /** Whether to move the place to the start of its line. */
  readonly snap: boolean;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: 5, max: 60 }) },
  ),
  newText: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...SCRAPS) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: lines(3) },
    { weight: 1, arbitrary: lines(12) },
  ),
  snap: fc.boolean(),
});

export type Step = readonly Change[] | 'undo';

/** What someone does to a document: mostly one change at a time, sometimes several at once, sometimes an undo. */
export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.tuple(change) },
      { weight: 1, arbitrary: fc.array(change, { minLength: 2, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant('undo' as const) },
    ),
    { minLength: 1, maxLength, size: 'max' },
  );

/** The edits that `changes` are in `text`; of those that overlap, the first counts. */
export function editsOf(text: string, changes: readonly Change[]): Edit[] {
  const edits: Edit[] = [];
  for (const { at, length, newText, snap } of changes) {
    let start = Math.min(Math.floor(at * (text.length + 1)), text.length);
    if (snap) while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    const end = Math.min(start + length, text.length);
    if (edits.some(({ span }) => start <= span.end && span.start <= end)) continue;
    edits.push({ span: { start, end }, newText });
  }
  return edits;
}
