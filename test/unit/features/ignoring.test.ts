import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { findings } from '../../../server/src/features/findings.ts';
import { ignoreHere } from '../../../server/src/features/ignore-here.ts';
import { withoutIgnored } from '../../../server/src/features/ignored.ts';
import { type MarkdownDocument, parseMarkdown, toRoot } from '../../../server/src/markdown/document.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { isOnlyDirectives } from '../../../server/src/worksheet/directives.ts';
import { withCursor, withSpans } from '../../support/marked-text.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { read } from '../../support/worksheet.ts';
import { seeds, worksheets } from '../../support/worksheet-arbitraries.ts';

const front = '---\nworksheets: worksheet\n---\n\n';

const reported = (text: string) => findings(snapshotOf(text)).map(({ rule, question }) => `${rule}: ${question?.text}`);

describe('comments about findings', () => {
  const cases: [name: string, body: string, left: string[]][] = [
    [
      'on the line above',
      '<!-- worksheets-disable-next-line unanswered -->\n### What is a port?\n\n### What is a hub?\n',
      ['unanswered: What is a hub?'],
    ],
    [
      'with blank lines between',
      '<!-- worksheets-disable-next-line unanswered -->\n\n### What is a port?\n\n### What is a hub?\n',
      ['unanswered: What is a hub?'],
    ],
    [
      'one above the other',
      '1. What is a hub?\n   <!-- worksheets-disable-next-line unanswered -->\n   <!-- worksheets-disable-next-line unsure-answer -->\n   - a box?\n',
      [],
    ],
    [
      'about another rule',
      '<!-- worksheets-disable-next-line unsure-answer -->\n### What is a port?\n',
      ['unanswered: What is a port?'],
    ],
    [
      'about several rules',
      '<!-- worksheets-disable-next-line unsure-answer, unanswered -->\n### What is a port?\n\n### What is a hub?\n\na box?\n',
      ['unsure-answer: What is a hub?'],
    ],
    ['about all rules', '<!-- worksheets-disable-next-line -->\n### What is a port?\n', []],
    [
      'from one place to another',
      '<!-- worksheets-disable unanswered -->\n\n1. What is a port?\n2. What is a hub?\n   <!-- worksheets-enable unanswered -->\n3. What is a bit?\n',
      ['unanswered: What is a bit?'],
    ],
    [
      'to the end of the document, but for one rule',
      '<!-- worksheets-disable -->\n<!-- worksheets-enable unsure-answer -->\n\n1. What is a port?\n2. What is a hub?\n   - a box?\n',
      ['unsure-answer: What is a hub?'],
    ],
    [
      'in a list item',
      '1. What is a port?\n   <!-- worksheets-disable-next-line unsure-answer -->\n   - a door?\n2. What is a hub?\n   - a box?\n',
      ['unsure-answer: What is a hub?'],
    ],
    [
      'in a quote in a list item',
      '1. What is a port?\n   > <!-- worksheets-disable-next-line unsure-answer -->\n   > a door?\n2. What is a hub?\n',
      ['unanswered: What is a hub?'],
    ],
    ['with Windows line breaks', '<!-- worksheets-disable-next-line -->\r\n### What is a port?\r\n', []],
    [
      'in code, where they are text',
      '```\n<!-- worksheets-disable -->\n```\n\n### What is a port?\n',
      ['unanswered: What is a port?'],
    ],
    [
      'in code of a line, where they are text',
      'Write `<!-- worksheets-disable -->` first.\n\n### What is a port?\n',
      ['unanswered: What is a port?'],
    ],
    [
      'of other kinds',
      '<!-- worksheets-disabled -->\n<!-- worksheets-disable-line -->\n<!-- worksheets -->\n### What is a port?\n',
      ['unanswered: What is a port?'],
    ],
  ];
  for (const [name, body, left] of cases) it(name, () => assert.deepEqual(reported(front + body), left));

  it('leave a worksheet as it reads without them', () => {
    const without = '### What is a port?\n\n- a door\n\n### What is a hub?\n\n### What is a bit?\n\n- two\n';
    const [comment] = ['<!-- worksheets-disable-next-line -->\n'];
    const withComments = without.replaceAll(/^(?=[-#])/gm, comment!);
    assert.deepEqual(reading(parseMarkdown(withComments)), reading(parseMarkdown(without)));
  });
});

/** What a worksheet says, wherever it stands. */
function reading(document: MarkdownDocument) {
  return read(document.text).questions.map(({ text, kind, status, section, answer, filled, slot }) => ({
    ...{ text, kind, status, section, answer: answer?.text, filled: filled?.text },
    slot: slot && [slot.place, slot.firstPrefix, slot.linePrefix, slot.gap],
  }));
}

/** The tree without directives, and without what only says where something stands. */
function tree(document: MarkdownDocument): unknown {
  // biome-ignore lint/suspicious/noExplicitAny: any node
  const bare = ({ position: _, spread: __, children, ...rest }: any): unknown => ({
    ...rest,
    ...(children && {
      // biome-ignore lint/suspicious/noExplicitAny: any node
      children: children.filter(({ type, value }: any) => !(type === 'html' && isOnlyDirectives(value))).map(bare),
    }),
  });
  return bare(toRoot(document));
}

const findingAt = (offset: number): Finding => ({
  rule: 'unanswered',
  severity: 'hint',
  span: { start: offset, end: offset },
  message: '',
  question: null,
});

/** Ignores each line in turn: no finding is left there, and all else is as it was. */
function assertIgnores(text: string): number {
  const document = parseMarkdown(text);
  const before = { tree: tree(document), reading: reading(document) };
  let ignored = 0;
  for (let line = 0; line < document.lines.lineCount; line++) {
    const end = document.lines.lineEnd(line);
    const offset = end - text.slice(document.lines.lineStart(line), end).trimStart().length;
    if (/^[\s>]*$/.test(text.slice(offset, end)) || isOnlyDirectives(text.slice(offset, end))) continue;
    const edits = ignoreHere(document, 'unanswered', offset);
    if (edits.length === 0) continue;
    ignored++;
    const after = parseMarkdown(applyEdits(text, edits));
    const shown = `line ${line + 1} of ${JSON.stringify(text)}: ${JSON.stringify(after.text)}`;
    const moved = edits.reduce((at, { span, newText }) => (span.start <= offset ? at + newText.length : at), offset);
    assert.equal(after.text.slice(moved, moved + end - offset), text.slice(offset, end), shown);
    assert.deepEqual(withoutIgnored(after, [findingAt(moved)]), [], shown);
    const last = after.text.length;
    const isLast = after.lines.lineAt(last) === after.lines.lineAt(moved);
    assert.equal(withoutIgnored(after, [findingAt(last)]).length, isLast ? 0 : 1, shown);
    assert.deepEqual(tree(after), before.tree, shown);
    assert.deepEqual(reading(after), before.reading, shown);
  }
  return ignored;
}

describe('ignoring a line', () => {
  const cases: [name: string, marked: string, after: string][] = [
    [
      'a heading',
      '# Ports\n\n### What <|>is a port?\n',
      '# Ports\n\n<!-- worksheets-disable-next-line unanswered -->\n### What is a port?\n',
    ],
    ['the first line', 'What <|>is a port?', '<!-- worksheets-disable-next-line unanswered -->\nWhat is a port?'],
    [
      'the first item of a list',
      '1. What <|>is a port?\n2. What is a hub?\n',
      '<!-- worksheets-disable-next-line unanswered -->\n1. What is a port?\n2. What is a hub?\n',
    ],
    [
      'another item of a list',
      '1. What is a port?\n2. What <|>is a hub?\n',
      '1. What is a port?\n   <!-- worksheets-disable-next-line unanswered -->\n2. What is a hub?\n',
    ],
    [
      'an item below an empty one',
      '-\n\n- What <|>is a hub?\n',
      '-\n  <!-- worksheets-disable-next-line unanswered -->\n\n- What is a hub?\n',
    ],
    [
      'an answer in an item',
      '1. What is a port?\n   - a <|>door?\n',
      '1. What is a port?\n   <!-- worksheets-disable-next-line unanswered -->\n   - a door?\n',
    ],
    [
      'a line of a quote in an item',
      '- a\n\n  > b\n  >\n  > c<|>\n',
      '- a\n\n  > b\n  >\n  > <!-- worksheets-disable-next-line unanswered -->\n  > c\n',
    ],
    [
      'the second line of a paragraph',
      'Q: What is a port?\nA: a <|>door?\n\nMore.\n',
      '<!-- worksheets-disable unanswered -->\nQ: What is a port?\nA: a door?\n<!-- worksheets-enable unanswered -->\n\nMore.\n',
    ],
    [
      'a row of a table',
      '| Question | Answer |\n| - | - |\n| What is a hub? | <|> |\n',
      '<!-- worksheets-disable unanswered -->\n| Question | Answer |\n| - | - |\n| What is a hub? |  |\n<!-- worksheets-enable unanswered -->\n',
    ],
    [
      'a line with a comment above',
      '<!-- worksheets-disable-next-line unsure-answer -->\n### What <|>is a port?\n',
      '<!-- worksheets-disable-next-line unsure-answer unanswered -->\n### What is a port?\n',
    ],
    [
      'a line in a text with Windows line breaks',
      '# Ports\r\n\r\nWhat <|>is a port?\r\n',
      '# Ports\r\n\r\n<!-- worksheets-disable-next-line unanswered -->\r\nWhat is a port?\r\n',
    ],
  ];
  for (const [name, marked, after] of cases)
    it(name, () => {
      const { text, offset } = withCursor(marked);
      assert.equal(applyEdits(text, ignoreHere(parseMarkdown(text), 'unanswered', offset)), after);
      assertIgnores(text);
    });

  const texts: [name: string, text: string][] = [
    ['code that nobody closed', '1. a\n\n   ```\n   code\n2. b\n'],
    ['HTML', '<div>\n<b>What is a port?</b>\n</div>\n\n1. <p>a</p>\n   b\n2. c\n'],
    ['lists in lists', '* a\n\n  1) b\n     - c\n     - d\n\n       e\n  2) f\n* g\n\n  h\n'],
    ['tabs', '-\ta\n\n\tb\n-\tc\n\t- d\n\t- e\n'],
    ['items that are indented', '  1. a\n     b\n\n  2. c\n     - d\n 3. e\n'],
    ['lines that go on lazily', '> a\nb\n\n- c\nd\n- e\n'],
    ['code in an item', '1.     code\n\n2. ```\n   a\n   ```\n3. c\n'],
    ['headings with a line below', 'What is\na port?\n-------\n\nA door.\n'],
    ['a byte order mark', '\uFEFF1. a\n2. b\n'],
    ['items in a quote', '> 1. a\n> 2. b\n>    - c\n>\n> 3. d\n'],
    ['a table in an item', '- a\n\n  | b | c |\n  | - | - |\n  | d | e |\n- f\n'],
    ['nothing', ''],
  ];
  for (const [name, text] of texts) it(`leaves ${name} as it reads`, () => void assertIgnores(text));

  const layouts = new URL('../../fixtures/layouts/', import.meta.url);
  for (const file of readdirSync(layouts))
    it(`leaves ${file} as it reads`, () => {
      assert.ok(assertIgnores(readFileSync(new URL(file, layouts), 'utf8')) > 5);
    }).timeout(20_000);

  it('leaves the examples of the rules as they read', () => {
    for (const { examples } of rules)
      for (const { markdown } of examples) if (markdown.length < 2000) assertIgnores(withSpans(markdown).text);
  }).timeout(20_000);

  for (const seed of seeds)
    it(`leaves any worksheet as it reads (seed ${seed})`, () => {
      fc.assert(
        fc.property(worksheets, ({ text }) => assert.ok(assertIgnores(text) > 0)),
        { seed, numRuns: 20 },
      );
    }).timeout(120_000);
});

describe('ways not to be told again', () => {
  function actionsAt(marked: string) {
    const { text, position } = withCursor(front + marked);
    return codeActions(snapshotOf(text), { start: position, end: position }, []);
  }

  it('come last, with those that mend before', () => {
    assert.deepEqual(
      actionsAt('1. What is a hub?\n   - a <|>box?\n').map(({ title }) => title),
      ['Remove the question mark', 'Ignore this here', 'Turn off unsure-answer in this file'],
    );
  });

  it('are offered in the slot too', () => {
    assert.deepEqual(
      actionsAt('1. What is a yak?\n   - <|>\n').map(({ title }) => title),
      ['Ignore this here', 'Turn off unanswered in this file'],
    );
  });

  it('are not what anybody is made to take', () => {
    assert.ok(actionsAt('1. What is a yak<|>?\n').every(({ isPreferred }) => isPreferred === false));
  });
});
