import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../server/src/workspace/ignore-rules.ts';

describe('IgnoreRules', () => {
  it('excludes nothing but the folders that never hold worksheets where nobody says more', () => {
    const rules = new IgnoreRules();
    assert.equal(rules.ignores('class-1.md'), false);
    assert.equal(rules.ignores('notes/'), false);
    assert.equal(rules.ignores('node_modules/'), true);
    assert.equal(rules.ignores('site/node_modules/pkg/README.md'), true);
    assert.equal(rules.ignores('.git/description.md'), true);
    assert.equal(rules.ignores('node_modules.md'), false);
    assert.equal(rules.ignores(''), false);
  });

  it('takes patterns as relative to the folder of their file', () => {
    const rules = new IgnoreRules();
    rules.add('a/', '/draft.md\n*.tmp.md\n');
    assert.equal(rules.ignores('a/draft.md'), true);
    assert.equal(rules.ignores('a/b/draft.md'), false);
    assert.equal(rules.ignores('a/b/x.tmp.md'), true);
    assert.equal(rules.ignores('draft.md'), false);
    assert.equal(rules.ignores('x.tmp.md'), false);
  });

  it('gives the file further down the last word, in whatever order they are added', () => {
    const rules = new IgnoreRules();
    rules.add('keys/', '!public.md\n');
    rules.add('', '*.md\n');
    assert.equal(rules.ignores('keys/public.md'), false);
    assert.equal(rules.ignores('keys/secret.md'), true);
  });

  it('excludes all that is in an excluded folder', () => {
    const rules = new IgnoreRules();
    rules.add('', 'build/\n');
    rules.add('build/', '!kept.md\n');
    assert.equal(rules.ignores('build/'), true);
    assert.equal(rules.ignores('build/kept.md'), true);
    assert.equal(rules.ignores('sub/build/deep/x.md'), true);
    assert.equal(rules.ignores('build.md'), false);
  });
});
