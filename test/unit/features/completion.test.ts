import assert from 'node:assert/strict';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../../server/src/features/completion.ts';
import { inlineCompletion } from '../../../server/src/features/inline-completion.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyFrom, someKnowledge } from '../../support/knowledge.ts';
import { withCursor } from '../../support/marked-text.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { describeQuestions } from '../../support/worksheet.ts';

const front = '---\nworksheets: worksheet\n---\n\n';

function itemsAt(marked: string, assistance: Assistance = 'answers', trigger: string | null = null): CompletionItem[] {
  const { text, position } = withCursor(front + marked);
  return completion(snapshotOf(text, someKnowledge, { assistance }), position, trigger);
}

/** The text after an item is taken, without the front matter. */
function take(marked: string, label: string): string {
  const { text } = withCursor(front + marked);
  const item = itemsAt(marked).find((each) => each.label === label);
  assert.ok(item, `an item "${label}"`);
  const { range, newText } = item.textEdit as TextEdit;
  const lines = LineIndex.of(text);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  return applyEdits(text, [{ span, newText }]).slice(front.length);
}

const answer = 'A number of 16 bits that tells the processes of a host apart. Servers listen on the lower ones.';
const short = 'A number of 16 bits that tells the processes of a host apart.';

describe('completing an answer', () => {
  const layouts: [name: string, marked: string, completed: string][] = [
    [
      'an empty bullet',
      '1. What is a port?\n   -<|>\n2. What is a yak?\n',
      `1. What is a port?\n   - ${answer}\n2. What is a yak?\n`,
    ],
    [
      'an empty bullet with a space',
      '1. What is a port?\n   - <|>\n2. What is a yak?\n',
      `1. What is a port?\n   - ${answer}\n2. What is a yak?\n`,
    ],
    [
      'the end of an item',
      '1. What is a port?<|>\n2. What is a yak?\n',
      `1. What is a port?\n   - ${answer}\n2. What is a yak?\n`,
    ],
    [
      'a blank line in an item',
      '1. What is a port?\n   <|>\n2. What is a yak?\n',
      `1. What is a port?\n   - ${answer}\n2. What is a yak?\n`,
    ],
    [
      'the line below a heading',
      '### What is a port?\n<|>\n### What is a yak?\n',
      `### What is a port?\n\n${answer}\n\n### What is a yak?\n`,
    ],
    [
      'two lines below a heading',
      '### What is a port?\n\n<|>\n\n### What is a yak?\n',
      `### What is a port?\n\n${answer}\n\n### What is a yak?\n`,
    ],
    ['the end of the file', '### What is a port?\n\n<|>', `### What is a port?\n\n${answer}`],
    [
      'a label',
      'Q: What is a port?\nA:<|>\n\nQ: What is a yak?\n',
      `Q: What is a port?\nA: ${answer}\n\nQ: What is a yak?\n`,
    ],
    [
      'a label with a space',
      'Q: What is a port?\nA: <|>\n\nQ: What is a yak?\n',
      `Q: What is a port?\nA: ${answer}\n\nQ: What is a yak?\n`,
    ],
    [
      'a quote',
      '### What is a port?\n> <|>\n\n### What is a yak?\n',
      `### What is a port?\n> ${answer}\n\n### What is a yak?\n`,
    ],
    [
      'bold',
      '**What is a port?**\n<|>\n\n**What is a yak?**\n',
      `**What is a port?**\n\n${answer}\n\n**What is a yak?**\n`,
    ],
    [
      'a placeholder',
      '1. What is a port?\n   - TODO<|>\n2. What is a yak?\n',
      `1. What is a port?\n   - ${answer}\n2. What is a yak?\n`,
    ],
    [
      'CRLF',
      '1. What is a port?\r\n   -<|>\r\n2. What is a yak?\r\n',
      `1. What is a port?\r\n   - ${answer}\r\n2. What is a yak?\r\n`,
    ],
  ];
  for (const [name, marked, completed] of layouts)
    it(`in ${name}`, () => {
      assert.equal(take(marked, 'Answer'), completed);
      const { text } = withCursor(front + marked);
      const asked = (each: string) => describeQuestions(each).map((line) => line.replace(/^\S+ ?\S* \d+ | = .*/g, ''));
      assert.deepEqual(asked(front + completed), asked(text));
    });

  it('offers the answer, a short one and the key points, in this order', () => {
    const items = itemsAt('### What is a port?\n\n<|>\n');
    const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.deepEqual(
      sorted.map(({ label }) => label),
      ['Answer', 'Short answer', 'Key points to write from'],
    );
    assert.deepEqual(
      sorted.map(({ preselect }) => preselect),
      [true, false, false],
    );
  });

  it('writes a short answer and key points', () => {
    const marked = '1. What is a port?\n   -<|>\n';
    assert.equal(take(marked, 'Short answer'), `1. What is a port?\n   - ${short}\n`);
    assert.equal(
      take(marked, 'Key points to write from'),
      '1. What is a port?\n   - number of 16 bits\n   - processes of a host\n',
    );
  });

  it('keeps answers of several lines inside their item', () => {
    assert.equal(
      take('1. Which steps does a hub take with a frame?\n   -<|>\n2. What is a yak?\n', 'Answer'),
      '1. Which steps does a hub take with a frame?\n   - It takes three:\n\n     1. Read it.\n     2. Repeat it.\n2. What is a yak?\n',
    );
  });

  it('shows answer and source, and is no snippet', () => {
    for (const item of itemsAt('### What is a port?\n\n<|>\n')) {
      assert.match(
        (item.documentation as { value: string }).value,
        /\[The book, chapter 3\]\(https:\/\/example\.org\/book\/3\)$/,
      );
      assert.equal(item.labelDetails?.description, 'Ports and hubs (key)');
      assert.equal(item.insertTextFormat, InsertTextFormat.PlainText);
    }
  });

  it('can be matched by editors against what it replaces', () => {
    const { text } = withCursor(`${front}1. What is a port?\n   - <|>\n`);
    const lines = LineIndex.of(text);
    for (const { filterText, textEdit, label } of itemsAt('1. What is a port?\n   - <|>\n')) {
      const { start, end } = (textEdit as TextEdit).range;
      assert.equal(start.line, end.line, 'one line, as LSP wants it');
      const replaced = text.slice(lines.offsetAt(start), lines.offsetAt(end));
      assert.equal(filterText, replaced === '' ? label : replaced);
    }
  });
});

describe('completing a fill-in', () => {
  it('puts an accepted word into the blank', () => {
    const marked = '1. A switch keeps a __<|>__ of addresses.\n   -\n';
    assert.deepEqual(
      itemsAt(marked).map(({ label }) => label),
      ['table', 'list'],
    );
    assert.equal(take(marked, 'list'), '1. A switch keeps a list of addresses.\n   -\n');
  });

  it('writes it below the sentence', () => {
    assert.equal(
      take('1. A switch keeps a ____ of addresses.\n   -<|>\n', 'table'),
      '1. A switch keeps a ____ of addresses.\n   - table\n',
    );
  });
});

describe('completing nothing', () => {
  const places: [name: string, marked: string][] = [
    ['in an answered question', '### What is a port?\n\nA number.<|>\n'],
    ['in a question that no key knows', '### What is a yak?\n\n<|>\n'],
    ['in a heading', '# Ports <|>\n\n### What is a port?\n'],
    ['in code', '```\npor<|>\n```\n'],
    ['in front matter', ''],
  ];
  for (const [name, marked] of places)
    it(name, () => {
      if (marked !== '') assert.deepEqual(itemsAt(marked), []);
      else {
        const { text, position } = withCursor('---\nworksheets: worksheet\ntitle: por<|>\n---\n');
        assert.deepEqual(completion(snapshotOf(text, someKnowledge), position, null), []);
      }
    });

  for (const assistance of ['hints', 'off'] as const) {
    it(`in an empty slot with assistance "${assistance}"`, () => {
      for (const marked of ['1. What is a port?\n   -<|>\n', '1. A switch keeps a __<|>__ of addresses.\n']) {
        assert.deepEqual(itemsAt(marked, assistance), []);
        const { text, position } = withCursor(front + marked);
        assert.deepEqual(inlineCompletion(snapshotOf(text, someKnowledge, { assistance }), position), []);
      }
    });

    it(`in an empty slot where the worksheet says "${assistance}"`, () => {
      const { text, position } = withCursor(
        `---\nworksheets: { role: worksheet, assistance: ${assistance} }\n---\n\n1. What is a port?\n   -<|>\n`,
      );
      assert.deepEqual(completion(snapshotOf(text, someKnowledge), position, null), []);
    });
  }

  it('where the settings allow less than the worksheet', () => {
    const { text, position } = withCursor(
      '---\nworksheets: { role: worksheet, assistance: answers }\n---\n\n1. What is a port?\n   -<|>\n',
    );
    assert.deepEqual(completion(snapshotOf(text, someKnowledge, { assistance: 'hints' }), position, null), []);
  });

  it('in an empty slot where the key has no answer yet', () => {
    const { text, position } = withCursor(`${front}1. What is a dune?\n   -<|>\n`);
    for (const answer of ['', 'TODO\n']) {
      const knowledge = keyFrom(`### What is a dune?\n\n${answer}\n### What is a yak?\n\nAn **ox**.\n`);
      assert.deepEqual(completion(snapshotOf(text, knowledge), position, null), []);
    }
  });
});

describe('completing prose', () => {
  it('offers terms by the word before the cursor', () => {
    const [item] = itemsAt('### What is a yak?\n\nIt has a por<|>\n');
    assert.equal(item!.label, 'Port number');
    assert.equal(
      take('### What is a yak?\n\nIt has a por<|>\n', 'Port number'),
      '### What is a yak?\n\nIt has a Port number\n',
    );
  });

  it('replaces a whole word when the cursor stands inside it, but nothing behind', () => {
    const taken = (marked: string) =>
      take(`### What is a yak?\n\nIt has a ${marked}\n`, 'Port number').split('It has a ')[1];
    assert.equal(taken('por<|>ts.'), 'Port number.\n');
    assert.equal(taken('por<|>-hole here'), 'Port number-hole here\n');
  });

  it('offers the name of a term that an alias finds', () =>
    assert.deepEqual(
      itemsAt('### What is a yak?\n\nIt has ports<|>\n').map(({ label, filterText }) => [label, filterText]),
      [['Port number', 'ports']],
    ));

  it('offers none to a character typed', () =>
    assert.deepEqual(itemsAt('### What is a yak?\n\nIt has a por<|>\n', 'answers', 'r'), []));

  it('offers terms whatever the assistance', () => {
    for (const assistance of ['hints', 'off'] as const)
      assert.deepEqual(
        itemsAt('### What is a yak?\n\nIt has a por<|>\n', assistance).map(({ label }) => label),
        ['Port number'],
      );
  });
});

describe('ghost text', () => {
  /** The text after the ghost text is taken; null where there is none. */
  function ghost(marked: string): string | null {
    const { text, position, offset } = withCursor(front + marked);
    const [item] = inlineCompletion(snapshotOf(text, someKnowledge), position);
    if (!item) return null;
    const lines = LineIndex.of(text);
    const { start, end } = item.range!;
    const span = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
    assert.equal(start.line, end.line, 'one line');
    assert.ok((item.insertText as string).startsWith(text.slice(span.start, offset)), 'goes on behind the cursor');
    return applyEdits(text, [{ span, newText: item.insertText as string }]).slice(front.length);
  }

  it('does not go on behind words, as it would not replace them', () =>
    assert.equal(ghost('1. What is a port?\n   - TODO<|>\n'), null));

  const layouts: [name: string, marked: string, taken: string][] = [
    ['an empty bullet', '1. What is a port?\n   -<|>\n', `1. What is a port?\n   - ${short}\n`],
    ['an empty bullet with a space', '1. What is a port?\n   - <|>\n', `1. What is a port?\n   - ${short}\n`],
    ['a label', 'Q: What is a port?\nA: <|>\n', `Q: What is a port?\nA: ${short}\n`],
    ['a line below a heading', '### What is a port?\n\n<|>\n', `### What is a port?\n\n${short}\n`],
    [
      'a fill-in',
      '1. A switch keeps a ____ of addresses.\n   - <|>\n',
      '1. A switch keeps a ____ of addresses.\n   - table\n',
    ],
  ];
  for (const [name, marked, taken] of layouts) it(`in ${name}`, () => assert.equal(ghost(marked), taken));

  it('never on the question’s own line, nor in an answer', () => {
    for (const marked of [
      '### What is a port?<|>\n',
      '1. What is a port?<|>\n   -\n',
      '### What is a port?\n\nA <|>\n',
    ])
      assert.equal(ghost(marked), null, marked);
  });
});
