import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { incompleteList } from '../../../server/src/rules/incomplete-list.ts';
import { listOrder } from '../../../server/src/rules/list-order.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyFrom, shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const own = keyFrom(`# Baking

### Which four stages does dough go through?

1. Mixing: flour meets water.
2. First rise
3. Shaping
4. Second rise

### Name the three ingredients of bread.

- Flour
- Water
- Salt

### What can be put on bread?

- Butter
- Jam
- Cheese
`);

interface Answer {
  readonly question: string;
  readonly answer: string;
  /** The rule that has something to say about it; null where it is fine. */
  readonly rule: string | null;
}

const answers = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/answers/lists.json'), 'utf8'),
) as readonly Answer[];

const head = '---\nworksheets: worksheet\n---\n\n1. What is a hub?\n   - A box.\n2. ';
const rules = [incompleteList, listOrder];

function findings(body: string, knowledge = own, assistance: Assistance = 'answers') {
  const context = snapshotOf(head + body, knowledge, { assistance });
  return checkDocument(context, rules).map((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule)!;
    const mended = (rule.fix?.(context, finding) ?? []).map(({ edits }) => applyEdits(context.document.text, edits));
    return { message: finding.message, mended: mended.map((text) => text.slice(head.length)) };
  });
}

const stages = 'Which four stages does dough go through?\n';
const layers = 'Name the seven layers of the OSI model in order.\n';

describe('lists', () => {
  const fine: [name: string, body: string, knowledge?: typeof own][] = [
    ['all, in order', `${stages}   - mixing, first rise, shaping and second rise\n`],
    ['all, from the last to the first', `${stages}   - second rise, shaping, first rise, mixing\n`],
    [
      'a line each, explained',
      `${stages}   1. Mixing of it all.\n   2. First rise (an hour)\n   3. Shaping it.\n   4. Second rise\n`,
    ],
    ['two of four', `${stages}   - Mixing comes first, then the first rise.\n`],
    [
      'all of them in prose',
      `${stages}   - You end with the second rise. Shaping comes before it, the first rise before that, after mixing.\n`,
    ],
    [
      'typing errors',
      `${layers}   - Aplication, Presentaion, Sesion, Transprt, Netwrk, Datalink, Phsical\n`,
      shippedKnowledge,
    ],
    [
      'a name that is cut short',
      `${layers}   - application, presentation, session, transport, network, link, physical\n`,
      shippedKnowledge,
    ],
    ['an order that nobody asks for', 'Name the three ingredients of bread.\n   - salt, flour, water\n'],
    ['a list that nobody counted', 'What can be put on bread?\n   - Butter, jam\n'],
    [
      'some of them elsewhere',
      `${layers}   - Seven, from physical, data link and network to application.\n`,
      shippedKnowledge,
    ],
    [
      'the upper ones',
      'What does the session layer do?\n   - Session, presentation and application are the upper layers.\n',
      shippedKnowledge,
    ],
  ];
  for (const [name, body, knowledge] of fine) {
    it(`are left alone: ${name}`, () => assert.deepEqual(findings(body, knowledge), []));
  }

  const wrong: [name: string, body: string, message: string, mended: string | null, knowledge?: typeof own][] = [
    [
      'one is missing in a sentence',
      `${stages}   - They are mixing, first rise and shaping.\n`,
      'Three of the four stages: second rise is missing.',
      null,
    ],
    [
      'the first is missing, a line each',
      `${stages}   * First rise\n   * Shaping\n   * Second rise\n`,
      'Three of the four stages: mixing is missing.',
      `${stages}   * Mixing\n   * First rise\n   * Shaping\n   * Second rise\n`,
    ],
    [
      'the last is missing, with CRLF',
      `${stages}   * Mixing\r\n   * **First rise**\r\n   * Shaping\r\n`,
      'Three of the four stages: second rise is missing.',
      null,
    ],
    [
      'two are missing, from the top',
      `${layers}   - application layer, presentation layer, network layer, data link layer, physical layer\n`,
      'Five of the seven OSI layers: transport and session are missing.',
      `${layers}   - application layer, presentation layer, session layer, transport layer, network layer, data link layer, physical layer\n`,
      shippedKnowledge,
    ],
    [
      'one is missing where only some are asked for',
      'What is the OSI model?\n   - Layers: application, presentation, session, transport, network, physical.\n',
      'Six of the seven OSI layers: data link is missing.',
      'What is the OSI model?\n   - Layers: application, presentation, session, transport, network, data link, physical.\n',
      shippedKnowledge,
    ],
    [
      'two have changed places',
      `${layers}   7. Application\n   6. Presentation\n   5. Session\n   4. Network\n   3. Transport\n   2. Data Link\n   1. Physical\n`,
      'The layers are out of order: transport comes right below session.',
      `${layers}   7. Application\n   6. Presentation\n   5. Session\n   4. Transport\n   3. Network\n   2. Data Link\n   1. Physical\n`,
      shippedKnowledge,
    ],
    [
      'steps without up and down',
      `${stages}   - mixing -> shaping -> first rise -> second rise\n`,
      'The stages are out of order: first rise comes right after mixing.',
      `${stages}   - mixing -> first rise -> shaping -> second rise\n`,
    ],
    [
      'the first stands second',
      `${stages}   - first rise, mixing, shaping, second rise\n`,
      'The stages are out of order: shaping comes right after first rise.',
      `${stages}   - mixing, first rise, shaping, second rise\n`,
    ],
  ];
  for (const [name, body, message, mended, knowledge] of wrong) {
    it(`are reported where ${name}`, () => {
      assert.deepEqual(findings(body, knowledge), [{ message, mended: mended === null ? [] : [mended] }]);
      if (mended !== null) assert.deepEqual(findings(mended, knowledge), []);
    });
  }

  it('name nothing that is missing where hints only are allowed', () => {
    assert.deepEqual(findings(`${stages}   - mixing, first rise, shaping\n`, own, 'hints'), [
      { message: 'Three of the four stages: one is missing.', mended: [] },
    ]);
    assert.deepEqual(findings(`${stages}   - mixing, shaping, first rise, second rise\n`, own, 'hints'), [
      { message: 'The stages are out of order: look again at what follows mixing.', mended: [] },
    ]);
  });

  it('are no matter where no help is allowed', () =>
    assert.deepEqual(findings(`${stages}   - mixing, shaping, first rise\n`, own, 'off'), []));

  it('are told from what only speaks of some of their items, in eighty answers', () => {
    for (const { question, answer, rule } of answers) {
      const text = `---\nworksheets: worksheet\n---\n### ${question}\n\n${answer}\n\n### What is a cup?\n\nA vessel.\n`;
      const found = checkDocument(snapshotOf(text, shippedKnowledge), rules).map((finding) => finding.rule);
      assert.deepEqual(found, rule === null ? [] : [rule], `${question} ${answer}`);
    }
  }).timeout(20_000);
});
