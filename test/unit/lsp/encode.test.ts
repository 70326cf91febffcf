import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { clientFeatures } from '../../../server/src/lsp/capabilities.ts';
import { encodeCodeAction, encodeHover } from '../../../server/src/lsp/encode.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const edits = [{ range, newText: 'the' }];
const bare: CodeAction = { title: 'Write "the"', edit: { changes: { 'file:///a.md': edits } } };
const versioned: CodeAction = {
  title: 'Write "the"',
  edit: { documentChanges: [{ textDocument: { uri: 'file:///a.md', version: 7 }, edits }] },
};

const simple = clientFeatures({});
const modern = clientFeatures({ workspace: { workspaceEdit: { documentChanges: true } } });
const versionOf = (uri: string) => (uri === 'file:///a.md' ? 7 : null);

describe('encodeCodeAction', () => {
  it('says the version an edit was made for, to a client that knows versions', () => {
    assert.deepEqual(encodeCodeAction(bare, modern, versionOf), versioned);
    assert.deepEqual(encodeCodeAction(versioned, modern, versionOf), versioned);
  });

  it('leaves the version out for a client that does not', () => {
    assert.deepEqual(encodeCodeAction(bare, simple, versionOf), bare);
    assert.deepEqual(encodeCodeAction(versioned, simple, versionOf), bare);
  });

  it('leaves an action without edit alone', () => {
    const action: CodeAction = { title: 'Look it up', command: { title: 'Look it up', command: 'x' } };
    assert.deepEqual(encodeCodeAction(action, modern, versionOf), action);
  });
});

describe('encodeHover', () => {
  const hover = { contents: { kind: 'markdown' as const, value: '**Frame**' }, range };

  it('is Markdown unless the client only knows plain text', () => {
    assert.equal(encodeHover(hover, simple), hover);
    const plain = clientFeatures({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
    assert.deepEqual(encodeHover(hover, plain), { contents: { kind: 'plaintext', value: '**Frame**' }, range });
  });

  it('is nothing where there is none', () => assert.equal(encodeHover(null, simple), null));
});
