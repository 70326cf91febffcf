import assert from 'node:assert/strict';
import { normalizeUri, resolvePath } from '../../../server/src/workspace/uri.ts';

describe('normalizeUri', () => {
  it('makes one of the ways in which editors escape the same file', () => {
    assert.equal(normalizeUri('file:///c:/Notes/a b.md'), normalizeUri('file:///c%3A/Notes/a%20b.md'));
    assert.equal(normalizeUri('file:///notes/(1).md'), normalizeUri('file:///notes/%281%29.md'));
  });
});

describe('resolvePath', () => {
  it('starts a relative path from the folder', () => {
    assert.equal(resolvePath('keys/web', 'file:///class'), 'file:///class/keys/web');
    assert.equal(resolvePath('../shared', 'file:///class/one'), 'file:///class/shared');
    assert.equal(resolvePath('keys', 'vscode-vfs://host/class'), 'vscode-vfs://host/class/keys');
  });

  it('takes an absolute path or URI as it is', () => {
    assert.equal(resolvePath('/shared/keys', 'file:///class'), 'file:///shared/keys');
    assert.equal(resolvePath('vscode-vfs://host/keys', 'file:///class'), 'vscode-vfs://host/keys');
    assert.equal(resolvePath('/shared/keys', null), 'file:///shared/keys');
  });

  it('takes an absolute path for one in the file system of the folder', () => {
    assert.equal(resolvePath('/shared/keys', 'vscode-vfs://github/me/class'), 'vscode-vfs://github/shared/keys');
    assert.equal(resolvePath('c:/keys', 'vscode-vfs://github/me/class'), 'file:///c%3A/keys');
  });

  it('has no place for a relative path without a folder', () => {
    assert.equal(resolvePath('keys', null), null);
  });
});
