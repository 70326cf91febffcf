import assert from 'node:assert/strict';
import type { KnowsQuestion } from '../../../server/src/worksheet/known-question.ts';
import { read } from '../../support/worksheet.ts';

const roleOf = (text: string, knows?: KnowsQuestion) => read(text, null, knows).worksheet.role;

describe('worksheets by their looks', () => {
  const worksheets: [name: string, text: string][] = [
    [
      'three questions with answers',
      '1. What is a port?\n   - A number.\n2. What is a hub?\n   - A box.\n3. What is a bit?\n   - Two states.\n',
    ],
    ['an empty template', '# Reading 4\n\n## What is a port?\n\n## What is a hub?\n\n## What is a frame?\n'],
    ['an empty numbered template', '1. What is a port?\n2. What is a hub?\n3. Describe a frame.\n4. Explain a mask.\n'],
    ['fill-in sentences', '- Layer ____ reads bits.\n- Layer ____ reads frames.\n- Layer ____ reads packets.\n'],
    [
      'answers first, and long notes below',
      `# Pumps\n\nWhat is a pump?\n- A machine.\n\nWho builds it?\n- We do.\n\nWhy now?\n- It is dry.\n\n## Notes of the day\n\n${Array(20).fill('It ran all day.').join('\n\n')}\n`,
    ],
    [
      'an empty template of nested bullets',
      '- Pumps\n  - What is a pump?\n  - Who builds it?\n- Valves\n  - What is a valve?\n  - Why does it leak?\n',
    ],
    [
      'questions pasted with their indentation',
      '# Pumps\n\n    What is a pump?\n\nA machine.\n\n    Who builds it?\n    Who uses it?\n    \nWe do.\n\n    Why now?\n',
    ],
    [
      'headings that ask, and some that were shortened',
      `# Day 3\n\n${[
        'What is a port?',
        'What is a hub?',
        'Why is a hub slow?',
        'How does a bit look?',
        'Who counts bits?',
      ]
        .map((title) => `## ${title}\n\nIt depends.\n\n`)
        .join('')}## Three flags\n\n- SYN\n\n- ACK\n\n- FIN\n\n## Ports I use\n\n${'None yet.\n\n'.repeat(9)}`,
    ],
    ['two questions and no more', '# Day 4\n\n## What is a port?\n\nA number.\n\n## What is a hub?\n\nA box.\n'],
    [
      'two questions of a review',
      `# Ports\n\n${'It ran all day.\n\n'.repeat(9)}## Review:\n\n1. What is a port?\n2. Name a hub.\n`,
    ],
    [
      'two questions in a part named after more than that',
      '## Review, Research, and Discussion\n\n1. What is a port?\n2. Compare hubs and switches\n\n## Pumps\n\nThey run.\n\nDay and night.\n',
    ],
    ['Q and A', 'Q: What is a port?\nA: A number.\n\nQ: What is a hub?\nA: A box.\n\nQ: What is a bit?\nA:\n'],
  ];
  for (const [name, text] of worksheets) it(name, () => assert.equal(roleOf(text), 'worksheet'));

  const steps = Array.from({ length: 12 }, (_, step) => `${step + 1}. Open the valve number ${step + 1}.\n`).join('');
  const prose = Array.from(
    { length: 30 },
    (_, line) => `The pump of house ${line} runs day and night, summer and winter.\n`,
  );
  const others: [name: string, text: string][] = [
    ['an empty file', ''],
    ['one heading', '# Pumps\n'],
    ['a recipe', `# Start the pump\n\n${steps}`],
    ['prose', prose.join('\n')],
    [
      'a README with questions people ask',
      `# Pumpkeeper\n\nKeeps pumps running.\n\n## Install\n\n\`\`\`\nnpm install pumpkeeper\n\`\`\`\n\n## Use\n\n${prose.slice(0, 12).join('\n')}\n## FAQ\n\n### Why does it need a clock?\n\nBecause pumps have hours.\n\n### How do I stop it?\n\nPress q.\n\n## License\n\nMIT\n`,
    ],
    [
      'a README with questions in it and little else',
      '# Pumpkeeper\n\n## Installation\n\n```\nnpm install pumpkeeper\n```\n\n## Why a clock?\n\nPumps have hours.\n\n## How do I stop it?\n\nPress q.\n\n## Who made it?\n\nWe did.\n\n## 🙌 Contributing\n\nDo.\n',
    ],
    [
      'a README with short questions, an FAQ among them',
      '# Pumpkeeper\n\n## 🚀 Getting Started\n\nRun it.\n\n## F.A.Qs\n\n- Does it need a clock?\n  - yes\n- Does it stop?\n  - no\n- Does it talk?\n  - no\n- Does it pump?\n  - yes\n',
    ],
    [
      'questions that others ask often',
      '# Pumps: FAQ\n\n## Why a clock?\n\nPumps have hours.\n\n## How do I stop it?\n\nPress q.\n\n## Who made it?\n\nWe did.\n',
    ],
    [
      "a site's page",
      '---\ntitle: Pumps\nslug: /pumps\n---\n\n## Why a clock?\n\nPumps have hours.\n\n## How do I stop it?\n\nPress q.\n\n## Who made it?\n\nWe did.\n',
    ],
    [
      'a form to report things with',
      '---\nname: Leak\nabout: Report a leak\n---\n\n- Where does it leak?\n- When did it start?\n- What did you try?\n',
    ],
    [
      'headings that ask, among many others',
      `# Pumps\n\n${['What is a pump?', 'Who builds it?', 'Why now?', 'Parts', 'Prices'].map((title) => `## ${title}\n\n${prose.slice(0, title.endsWith('?') ? 1 : 9).join('\n')}\n`).join('')}`,
    ],
    ['one question', '## What is a pump?\n\nA machine that moves water.\n'],
    [
      'a list of links',
      '- [What is a port?](a.md)\n- [What is a hub?](b.md)\n- [What is a frame?](c.md)\n- [Why?](d.md)\n',
    ],
    [
      'an API page',
      '## open(path, mode?)\n\nOpens a pump.\n\n## close(path, force?)\n\nCloses it.\n\n## list(filter?)\n\nLists all.\n\n## start(at?)\n\nStarts one.\n',
    ],
    ['a change log', '## 1.1.0\n\n- Add valves\n- Describe pumps in the log\n\n## 1.0.0\n\n- First release\n'],
    [
      'advice on what to ask',
      '# Repairs\n\n- Begin by asking yourself a few things\n- What did you hear?\n- Is the valve open?\n- Does it leak?\n- Who was there before?\n',
    ],
    [
      'notes with examples that ask',
      '# Repairs\n\n- A keeper looks at the whole pump first\n  - Is the valve open?\n  - Does it leak?\n  - What did you hear?\n- Every pump has a log that the keeper reads\n  - Who was there before?\n',
    ],
    [
      'words explained by what they ask',
      '- `who` = list of users = who is on the pump?\n- `when` = clock = when did it start?\n- `what` = log = what is it doing now?\n',
    ],
    [
      'a README whose parts ask',
      `### why?\n\nIt is dry.\n\n### what?\n\nA pump.\n\n### how?\n\nPress g.\n\n## Use\n\n${prose.slice(0, 12).join('\n')}\n`,
    ],
    ['indented code', 'Run it:\n\n    # What is a port?\n    list(ports)\n    What?\n\nThen stop.\n'],
    ['code only', '```\nWhat is a port?\nWhat is a hub?\nWhat is a frame?\n```\n'],
  ];
  for (const [name, text] of others)
    it(`not ${name}`, () => {
      const { worksheet } = read(text, null);
      assert.deepEqual([worksheet.role, worksheet.questions], ['none', []]);
      assert.equal(worksheet.reasons.length, 1);
    });

  it('takes the word of a key that knows the questions', () => {
    const text = `${prose.slice(0, 8).join('\n')}\n## What is a port?\n\nA number.\n\n## What is a hub?\n`;
    assert.equal(roleOf(text), 'none');
    assert.equal(
      roleOf(text, (asked) => (/^What is a/.test(asked) ? { kind: 'open', verbatim: true } : null)),
      'worksheet',
    );
  });

  it('takes the word of the settings', () => {
    assert.equal(read('## What is a port?\n', true).worksheet.role, 'worksheet');
    assert.equal(read(worksheets[0]![1], false).worksheet.role, 'none');
  });

  it('gives reasons', () => {
    for (const [name, text] of worksheets) {
      const { reasons, questions } = read(text, null).worksheet;
      assert.ok(reasons[0]!.startsWith(`${questions.length} questions`), `${name}: ${reasons}`);
    }
  });
});

describe('front matter', () => {
  const body = '\n# Notes\n\n### What is a port?\n\nA number.\n';
  const readWith = (yaml: string) => read(`---\n${yaml}\n---\n${body}`, null).worksheet;

  const roles: [yaml: string, role: string, questions: number][] = [
    ['worksheets: worksheet', 'worksheet', 1],
    ['worksheets: true', 'worksheet', 1],
    ['worksheets: on', 'worksheet', 1],
    ['worksheets: key', 'key', 1],
    ['worksheets: glossary', 'glossary', 0],
    ['worksheets: off', 'none', 0],
    ['worksheets: "off"', 'none', 0],
    ['worksheets: false', 'none', 0],
    ['worksheets:\n  role: key', 'key', 1],
    ['worksheets: { key: ports.key.md }', 'worksheet', 1],
    ['worksheets: { role: off }', 'none', 0],
    ['title: Ports', 'none', 0],
    ['worksheet: key', 'none', 0],
    ['worksheets: { assistance: hints }', 'none', 0],
  ];
  for (const [yaml, role, questions] of roles)
    it(JSON.stringify(yaml), () => {
      const worksheet = readWith(yaml);
      assert.deepEqual([worksheet.role, worksheet.questions.length], [role, questions]);
      assert.deepEqual(worksheet.frontMatter.problems, []);
    });

  it('names a key and an assistance', () => {
    const { key, assistance } = readWith('worksheets:\n  key: ports.key.md\n  assistance: hints').frontMatter;
    assert.deepEqual([key, assistance], ['ports.key.md', 'hints']);
  });

  it('takes YAML’s off for the assistance', () => {
    assert.equal(readWith('worksheets: { assistance: off }').frontMatter.assistance, 'off');
    assert.equal(readWith('worksheets: { assistance: false }').frontMatter.assistance, 'off');
  });

  it('takes the assistance in any case, and one it does not know for hints, which give nothing away', () => {
    assert.equal(readWith('worksheets: { assistance: Hints }').frontMatter.assistance, 'hints');
    assert.equal(readWith('worksheets: { assistance: OFF }').frontMatter.assistance, 'off');
    for (const value of ['hint', 'none', '0', '', '[off]'])
      assert.equal(readWith(`worksheets: { assistance: ${value} }`).frontMatter.assistance, 'hints', value);
  });

  const wrong: [yaml: string, place: string][] = [
    ['worksheets: glosary', 'glosary'],
    ['worksheets: 7', '7'],
    ['worksheets: { assistance: much }', 'much'],
    ['worksheets: { assistence: hints }', 'assistence'],
    ['worksheets:\n  role: keys', 'keys'],
    ['worksheets: { role: worksheet', ''],
    ['worksheets: "key', ''],
    ['worksheets: [key, off]', '[key, off]'],
    ['worksheets:', ''],
    ['worksheets: key\nworksheets: off', 'w'],
  ];
  for (const [yaml, place] of wrong)
    for (const eol of ['\n', '\r\n'])
      it(`cannot be understood: ${JSON.stringify(yaml)}${eol === '\n' ? '' : ' with CRLF'}`, () => {
        const { document, worksheet } = read(`---\n${yaml}\n---\n${body}`.replaceAll('\n', eol), null);
        const [problem, ...more] = worksheet.frontMatter.problems;
        assert.equal(more.length, 0);
        assert.ok(problem!.span.start <= problem!.span.end && problem!.span.end <= document.text.length);
        if (place) assert.equal(document.text.slice(problem!.span.start, problem!.span.end), place);
      });

  it('that is wrong leaves the questions readable', () => {
    const text = `---\nworksheets: { assistance: much, role: worksheet }\n---\n${body}`;
    assert.deepEqual(
      [read(text, null).questions.length, read(text, null).worksheet.frontMatter.problems.length],
      [1, 1],
    );
  });

  it('that cannot be read is nobody’s mistake where it only mentions worksheets', () => {
    assert.deepEqual(readWith('title: Ports: worksheets').frontMatter.problems, []);
  });

  it('may be nested as deep as it likes', () => {
    for (const part of ['[', '{a: ', '![', '- ', '? ', 'a: '])
      for (const count of [60, 900, 5000]) {
        const { role, frontMatter } = readWith(`worksheets: ${part.repeat(count)}`);
        assert.deepEqual([role, frontMatter.problems.length], ['none', 1], `${count} times ${part}`);
        assert.ok(frontMatter.problems[0]!.message.length < 120);
      }
  });

  it('is only read at the start', () => {
    const { worksheet } = read(`${body}\n---\nworksheets: key\n---\n`, null);
    assert.deepEqual([worksheet.role, worksheet.frontMatter.role], ['none', null]);
  });

  it('says more than the looks', () => {
    const looks = '1. What is a port?\n2. What is a hub?\n3. What is a frame?\n';
    assert.equal(roleOf(looks), 'worksheet');
    assert.equal(roleOf(`---\nworksheets: off\n---\n${looks}`), 'none');
  });
});
