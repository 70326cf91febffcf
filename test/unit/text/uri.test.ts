import assert from 'node:assert/strict';
import { decodeUri, fileNameOf } from '../../../server/src/text/uri.ts';

describe('a URI as people read it', () => {
  it('has its characters in place of their octets', () => {
    assert.equal(decodeUri('file:///a%20b/%C3%A9%F0%9F%98%80.md'), 'file:///a b/é😀.md');
  });

  it('keeps what encodes nothing', () => {
    assert.equal(decodeUri('file:///100%.md'), 'file:///100%.md');
    assert.equal(decodeUri('50%25 or 50% %FF%20'), '50% or 50% %FF%20');
  });

  it('names its file', () => {
    assert.equal(fileNameOf('file:///course/day%201.md'), 'day 1.md');
    assert.equal(fileNameOf('untitled:Untitled-1'), 'untitled:Untitled-1');
  });
});
