import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiledFile, loadBundle } from '../../../server/src/node/load-bundle.ts';

describe('a bundle', () => {
  let folder: string;
  let file: string;
  const said: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
    file = path.join(folder, 'bundle.js');
    said.length = 0;
    Object.assign(globalThis, { say: (text: string) => said.push(text) });
    writeFileSync(file, 'say(require("node:path").basename(__filename) + " in " + __dirname);');
  });

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'say');
    rmSync(folder, { recursive: true });
  });

  it('is loaded as a module', () => {
    loadBundle(file);
    assert.deepEqual(said, [`bundle.js in ${folder}`]);
  });

  it('keeps the letters of its regular expressions', () => {
    writeFileSync(file, 'say("It\\u2019s".replace(/[’]/, "is"));');
    loadBundle(file);
    assert.deepEqual(said, ['Itiss']);
  });

  it('is not compiled again where what was made of it lies beside it', () => {
    writeFileSync(compiledFile(file), loadBundle(file).createCachedData());
    assert.equal(loadBundle(file).cachedDataRejected, false);
    assert.equal(said.length, 2);
  });

  it('is compiled anew where that is for something else', () => {
    writeFileSync(compiledFile(file), 'of no use');
    assert.equal(loadBundle(file).cachedDataRejected, true);
    assert.equal(said.length, 1);
  });
});
