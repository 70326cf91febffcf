import assert from 'node:assert/strict';
import { type Marks, readMarks } from '../../../server/src/worksheet/marks.ts';

/** What is said about a line; what is left out is as in `plain`. */
type Expected = Partial<Omit<Marks, 'content' | 'indent' | 'contentColumn' | 'restStart'>> & { readonly rest?: string };

const plain: Required<Omit<Expected, 'text'>> = {
  quotes: 0,
  marker: null,
  number: null,
  heading: 0,
  innerNumber: false,
  label: null,
  emphasis: 'none',
  rest: '',
};

/** @param depth the depth of the heading that CommonMark finds, 0 where it finds none */
function marksOf(raw: string, depth = 0): Required<Expected> {
  const { content: _, indent: __, contentColumn: ___, restStart, ...marks } = readMarks(raw, 0, depth, true);
  return { ...marks, rest: restStart === null ? '' : raw.slice(restStart) };
}

/** Stands for `…` in the table, so that the layouts are easy to see. */
const question = 'What is a port?';
const bullet = { marker: 'bullet' } as const;
const first = { marker: 'ordered', number: 1 } as const;

describe('marks of a line', () => {
  const layouts: [line: string, expected: Expected][] = [
    ['…', {}],
    ['- …', bullet],
    ['* …', bullet],
    ['+ …', bullet],
    ['• …', bullet],
    ['-…', bullet],
    ['  - …', bullet],
    ['\t- …', bullet],
    ['-\t…', bullet],
    ['1. …', first],
    ['1) …', first],
    ['1.) …', first],
    ['(1) …', first],
    ['1.…', first],
    ['1)…', first],
    ['1- …', first],
    ['1.\u00A0…', first],
    ['12. …', { marker: 'ordered', number: 12 }],
    ['- [ ] …', bullet],
    ['- [x] …', bullet],
    ['1. [X] …', first],
    ['# …', { heading: 1 }],
    ['###### …', { heading: 6 }],
    ['## … ##', { heading: 2 }],
    ['##…', { heading: 2 }],
    [' ### …', { heading: 3 }],
    ['### 1. …', { heading: 3, innerNumber: true }],
    ['### 1) …', { heading: 3, innerNumber: true }],
    ['### 1.…', { heading: 3, innerNumber: true }],
    ['## 1- …', { heading: 2, innerNumber: true }],
    ['### -6 …', { heading: 3, innerNumber: true }],
    ['### **…**', { heading: 3, emphasis: 'bold' }],
    ['### **1. …**', { heading: 3, emphasis: 'bold', innerNumber: true }],
    ['### 1. **…**', { heading: 3, emphasis: 'bold', innerNumber: true }],
    ['> …', { quotes: 1 }],
    ['>…', { quotes: 1 }],
    ['> > …', { quotes: 2 }],
    ['>> …', { quotes: 2 }],
    ['> - …', { quotes: 1, ...bullet }],
    ['- > …', { quotes: 1, ...bullet }],
    ['> ## …', { quotes: 1, heading: 2 }],
    ['> ## 1- …', { quotes: 1, heading: 2, innerNumber: true }],
    ['>1. **…**', { quotes: 1, ...first, emphasis: 'bold' }],
    ['- ### …', { ...bullet, heading: 3 }],
    ['2. ## …', { marker: 'ordered', number: 2, heading: 2 }],
    ['- 3. …', { ...bullet, innerNumber: true }],
    ['**…**', { emphasis: 'bold' }],
    ['__…__', { emphasis: 'bold' }],
    ['*…*', { emphasis: 'italic' }],
    ['_…_', { emphasis: 'italic' }],
    ['***…***', { emphasis: 'both' }],
    ['**1. …**', { emphasis: 'bold', innerNumber: true }],
    ['**1) …**', { emphasis: 'bold', innerNumber: true }],
    ['1. **…**', { ...first, emphasis: 'bold' }],
    ['1. *…*', { ...first, emphasis: 'italic' }],
    ['- **…**', { ...bullet, emphasis: 'bold' }],
    ['- **…:**', { ...bullet, emphasis: 'bold', text: `${question}:` }],
    ['* *…*', { ...bullet, emphasis: 'italic' }],
    ['**…** A number.', { emphasis: 'bold', rest: ' A number.', text: `${question} A number.` }],
    ['1. *…* - A number.', { ...first, emphasis: 'italic', rest: ' - A number.', text: `${question} - A number.` }],
    ['**Q:** …', { label: 'question' }],
    ['Q: …', { label: 'question' }],
    ['q: …', { label: 'question' }],
    ['Q1: …', { label: 'question' }],
    ['Question: …', { label: 'question' }],
    ['Question 2: …', { label: 'question' }],
    ['Question 2 - …', { label: 'question' }],
    ['Question #2. …', { label: 'question' }],
    ['**Question**: …', { label: 'question' }],
    ['**Question:** …', { label: 'question' }],
    ['**Q1.** …', { label: 'question' }],
    ['**Q: …**', { label: 'question', emphasis: 'bold' }],
    ['- Q: …', { ...bullet, label: 'question' }],
    ['- **Q:** …', { ...bullet, label: 'question' }],
    ['### Q: …', { heading: 3, label: 'question' }],
    ['A: …', { label: 'answer' }],
    ['A. …', { label: 'answer' }],
    ['Ans: …', { label: 'answer' }],
    ['Answer: …', { label: 'answer' }],
    ['Answer 2: …', { label: 'answer' }],
    ['**Answer**: …', { label: 'answer' }],
    ['*A:* …', { label: 'answer' }],
    ['- **A:** …', { ...bullet, label: 'answer' }],
    ['> A: …', { quotes: 1, label: 'answer' }],
    ['<h3>…</h3>', { heading: 3 }],
    ['<h3>1. …</h3>', { heading: 3, innerNumber: true }],
    ['<h3 align="center">…</h3>', { heading: 3 }],
    ['<b>…</b>', { emphasis: 'bold' }],
    ['<em>…</em>', { emphasis: 'italic' }],
    ['<summary>…</summary>', {}],
    ['<details><summary><b>…</b></summary>', { emphasis: 'bold' }],
    ['- <strong>…</strong>', { ...bullet, emphasis: 'bold' }],
    ['1. …<br>', first],
    ['…\\', {}],
    ['1. …  ', first],
    ['1. **…**\\', { ...first, emphasis: 'bold' }],
    ['1. …\r', first],
    ['- **…**\r', { ...bullet, emphasis: 'bold' }],
  ];
  for (const [layout, expected] of layouts) {
    const line = layout.replace('…', question);
    it(JSON.stringify(line), () => assert.deepEqual(marksOf(line), { ...plain, text: question, ...expected }));
  }
});

describe('what looks like a mark and is none', () => {
  const lines: [line: string, expected?: Expected][] = [
    ['__init__ runs first'],
    ['**Ports** are numbers.'],
    ['-1'],
    ['-1 is a number'],
    ['-> next'],
    ['--flag'],
    ['--'],
    ['#1 of three'],
    ['#!/bin/sh'],
    ['1.5 seconds'],
    ['3.14159 is short'],
    ['2024 was a year'],
    ['1 port'],
    ['10:30 on a clock'],
    ['*not closed'],
    ['**not closed'],
    ['a) one choice'],
    ['A. Turing was a mathematician', { label: 'answer' }],
    ['A port is a number'],
    ['Answering takes time'],
    ['Questions come first'],
    ['Quite so: yes'],
    ['`- code`'],
    ['x > y'],
    ['a - b'],
    ['<https://example.org/>'],
    ['<section>'],
  ];
  for (const [line, expected] of lines) {
    it(JSON.stringify(line), () => {
      const { text, ...marks } = marksOf(line);
      const { text: _, ...wanted } = { text, ...plain, ...expected };
      assert.deepEqual(marks, wanted);
    });
  }

  it('leaves a line of code alone', () => {
    const { content, text, marker } = readMarks('- x', 10, 0, false);
    assert.deepEqual({ content, text, marker }, { content: { start: 10, end: 13 }, text: '- x', marker: null });
  });

  it('has no text behind marks that stand alone', () => {
    for (const line of ['', '-', '1.', '>', '> -', '##', 'A:', '  *  ']) {
      const { content, text } = readMarks(line, 5, 0, true);
      assert.equal(text, '', line);
      assert.ok(content.start <= content.end && content.end <= 5 + line.length, line);
    }
  });
});

describe('places of marks', () => {
  it('counts tabs to multiples of four', () => {
    const { indent, contentColumn } = readMarks('\t-\tQ', 0, 0, true);
    assert.deepEqual([indent, contentColumn], [4, 8]);
  });

  it('starts the content of an item behind its marker', () => {
    const { indent, contentColumn } = readMarks('  10. **Why?**', 0, 0, true);
    assert.deepEqual([indent, contentColumn], [2, 6]);
  });

  it('gives offsets in the text that the line stands in', () => {
    const { content, restStart } = readMarks('- **Why?** So.', 100, 0, true);
    assert.deepEqual([content, restStart], [{ start: 104, end: 114 }, 110]);
  });

  it('leaves the closing marks out of the content', () => {
    for (const [line, inside] of [
      ['## Why? ##', 'Why?'],
      ['> ***Why?***', 'Why?'],
      ['<h2>Why?</h2>', 'Why?'],
      ['1. Why?\\', 'Why?'],
    ] as const) {
      const { content } = readMarks(line, 0, 0, true);
      assert.equal(line.slice(content.start, content.end), inside);
    }
  });

  it('takes the depth of a heading from CommonMark where it finds one', () =>
    assert.equal(marksOf('## Why?', 2).heading, 2));
});
