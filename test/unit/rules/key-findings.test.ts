import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { snapshotOf } from '../../support/snapshot.ts';

describe('a key', () => {
  it('is told of a question without an answer by the rule for authors, not by the one for students', () => {
    const text = '---\nworksheets: key\n---\n# K\n\n### What is a port?\n\n### What is a net?\n\nMany **nodes**.\n';
    const found = checkDocument(snapshotOf(text), rules).map(({ rule }) => rule);
    assert.ok(!found.includes('unanswered'), found.join(' '));
    const worksheet = checkDocument(snapshotOf(text.replace('worksheets: key', 'worksheets: worksheet')), rules);
    assert.ok(worksheet.some(({ rule }) => rule === 'unanswered'));
  });
});
