import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { snapshotOf } from '../../support/snapshot.ts';

/** The rules that report something about a document with that role, whose second question is answered. */
function report(role: 'key' | 'worksheet', question: string): string[] {
  const text = `---\nworksheets: ${role}\n---\n# K\n\n${question}\n\n### What is a net?\n\nMany **nodes**.\n`;
  return checkDocument(snapshotOf(text), rules).map(({ rule }) => rule);
}

describe('a key', () => {
  for (const [what, question, forStudents, forAuthors] of [
    ['a question without an answer', '### What is a port?', 'unanswered', 'empty-key-answer'],
    ['a word that holds the place', '### What is a port?\n\nTODO', 'placeholder-answer', 'empty-key-answer'],
    [
      'a sentence that is filled in half',
      '### A frame has a _____header_____ and a ____.',
      'unfilled-blank',
      'empty-key-answer',
    ],
    [
      'such a sentence written out',
      '### A frame has a ____ and a ____.\n\nA frame has a header and a ____.',
      'unfilled-blank',
      'no-accepted-word',
    ],
  ] as const) {
    it(`is told of ${what} by the rule for authors, not by the one for students`, () => {
      assert.deepEqual(report('key', question), [forAuthors]);
      assert.deepEqual(report('worksheet', question), [forStudents]);
    });
  }
});
