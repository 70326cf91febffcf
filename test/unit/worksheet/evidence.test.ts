import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';

/** The questions as `status text`. */
const read = (text: string, declared = true) =>
  readWorksheet(parseMarkdown(text), { knows: () => null, declared: declared || null }).questions.map(
    ({ status, text: asked }) => `${status} ${asked}`,
  );

describe('what the rest of a document says about a line', () => {
  it('a source named in an answer opens no part without answers', () => {
    for (const source of [
      'Source: Wikipedia',
      'reference: https://example.org/a',
      'Resources are things you use.',
      'Source for this example',
    ])
      assert.deepEqual(
        read(`1. What is a port?\nA number.\n${source}\n\n2. What is a hub?\nA box.\n`),
        ['answered What is a port?', 'answered What is a hub?'],
        source,
      );
  });

  it('a list of links does, up to the next label or question', () => {
    const links = '- [What is a port?](https://example.org/p)\n- [What is a hub?](https://example.org/h)\n';
    assert.deepEqual(read(`**Resources from class 1**\n\n${links}\n**Ports**\n\n1. What is a bit?\n   - A digit.\n`), [
      'answered What is a bit?',
    ]);
    assert.deepEqual(read(`1. What is a bit?\n   - A digit.\n\nReferences:\n\n${links}\n2. What is a byte?\n`), [
      'answered What is a bit?',
      'blank What is a byte?',
    ]);
  });

  it('questions of somebody’s own are none, whatever they are called', () => {
    for (const title of ['Things I want to know more about', 'This I Want to know', 'What I want to learn next'])
      assert.deepEqual(
        read(`## Ports\n\n- What is a bit?\n  - A digit.\n\n## ${title}\n\n- Do hubs sleep?\n`),
        ['answered What is a bit?'],
        title,
      );
  });

  it('a statement with an order behind it asks where questions stand', () => {
    assert.deepEqual(
      read(
        '- What is a bit?\n  > A digit.\n- A token is compact. Describe how this helps.\n  > It is short.\n- Why use ports?\n  > To tell programs apart.\n',
      ),
      ['answered What is a bit?', 'answered A token is compact. Describe how this helps.', 'answered Why use ports?'],
    );
    assert.deepEqual(read('1. What is a bit?\n\nIt is a digit. Describe it as you like.\n'), [
      'answered What is a bit?',
    ]);
  });

  it('questions that an answer tells of are none', () => {
    assert.deepEqual(
      read(
        '- [x] Explain the pattern.\n\nIt answers questions like:\n\nHow can it be shared?\nHow can it be found?\n\n- [x] Explain the port.\nA number.\n',
      ),
      ['answered Explain the pattern.', 'answered Explain the port.'],
    );
  });

  it('code that a question speaks of is no answer; what follows it is', () => {
    const code = '\n   ```js\n   f(x);\n   ```\n';
    assert.deepEqual(read(`1. Rewrite the following statement:\n${code}\n2. What is a bit?\n`), [
      'blank Rewrite the following statement:',
      'blank What is a bit?',
    ]);
    assert.deepEqual(read(`1. What does the code below do?\n${code}\n   It calls f.\n`), [
      'answered What does the code below do?',
    ]);
    assert.deepEqual(read(`1. How do you call f?\n${code}`), ['answered How do you call f?']);
  });

  it('a question in the place of an answer is one, where answers go on in the paragraph', () => {
    assert.deepEqual(
      read(
        '**What is a port?**\nA number.\n\n**What should one ask of a site?**\nWhat is it for, and who reads it?\n\n**What is a hub?**\nA box.\n',
      ),
      ['answered What is a port?', 'answered What should one ask of a site?', 'answered What is a hub?'],
    );
  });

  it('what is numbered in the same way is asked in the same way', () => {
    assert.deepEqual(
      read(
        '**1. A catchy title of two words**\n\n**2. Which headline do you have?**\n\nPorts for all.\n\n**3. Your pitch: write what you said.**\n\nI sell ports.\n\n**4. What comes next?**\n',
      ).length,
      4,
    );
  });

  it('a list indented for another marker is still a list', () => {
    assert.deepEqual(
      read(
        '  1. What is a bit?\n\n  2. Answer the following questions:\n\n    - What is a hub?\n    - What is a port?\n',
      ),
      ['blank What is a bit?', 'blank What is a hub?', 'blank What is a port?'],
    );
  });

  it('a word in bold answers a sentence among questions', () => {
    assert.deepEqual(
      read(
        '1. What is a bit?\n   - A digit.\n2. Each item needs its own **key**.\n3. What is a hub?\n4. Why use ports?\n',
      ),
      [
        'answered What is a bit?',
        'answered Each item needs its own key.',
        'blank What is a hub?',
        'blank Why use ports?',
      ],
    );
  });

  it('terms, titles, calls and code ask nothing', () => {
    const notes =
      '## Who reads it\n\n- Who - is your audience\n- What - do they want\n- Name, which tells what it is\n- **Contrast** - the difference\n\n### How People Use The Web\n\nlet name = prompt("what is your name?");\n\n__repr__: what an object says of itself\n\n#### parse(source, options?)\n';
    assert.deepEqual(read(notes), []);
  });

  it('a question that ends in a link has its answer behind it', () =>
    assert.deepEqual(
      read('1. What do you want after the [README](https://example.org/r)? To rest.\n2. What is a bit?\n'),
      ['answered What do you want after the README?', 'blank What is a bit?'],
    ));

  it('an article with questions in it is no worksheet', () => {
    const plain = 'A method belongs to its class. It is called by its name. ';
    const asking = 'This looks natural, but what happens behind the scenes? A method is called. ';
    const paragraph = `${plain.repeat(4)}\n\n`;
    const article = `${paragraph.repeat(3)}${asking.repeat(3)}\n\n`;
    assert.deepEqual(read(`# What Are Methods?\n\n${article.repeat(5)}`, false), []);
  });
});
