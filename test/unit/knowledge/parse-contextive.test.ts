import assert from 'node:assert/strict';
import { parseContextive } from '../../../server/src/knowledge/parse-contextive.ts';

const uri = 'file:///shop/order-desk.glossary.yml';

describe("a glossary of Contextive's", () => {
  it("gives the terms of all contexts, under the context's name", () => {
    const glossary = parseContextive(
      uri,
      `contexts:
  - name: Orders
    domainVisionStatement: Who orders what.
    terms:
      - name: Basket
        definition: What somebody means to buy.
        aliases: [cart, trolley]
        examples:
          - The basket was left behind.
      - name: Receipt
  - terms:
      - name: Parcel
        definition: What is sent.
`,
    );
    assert.deepEqual(glossary.problems, []);
    assert.deepEqual(
      glossary.terms.map(({ name, aliases, definition, glossary, line }) => ({
        name,
        aliases,
        definition,
        glossary,
        line,
      })),
      [
        {
          name: 'Basket',
          aliases: ['cart', 'trolley'],
          definition: 'What somebody means to buy.\n\n> The basket was left behind.',
          glossary: 'Orders',
          line: 4,
        },
        { name: 'Receipt', aliases: [], definition: '', glossary: 'Orders', line: 9 },
        { name: 'Parcel', aliases: [], definition: 'What is sent.', glossary: 'order desk', line: 11 },
      ],
    );
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['a list', '- a\n- b\n'],
    ['terms that are no list', 'contexts:\n  - name: A\n    terms: none\n'],
    ['terms without names', 'contexts:\n  - terms:\n      - definition: x\n      -\n'],
  ] as const) {
    it(`may hold ${what}`, () => assert.deepEqual(parseContextive(uri, text).terms, []));
  }

  it('that is not YAML is said to be none, with the place', () => {
    const { terms, problems } = parseContextive(uri, 'contexts:\n  - name: "A\n');
    assert.deepEqual(terms, []);
    assert.match(problems[0]!.message, /^This file cannot be read as YAML from here on: /);
  });
});
