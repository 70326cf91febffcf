import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A `vscode` that nothing may be taken from: the client library's classes extend some of VS Code's as soon as they are loaded. */
const untouched = new Proxy(
  {},
  {
    get(_, name) {
      if (name === '__esModule') return undefined;
      throw new Error(`vscode.${String(name)} is used.`);
    },
  },
);

describe('the client that is built', () => {
  it('loads what the activation needs, and the client library later', () => {
    const source = readFileSync(new URL('../../dist/client.js', import.meta.url), 'utf8');
    const module = { exports: {} as Record<string, unknown> };
    const load = new Function('module', 'exports', 'require', source);
    load(module, module.exports, (name: string) => (name === 'vscode' ? untouched : require(name)));
    assert.deepEqual(Object.keys(module.exports).sort(), ['activate', 'deactivate']);
  });
});
