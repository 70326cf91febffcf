import assert from 'node:assert/strict';
import { plainText } from '../../../server/src/worksheet/plain-text.ts';

describe('plain text', () => {
  const read: readonly (readonly [source: string, text: string])[] = [
    ['a [port](a.md) of a host', 'a port of a host'],
    ['a [port](a_(b).md){:target="_blank"} of a host', 'a port of a host'],
    ['[![a hub](hub(1).png)](hub.md) repeats', 'a hub repeats'],
    ['not a link [yet, but [this](a.md) is', 'not a link [yet, but this is'],
    ['see <https://example.org/a>', 'see https://example.org/a'],
    ['**a** `b` _c_ ____ d\\_e', 'a b c ____ d_e'],
    ['`<p>` and ``<br>``, but <b>bold</b> `not <b>closed', '<p> and <br>, but bold not closed'],
  ];
  for (const [source, text] of read) {
    it(`of ${source}`, () => assert.equal(plainText(source), text));
  }

  it('takes linear time where nothing that opens is closed', function () {
    this.timeout(20_000);
    for (const part of [
      '[',
      '![',
      '[](',
      '![](',
      '[a](((',
      '[](a){:',
      '<https:',
      '<a ',
      '`',
      '`a<b>',
      '``a',
      '*a ',
      '_a ',
    ]) {
      const text = plainText(part.repeat(300_000));
      assert.ok(text.length <= part.length * 300_000);
    }
  });
});
