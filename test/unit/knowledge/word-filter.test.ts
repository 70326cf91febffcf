import assert from 'node:assert/strict';
import { isOrdinaryWord } from '../../../server/src/knowledge/built-in.ts';
import { createWordFilter, hasWord } from '../../../server/src/knowledge/word-filter.ts';

describe('a word filter', () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index * 7}`);
  const filter = createWordFilter(new Set(words));

  it('has all its words', () =>
    assert.deepEqual(
      words.filter((word) => !hasWord(filter, word)),
      [],
    ));

  it('has few others', () => {
    const others = Array.from({ length: 3000 }, (_, index) => `other${index}`).filter((word) => hasWord(filter, word));
    assert.ok(others.length < 30, `${others.length} of 3000`);
  });

  it('is short, and written as it is in JSON', () => {
    assert.ok(filter.bits.length < words.length * 2.5);
    assert.equal(JSON.stringify(filter.bits).length, filter.bits.length + 2);
  });

  it('may be empty', () => assert.equal(hasWord(createWordFilter(new Set()), 'word'), false));
});

describe('ordinary words', () => {
  it('are English words in any form, British and American, and those of the glossaries', () => {
    for (const word of ['layer', 'Layers', 'proxies', 'organise', 'organize', 'colour', 'websocket', 'yes'])
      assert.ok(isOrdinaryWord(word), word);
  });

  it('are no typing errors', () => {
    for (const word of ['applcation', 'connecton', 'protocoll', 'websokket', 'messgae'])
      assert.ok(!isOrdinaryWord(word), word);
  });
});
