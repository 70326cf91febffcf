import assert from 'node:assert/strict';
import { addToGlossary } from '../../../server/src/features/add-to-glossary.ts';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { someKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const text = 'A **round trip** takes time.\nIt has a jitter, you see. Also a jitter buffer of its own.\n';

function select(words: string, knowledge = someKnowledge) {
  const snapshot = snapshotOf(text, knowledge);
  const start = text.indexOf(words);
  const { lines } = snapshot.document;
  return addToGlossary(snapshot, { start: lines.positionAt(start), end: lines.positionAt(start + words.length) });
}

describe('adding to a glossary', () => {
  it('is offered for selected words that the workspace does not define', () => {
    for (const words of ['jitter', 'jitter buffer']) {
      const [action] = select(words);
      assert.equal(action?.title, `Add "${words}" to a glossary`);
      assert.deepEqual(action.command?.arguments, [words, someKnowledge.glossaries.map(({ uri }) => uri)]);
    }
  });

  it('is offered where there is no glossary yet', () =>
    assert.deepEqual(select('jitter', createKnowledge([], []))[0]?.command?.arguments, ['jitter', []]));

  it('is not offered for what is defined, for nothing, or for a sentence', () => {
    assert.deepEqual(select('round trip'), []);
    assert.deepEqual(select(''), []);
    assert.deepEqual(select('jitter, you see. Also'), []);
    assert.deepEqual(select('Also a jitter buffer of its own'), []);
  });
});
