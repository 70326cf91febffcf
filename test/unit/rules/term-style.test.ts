import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { parseGlossary } from '../../../server/src/knowledge/parse-glossary.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { mended, reported } from '../../support/findings.ts';

const glossary = (uri: string, ...names: string[]) =>
  parseGlossary(uri, parseMarkdown(`# Terms\n\n${names.map((name) => `## ${name}\n\nA thing.\n`).join('\n')}`));
const names = [
  'PumpLink',
  'PumpLink valve',
  'Valve.IO',
  'FlowEvent',
  'X-Pump-Id',
  'flowRate',
  'pump.open()',
  'Opening valve',
];
const knowledge = createKnowledge([glossary('test:/a.md', ...names)], []);

const odd = (answer: string, known = knowledge) => {
  const found = reported('term-style', `### What moves the water?\n\n${answer}\n\n### Why?\n\nGravity.\n`, known);
  return found.map(([text, message]) => `${text} > ${/"(.*)"/.exec(message)![1]}`);
};

describe('term-style', () => {
  it('knows a name in other case, with other marks, in two words', () => {
    assert.deepEqual(odd('A Pumplink, a pumplink, a Pump Link, pump link or Pump-Link.'), [
      'Pumplink > PumpLink',
      'pumplink > PumpLink',
      'Pump Link > PumpLink',
      'pump link > PumpLink',
      'Pump-Link > PumpLink',
    ]);
    assert.deepEqual(odd('Valve.io, valve io and ValveIO.'), [
      'Valve.io > Valve.IO',
      'valve io > Valve.IO',
      'ValveIO > Valve.IO',
    ]);
  });

  it('leaves the plural and the possessive alone', () =>
    assert.deepEqual(odd("Pumplinks use the pump link's water."), ['Pumplink > PumpLink', 'pump link > PumpLink']));

  it('reads on over a line end only where a name does not', () => assert.deepEqual(odd('A pump\nlink.'), []));

  it('takes two everyday words for a name only where they are written as one', () =>
    assert.deepEqual(odd('A flow event, a Flow event, a Flow Event, a Flowevent.'), [
      'Flow Event > FlowEvent',
      'Flowevent > FlowEvent',
    ]));

  it('says nothing about names that are fine, and names without a shape', () => {
    assert.deepEqual(odd('PumpLink, PumpLinks, PUMPLINK and Valve.IO: an opening Valve, x-pump-id, flowrate.'), []);
    assert.deepEqual(odd('Mypumplink, pumplinked.'), []);
  });

  it('says nothing about code, links, files, commands and strings', () => {
    for (const answer of [
      '`pumplink`',
      '```\npumplink\n```\n\nIt works.',
      '[pumplink](https://example.org/pumplink)',
      'https://pumplink.example.org/pumplink',
      'pumplink.js or ./pumplink or pumplink/index and pumplink()',
      'npm install pumplink',
      'The header "pumplink", or Upgrade: pumplink',
      '<b id="pumplink">it</b>',
    ])
      assert.deepEqual(odd(answer), [], answer);
  });

  it('says nothing about questions and titles', () => {
    const body =
      '## Pump Links\n\n### What is a Pump Link?\n\nA pipe with a pump.\n\n#### The pump link\n\nIt flows.\n\nValve.io vs Pump Link\n\n### Why?\n\nGravity.\n';
    assert.deepEqual(reported('term-style', body, knowledge), []);
    const fillIn = '1. A Pump Link needs ____.\n   - A Pump Link needs water.\n2. Why?\n   - Gravity.\n';
    assert.deepEqual(reported('term-style', fillIn, knowledge), []);
  });

  it('goes by the glossaries in force: where they differ, both are right', () => {
    const both = createKnowledge([glossary('test:/a.md', ...names), glossary('test:/b.md', 'Pumplink')], []);
    assert.deepEqual(odd('A Pumplink and a pumpLink, Valve.io', both), ['Valve.io > Valve.IO']);
  });

  it('is mended here or everywhere in the answers', () => {
    const body = '### What is a Pump Link?\n\nA Pump Link is a pumplink.\n\n### Why?\n\nPump Links, Valve.io.\n';
    assert.deepEqual(mended('term-style', body, knowledge), [
      ['Write "PumpLink"', body.replace('A Pump Link', 'A PumpLink')],
      [
        'Write "PumpLink" everywhere in this file',
        '### What is a Pump Link?\n\nA PumpLink is a PumpLink.\n\n### Why?\n\nPumpLinks, Valve.io.\n',
      ],
    ]);
    const one = '### What moves?\n\nA pumplink.\n\n### Why?\n\nGravity.\n';
    assert.deepEqual(mended('term-style', one, knowledge), [['Write "PumpLink"', one.replace('pumplink', 'PumpLink')]]);
  });
});
