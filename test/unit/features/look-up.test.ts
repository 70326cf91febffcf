import assert from 'node:assert/strict';
import { lookUp } from '../../../server/src/features/look-up.ts';
import { someKnowledge } from '../../support/knowledge.ts';

describe('a term looked up', () => {
  it('comes with its definition, its source and where it was found', () => {
    const [port, ...others] = lookUp(someKnowledge, 'ports');
    assert.deepEqual(others, []);
    assert.equal(port?.term, 'Port number');
    assert.match(port!.definition, /^What tells the processes/);
    assert.match(port!.source!, /The book, chapter 3/);
    assert.equal(port?.glossary, 'Cables and numbers');
  });

  it('has no source where the glossary names none', () => {
    assert.equal(lookUp(someKnowledge, 'round trip')[0]?.source, null);
  });

  it('is nothing where no glossary has it', () => {
    assert.deepEqual(lookUp(someKnowledge, 'frobnicator'), []);
  });
});
