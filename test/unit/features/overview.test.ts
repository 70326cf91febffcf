import assert from 'node:assert/strict';
import { overview } from '../../../server/src/features/overview.ts';
import { snapshotOf } from '../../support/snapshot.ts';

describe('the overview', () => {
  it('leads to where open questions are answered, and to the others themselves', () => {
    const text =
      '---\nworksheets: worksheet\n---\n1. What is a bit?\n   - Two states.\n2. What is a hub?\n   -\n3. What is a yak?\n4. What is a cow?\n   - an animal?\n';
    assert.deepEqual(overview(snapshotOf(text)), [
      { text: 'What is a bit?', status: 'answered', position: { line: 3, character: 3 } },
      { text: 'What is a hub?', status: 'blank', position: { line: 6, character: 4 } },
      { text: 'What is a yak?', status: 'blank', position: { line: 7, character: 17 } },
      { text: 'What is a cow?', status: 'unsure', position: { line: 9, character: 15 } },
    ]);
  });

  it('is of worksheets only: what a key asks is not to be answered', () => {
    for (const role of ['key', 'glossary', 'off'])
      assert.equal(overview(snapshotOf(`---\nworksheets: ${role}\n---\n### What is a bit?\n`)), null, role);
  });
});
