import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');

describe('the third-party notices', () => {
  const notices = readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  it('name each package of which there is a module in a bundle', () => {
    const modules = readdirSync(dist)
      .filter((file) => file.endsWith('.js.map'))
      .flatMap((file) => JSON.parse(readFileSync(path.join(dist, file), 'utf8')).sources as string[]);
    // What a package has bundled itself is its own concern.
    const own = modules.filter((file) => !file.startsWith('webpack:'));
    const names = new Set(own.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
    assert.ok(names.size > 50, `${names.size} packages`);
    assert.deepEqual(
      [...names].filter((name) => !notices.includes(`\n${name} `)),
      [],
    );
  });

  it('have what the authors of the word list want to be passed on', () => {
    assert.match(notices, /\nwordlist-english \d/);
    assert.match(notices, /Copyright 2000-2016 by Kevin Atkinson/);
  });
});
