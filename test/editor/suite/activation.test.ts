import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open, until } from './support.ts';

describe('activation', () => {
  it('comes with the first Markdown file', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    const { document } = await open('reading-questions.md');
    assert.equal(document.languageId, 'markdown');
    await until('the extension is active', () => extension.isActive);
    // It is active even where its activation has failed, which this tells.
    await extension.activate();
  });
});
