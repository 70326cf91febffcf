import assert from 'node:assert/strict';
import { type CodeAction, type Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import { clientFeatures } from '../../../server/src/lsp/capabilities.ts';
import { encodeCodeAction, encodeDiagnostics, encodeHover } from '../../../server/src/lsp/encode.ts';

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

describe('encodeDiagnostics', () => {
  const plain: Diagnostic = {
    range,
    message: 'Not answered yet.',
    code: 'unanswered',
    source: 'worksheets',
    severity: 3,
  };
  const full: Diagnostic = {
    ...plain,
    tags: [DiagnosticTag.Unnecessary],
    codeDescription: { href: 'file:///docs/unanswered.md' },
    relatedInformation: [{ location: { uri: 'file:///key.md', range }, message: 'The key' }],
  };
  const all = {
    relatedInformation: true,
    codeDescriptionSupport: true,
    tagSupport: { valueSet: [DiagnosticTag.Unnecessary] },
  };
  const encode = (textDocument: object, openable = <Place>(places: readonly Place[]) => [...places]) =>
    encodeDiagnostics([full], clientFeatures({ textDocument }), openable);

  it('says all to a client that can show it, whichever way it gets diagnostics', () => {
    assert.deepEqual(encode({ publishDiagnostics: all }), [full]);
    assert.deepEqual(encode({ diagnostic: all }), [full]);
  });

  it('says no more than the client can show', () => {
    assert.deepEqual(encode({}), [plain]);
    assert.deepEqual(encode({ publishDiagnostics: { ...all, tagSupport: { valueSet: [DiagnosticTag.Deprecated] } } }), [
      { ...plain, codeDescription: full.codeDescription, relatedInformation: full.relatedInformation },
    ]);
  });

  it('names no place that the client cannot open', () =>
    assert.deepEqual(
      encode({ publishDiagnostics: { relatedInformation: true } }, () => []),
      [plain],
    ));
});
