import assert from 'node:assert/strict';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { parseAnswerKey } from '../../../server/src/knowledge/parse-key.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { mended, reported } from '../../support/findings.ts';

const asked = {
  Pumps: ['What does a pump move?', 'Why does a valve close?', 'How is pressure measured?'],
  Pipes: ['What is a pipe made of?', 'When does a flange leak?'],
};
const key = `---\nworksheets: key\n---\n# Water works\n${Object.entries(asked)
  .map(
    ([title, questions]) =>
      `\n## ${title}\n${questions.map((one) => `\n### ${one}\n\nIt **depends** on water.\n`).join('')}`,
  )
  .join('')}`;
const knowledge = createKnowledge([], [parseAnswerKey('file:///course/water.key.md', parseMarkdown(key))]);

const named = '---\nworksheets: { key: water.key.md }\n---\n';
const [move, close, measured] = asked.Pumps;
const [made, leak] = asked.Pipes;
const missing = (body: string) => reported('missing-question', body, knowledge);
const mend = (body: string) => mended('missing-question', body, knowledge)[0]!;

describe('missing questions', () => {
  const list = (...questions: (string | undefined)[]) =>
    questions.map((one, index) => `${index + 1}. ${one}\n   -\n`).join('');

  it('are told at the heading of their section, all at once', () => {
    assert.deepEqual(missing(`${named}## Pumps\n\n${list(move, measured)}\n## Pipes\n\n${list(made, leak)}`), [
      ['## Pumps', `The key "Water works" also asks here: "${close}"`],
    ]);
    assert.deepEqual(missing(`${named}${list(move, made, leak)}`), []);
    assert.deepEqual(missing(`${named}# Week 3\n\n${list(close, measured, leak)}`), [
      ['# Week 3', `The key "Water works" also asks here: "${move}"`],
      ['# Week 3', `The key "Water works" also asks here: "${made}"`],
    ]);
  });

  it('are missed in a worksheet that asks nearly all of a key without naming it', () => {
    assert.deepEqual(missing(list(move, close, measured, leak)), [
      [`1. ${move}`, `The key "Water works" also asks here: "${made}"`],
    ]);
    assert.deepEqual(missing(list(move, close, measured)), []);
  });

  it('are none where a worksheet asks all, in whatever words and order, or only a few', () => {
    assert.deepEqual(missing(`${named}${list(leak, made, measured, close, move)}`), []);
    assert.deepEqual(missing(`${named}${list(close)}`), []);
    assert.deepEqual(missing(list(close, 'What is a tap?', 'Why is water wet?')), []);
  });

  it('are put where the key has them, and numbered', () => {
    assert.deepEqual(mend(`${named}## Pumps\n\n${list(move, measured, 'What is a tap?')}`), [
      'Add the missing question',
      `${named}## Pumps\n\n${list(move, close, measured, 'What is a tap?')}`,
    ]);
    assert.equal(mend(`${named}${list(close, measured)}`)[1], `${named}${list(move, close, measured)}`);
  });

  it('are laid out as the others are', () => {
    const layouts: [before: string, after: string][] = [
      [
        `### ${move}\n\n> Water.\n\n### ${measured}\n\n>\n`,
        `### ${move}\n\n> Water.\n\n### ${close}\n\n>\n\n### ${measured}\n\n>\n`,
      ],
      [
        `**1. ${move}**\n\nWater.\n\n**2. ${measured}**\n`,
        `**1. ${move}**\n\nWater.\n\n**2. ${close}**\n\n**3. ${measured}**\n`,
      ],
      [
        `01. ${move}\n    - Water.\n02. ${measured}\n    -\n`,
        `01. ${move}\n    - Water.\n02. ${close}\n    -\n03. ${measured}\n    -\n`,
      ],
      [
        `Q: ${move}\nA: Water.\n\nQ: ${measured}\nA:\n`,
        `Q: ${move}\nA: Water.\n\nQ: ${close}\nA:\n\nQ: ${measured}\nA:\n`,
      ],
      [`- ${move}\n  - Water.\n- ${measured}\n  -\n`, `- ${move}\n  - Water.\n- ${close}\n  -\n- ${measured}\n  -\n`],
      [
        `| Question | Answer |\n| --- | --- |\n| ${move} | Water. |\n| ${measured} | |\n`,
        `| Question | Answer |\n| --- | --- |\n| ${move} | Water. |\n| ${close} | |\n| ${measured} | |\n`,
      ],
    ];
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    for (const [before, after] of layouts) {
      assert.equal(mend(named + before)[1], named + after);
      assert.equal(mend(crlf(named + before))[1], crlf(named + after));
    }
  });

  it('bring the heading of their section along', () => {
    const nine = { Pumps: [...asked.Pumps, 'Who turns the tap?', 'Where does water stand?'], Taps: ['What drips?'] };
    const large = createKnowledge(
      [],
      [
        parseAnswerKey(
          'file:///course/water.key.md',
          parseMarkdown(
            `---\nworksheets: key\n---\n# Water works\n${Object.entries(nine)
              .map(([title, all]) => `\n## ${title}\n${all.map((one) => `\n### ${one}\n\nIt depends.\n`).join('')}`)
              .join('')}`,
          ),
        ),
      ],
    );
    const body = `${named}# Week 3\n\n## Pumps\n\n${list(...nine.Pumps)}`;
    assert.deepEqual(reported('missing-question', body, large), [
      ['# Week 3', 'The key "Water works" also asks here: "What drips?"'],
    ]);
    assert.equal(
      mended('missing-question', body, large)[0]![1],
      `${body.trimEnd()}\n\n## Taps\n\n${list('What drips?')}`,
    );
  });
});
