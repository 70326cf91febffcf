import assert from 'node:assert/strict';
import { statusOf } from '../../../server/src/worksheet/answers.ts';
import { findBlanks } from '../../../server/src/worksheet/blanks.ts';
import { readMarks } from '../../../server/src/worksheet/marks.ts';
import { rateWording } from '../../../server/src/worksheet/wording.ts';
import { describeQuestions } from '../../support/worksheet.ts';

const marksOf = (raw: string) => readMarks(raw, 0, 0, true);

/** Lines for which a pattern that tries every way to read them would take from minutes to longer than anybody lives. */
describe('long lines', () => {
  it('takes an option with a long word and many others for text', () => {
    const words = `a. https://example.org/${'x'.repeat(200)} b c d e f g h i`;
    assert.deepEqual(describeQuestions(`1. What is a port?\n\n   ${words}\n   ${words}\n`), [
      `[x] 1 What is a port? = ${words} | ${words}`,
    ]);
  });

  it('reads introductions with wide spaces', () => {
    assert.equal(rateWording(`${'with  abc, '.repeat(2000)}nothing`, false).likeness, 0);
    assert.equal(rateWording('Using  your own words, explain ports', false).likeness, 0.85);
  });

  it('reads many parameters and question marks', () => {
    assert.equal(rateWording(`f(${'a?,'.repeat(2000)} ?, b)`, false).questionEnd, null);
    assert.equal(rateWording('parse(source, options?) reads it all.', false).questionEnd, null);
    assert.equal(rateWording(`${'a? '.repeat(50_000)}b`, false).likeness, 0);
  });

  it('peels many tags', () => {
    assert.equal(marksOf(`${'<b>'.repeat(6000)}!`).text, '!');
    assert.equal(marksOf(`<b>A <i>port</i></b> `).text, 'A port');
    assert.equal(marksOf('<b>What is a port?</b> <br>').text, 'What is a port?');
  });

  it('reads labels, headings and colons with long gaps', () => {
    const gap = ' '.repeat(100_000);
    assert.equal(marksOf(`Q${gap}x`).label, null);
    assert.equal(marksOf(`**Q${gap}x**`).label, null);
    assert.equal(marksOf('Question # 3 : x').label, 'question');
    assert.equal(marksOf('**Q 3 : **x').label, 'question');
    assert.equal(marksOf(`## a${gap}b`).heading, 2);
    assert.equal(marksOf('## a ##').text, 'a');
    assert.equal(describeQuestions(`**${':'.repeat(50_000)}a**\n`).length, 0);
  });

  it('reads long runs of dots', () => {
    assert.equal(statusOf(`${'.'.repeat(100_000)}a`), 'answered');
    assert.equal(statusOf('...:'), 'placeholder');
  });

  it('finds many blanks', () => {
    assert.equal(findBlanks('____ aaaaaaaaaaaa '.repeat(8000)).open.length, 8000);
    assert.deepEqual(findBlanks('It is a _word___ here').filled, { start: 9, end: 13 });
  });
});
