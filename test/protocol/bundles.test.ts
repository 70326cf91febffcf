import assert from 'node:assert/strict';
import path from 'node:path';
import { compileBundle } from '../../server/src/node/load-bundle.ts';

describe('what was compiled when the project was built', () => {
  for (const bundle of ['server.js', 'commands.js']) {
    it(`is taken for ${bundle}`, () => {
      const { cachedDataRejected } = compileBundle(path.resolve(import.meta.dirname, '../../dist', bundle));
      assert.equal(cachedDataRejected, false);
    });
  }
});
