import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { checkDocument } from '../../../server/src/rules/check.ts';
import type { Rule, RuleContext } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { noKnowledge, shippedKnowledge, someKnowledge } from '../../support/knowledge.ts';
import { markSpans, withSpans } from '../../support/marked-text.ts';
import { snapshotOf } from '../../support/snapshot.ts';

/** The text with what a rule reports between `<|` and `|>`. */
function report(rule: Rule, context: RuleContext): string {
  const spans = checkDocument(context, [rule]).map(({ span }) => span);
  return markSpans(
    context.document.text,
    [...spans].sort((a, b) => a.start - b.start),
  );
}

/** The text after the preferred fix of every finding, taken one after the other as a person would. */
function mend(rule: Rule, text: string, knowledge = noKnowledge): string {
  let mended = text;
  for (let left = checkDocument(snapshotOf(text, knowledge), [rule]).length; left > 0; left--) {
    const context = snapshotOf(mended, knowledge);
    const preferred = checkDocument(context, [rule])
      .flatMap((finding) => rule.fix?.(context, finding) ?? [])
      .find((fix) => fix.preferred);
    if (!preferred) break;
    mended = applyEdits(mended, preferred.edits);
  }
  return mended;
}

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;

describe('rules', () => {
  const folder = new URL('../../../server/src/rules/', import.meta.url);

  const helpers = [
    'answer-prose',
    'author-rule',
    'check',
    'insert-question',
    'list-items',
    'listed',
    'placed-finding',
    'rule',
    'rules',
    'wording',
  ];

  it('have a file each, named like the rule', () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    assert.deepEqual(files.filter((file) => !helpers.includes(file)).sort(), rules.map(({ id }) => id).sort());
  });

  it('are listed in the order of their names', () =>
    assert.deepEqual(
      rules.map(({ id }) => id),
      rules.map(({ id }) => id).sort(),
    ));

  for (const rule of rules) {
    describe(rule.id, () => {
      it('says what it reports in sentences', () => {
        assert.match(rule.summary, /^[A-Z].*\.$/);
        assert.match(rule.explanation, /\.$/);
        assert.ok(rule.examples.length > 0, 'has examples');
      });

      for (const { name, markdown, fixed } of rule.examples) {
        it(`reports: ${name}`, () => {
          const { text, spans } = withSpans(markdown);
          assert.ok(spans.length > 0, 'the example marks something');
          assert.equal(report(rule, snapshotOf(text, shippedKnowledge)), markdown);
        });

        it(`says so in its own name: ${name}`, () => {
          const context = snapshotOf(withSpans(markdown).text, shippedKnowledge);
          for (const finding of checkDocument(context, [rule])) {
            assert.equal(finding.rule, rule.id);
            assert.equal(finding.severity, rule.severity);
            assert.match(finding.message, /^["A-Z].*[."]$/s);
            const preferred = (rule.fix?.(context, finding) ?? []).filter((fix) => fix.preferred);
            assert.ok(preferred.length <= 1, 'at most one fix is preferred');
          }
        });

        if (fixed !== undefined) {
          it(`mends: ${name}`, () => {
            const mended = mend(rule, withSpans(markdown).text, shippedKnowledge);
            assert.equal(mended, fixed);
            assert.deepEqual(checkDocument(snapshotOf(mended, shippedKnowledge), [rule]), []);
          });
        }
      }

      const silent: [name: string, text: string][] = [
        ['an empty file', ''],
        ['a page without questions', '# Pumps\n\nTODO: describe them.\n\nRun `npm start`.\n\n- one?\n- two\n'],
        [
          'a page with a question',
          '# Pumps\n\nKeeps pumps running, day and night.\n\n## Install\n\nCopy it.\n\n## Why?\n\nTODO\n\n## License\n\nNone\n',
        ],
        [
          'a worksheet that is off',
          '---\nworksheets: off\n---\n\n1. What is a port?\n2. What is a hub?\n   - TODO\n3. What is a bit?\n   - a state?\n',
        ],
        ['a glossary', '---\nworksheets: glossary\n---\n\n# Terms\n\n## What is a port?\n\nTODO\n'],
        [
          'an answered worksheet',
          '1. What is a lamp?\n   - A light.\n2. What is a shelf?\n   - A board.\n3. What is a cup?\n   - A vessel.\n',
        ],
      ];
      for (const [name, text] of silent)
        it(`says nothing about ${name}`, () =>
          assert.deepEqual(checkDocument(snapshotOf(text, shippedKnowledge), [rule]), []));
    });
  }
});

describe('findings and fixes with an answer key', () => {
  const worksheet = (assistance: Assistance, body: string) =>
    `---\nworksheets: { role: worksheet, assistance: ${assistance} }\n---\n\n${body}`;
  const body =
    '1. What is a port?\n   -\n2. A switch keeps a ____ of addresses.\n   -\n3. Which steps does a hub take with a frame?\n   - TODO\n4. What is a yak?\n';

  it('answers what the key knows, and only that', () => {
    const text = worksheet('answers', body);
    let mended = mend(ruleOf('unanswered'), text, someKnowledge);
    mended = mend(ruleOf('placeholder-answer'), mended, someKnowledge);
    assert.equal(
      mended,
      worksheet(
        'answers',
        `1. What is a port?
   - A number of 16 bits that tells the processes of a host apart. Servers listen on the lower ones.
2. A switch keeps a table of addresses.
   -
3. Which steps does a hub take with a frame?
   - It takes three:

     1. Read it.
     2. Repeat it.
4. What is a yak?
`,
      ),
    );
  });

  it('reports nothing but the unknown question after all preferred fixes', () => {
    let text = worksheet('answers', body);
    for (const rule of rules) text = mend(rule, text, someKnowledge);
    const left = checkDocument(snapshotOf(text, someKnowledge), rules);
    assert.deepEqual(
      left.map(({ rule, question }) => [rule, question?.text]),
      [['unanswered', 'What is a yak?']],
    );
  });

  it('names its fixes by what they do', () => {
    const context = snapshotOf(worksheet('answers', body), someKnowledge);
    const titles = checkDocument(context, [ruleOf('unanswered')]).map((finding) =>
      ruleOf('unanswered').fix!(context, finding).map(({ title }) => title),
    );
    assert.deepEqual(titles, [
      ['Answer from "Ports and hubs"', 'Answer with key points to fill in'],
      ['Replace ____ with "table"', 'Answer "table"'],
      [],
    ]);
  });

  it('writes key points as a list in the place of the answer', () => {
    const context = snapshotOf(worksheet('answers', '1. What is a port?\n   -\n2. What is a yak?\n'), someKnowledge);
    const [finding] = checkDocument(context, [ruleOf('unanswered')]);
    const [, points] = ruleOf('unanswered').fix!(context, finding!);
    assert.equal(
      applyEdits(context.document.text, points!.edits),
      worksheet('answers', '1. What is a port?\n   - number of 16 bits\n   - processes of a host\n2. What is a yak?\n'),
    );
  });

  for (const assistance of ['hints', 'off'] as const) {
    it(`offers no answers where assistance is "${assistance}"`, () => {
      const context = snapshotOf(worksheet(assistance, body), someKnowledge);
      for (const rule of rules)
        for (const finding of checkDocument(context, [rule]))
          if (rule.id !== 'unsure-answer') assert.deepEqual(rule.fix?.(context, finding) ?? [], []);
    });

    it(`still says what is open where assistance is "${assistance}"`, () => {
      const found = checkDocument(snapshotOf(worksheet(assistance, body), someKnowledge), rules);
      assert.deepEqual(found.map(({ rule }) => rule).sort(), [
        'placeholder-answer',
        'unanswered',
        'unanswered',
        'unanswered',
      ]);
      for (const { message } of found) assert.doesNotMatch(message, /table|number of 16|processes/);
    });
  }
});

describe('unsure answers', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['in a bullet', '1. What comes first?\n   - a request?\n', '1. What comes first?\n   - a request\n'],
    ['in a quote', '1. What comes first?\n\n> a request ??\n', '1. What comes first?\n\n> a request\n'],
    ['behind a label', 'Q: What comes first?\nA: a request?\n', 'Q: What comes first?\nA: a request\n'],
    ['in bold', '### What comes first?\n\n**a request?**\n', '### What comes first?\n\n**a request**\n'],
    ['in parentheses', '### What comes first?\n\na request (?)\n', '### What comes first?\n\na request\n'],
    ['with CRLF', '### What comes first?\r\n\r\na request?\r\n', '### What comes first?\r\n\r\na request\r\n'],
  ];
  const front = '---\nworksheets: worksheet\n---\n\n';
  for (const [name, before, after] of cases)
    it(name, () => {
      const mended = mend(ruleOf('unsure-answer'), front + before);
      assert.equal(mended, front + after);
      assert.deepEqual(checkDocument(snapshotOf(mended), [ruleOf('unsure-answer')]), []);
    });

  it('names the words without their marks', () => {
    const [finding] = checkDocument(snapshotOf(`${front}1. What comes first?\n   - a request?\n`), [
      ruleOf('unsure-answer'),
    ]);
    assert.equal(finding!.message, '"a request?" ends in a question mark. If you are sure, drop it.');
  });
});
