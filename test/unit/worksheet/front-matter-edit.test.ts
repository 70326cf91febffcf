import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readFrontMatter } from '../../../server/src/worksheet/front-matter.ts';
import { disableRule } from '../../../server/src/worksheet/front-matter-edit.ts';

describe('turning off a rule in front matter', () => {
  const cases: [name: string, before: string, after: string, disabled?: string[]][] = [
    ['that is not there', '# Ports\n', '---\nworksheets:\n  disable: [off-topic]\n---\n\n# Ports\n'],
    [
      'that is not there, behind a byte order mark',
      '\uFEFF# Ports\r\n',
      '\uFEFF---\r\nworksheets:\r\n  disable: [off-topic]\r\n---\r\n\r\n# Ports\r\n',
    ],
    ['that is empty', '---\n---\n# Ports', '---\nworksheets:\n  disable: [off-topic]\n---\n# Ports'],
    ['about other things', '---\ntitle: a\n---\n', '---\ntitle: a\nworksheets:\n  disable: [off-topic]\n---\n'],
    [
      'that says what the file is',
      '---\nworksheets: key # mine\ntitle: a\n---\n',
      '---\nworksheets: { role: key, disable: [off-topic] } # mine\ntitle: a\n---\n',
    ],
    [
      'with a map',
      '---\nworksheets:\n  role: key\n  assistance: hints\n---\n',
      '---\nworksheets:\n  disable: [off-topic]\n  role: key\n  assistance: hints\n---\n',
    ],
    [
      'with a map on one line',
      '---\nworksheets: { role: key }\n---\n',
      '---\nworksheets: { role: key, disable: [off-topic] }\n---\n',
    ],
    ['with an empty map', '---\nworksheets: {}\n---\n', '---\nworksheets: {disable: [off-topic]}\n---\n'],
    [
      'with a list of rules',
      '---\nworksheets: { disable: [ a, b ] }\n---\n',
      '---\nworksheets: { disable: [ a, b, off-topic ] }\n---\n',
      ['a', 'b', 'off-topic'],
    ],
    [
      'with an empty list of rules',
      '---\nworksheets: { disable: [] }\n---\n',
      '---\nworksheets: { disable: [off-topic] }\n---\n',
    ],
    [
      'with rules line by line',
      '---\nworksheets:\n  disable:\n    - a # why\n    - b\n---\n',
      '---\nworksheets:\n  disable:\n    - a # why\n    - b\n    - off-topic\n---\n',
      ['a', 'b', 'off-topic'],
    ],
    [
      'with one rule',
      '---\nworksheets:\n  disable: a\n---\n',
      '---\nworksheets:\n  disable: [a, off-topic]\n---\n',
      ['a', 'off-topic'],
    ],
  ];
  for (const [name, before, after, disabled = ['off-topic']] of cases)
    it(name, () => {
      const edit = disableRule(parseMarkdown(before), 'off-topic');
      assert.equal(edit && applyEdits(before, [edit]), after);
      const { disable, problems } = readFrontMatter(parseMarkdown(after));
      assert.deepEqual([disable.map(({ id }) => id), problems], [disabled, []]);
    });

  for (const yaml of [
    'a: "b',
    '{ a: b }',
    'a',
    'worksheets:',
    'worksheets: [a]',
    'worksheets:\n  disable:\n  role: key',
  ])
    it(`leaves alone what reads ${JSON.stringify(yaml)}`, () =>
      assert.equal(disableRule(parseMarkdown(`---\n${yaml}\n---\n`), 'off-topic'), null));
});
