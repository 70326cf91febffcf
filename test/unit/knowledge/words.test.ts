import assert from 'node:assert/strict';
import { singular, wordsOf } from '../../../server/src/knowledge/words.ts';

describe('wordsOf', () => {
  const lowers = (text: string) => wordsOf(text).map(({ lower }) => lower);

  it('splits at everything that is no letter and no digit', () => {
    assert.deepEqual(lowers('Web-Socket, socket.io_v4\nend'), ['web', 'socket', 'socket', 'io', 'v4', 'end']);
  });

  it('keeps letters of any script together, also beyond the first plane', () => {
    assert.deepEqual(lowers('Größe 𝒜bc naïve'), ['größe', '𝒜bc', 'naïve']);
  });

  it('tells C from C++ and C#', () => {
    assert.deepEqual(lowers('C, C++ and C# but a+b and x#y'), [
      'c',
      'c++',
      'and',
      'c#',
      'but',
      'a',
      'b',
      'and',
      'x',
      'y',
    ]);
  });

  it('leaves a possessive out of the word and goes on behind it', () => {
    const [word, next] = wordsOf("client's side");
    assert.deepEqual([word!.start, word!.end, word!.next], [0, 6, 8]);
    assert.equal(next!.lower, 'side');
    assert.deepEqual(lowers('the layers’ names'), ['the', 'layers', 'names']);
  });

  it('takes no upper-case acronym for a plural', () => {
    assert.deepEqual(
      wordsOf('HTTPS APIs DNS URLs').map((word) => word.singular),
      ['https', 'api', 'dns', 'url'],
    );
  });
});

describe('singular', () => {
  for (const [one, several] of [
    ['layer', 'layers'],
    ['proxy', 'proxies'],
    ['cache', 'caches'],
    ['branch', 'branches'],
    ['address', 'addresses'],
    ['response', 'responses'],
    ['socket', 'sockets'],
  ] as const) {
    it(`makes ${several} and ${one} alike`, () => assert.equal(singular(several), singular(one)));
  }

  for (const word of ['status', 'address', 'analysis', 'bus', 'is']) {
    it(`leaves ${word} as it is`, () => assert.equal(singular(word), word));
  }
});
