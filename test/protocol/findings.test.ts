import assert from 'node:assert/strict';
import {
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from './support.ts';

const uri = 'file:///class/one.md';
const worksheet = `---
worksheets: worksheet
---
1. What is a yak for?
   -
2. What is a hub for?
   - a box?
3. When would you use a socket?
   - I would use socket.io for a chat, and Socket.io for a game.
`;

const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);
const all = ['unanswered 3', 'unsure-answer 6', 'term-style 8', 'term-style 8'];

describe('what a client is told of a worksheet', () => {
  let session: Session;
  let document: TextDocument;
  let version: number;

  beforeEach(() => {
    session = new Session();
  });
  afterEach(() => session.dispose());

  async function begin(initializationOptions: object = {}): Promise<Diagnostic[]> {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    await session.initialize(capabilities, { initializationOptions });
    version = 1;
    document = TextDocument.create(uri, 'markdown', version, worksheet);
    await session.open(uri, worksheet, version);
    return (await session.diagnostics(uri, version)).diagnostics;
  }

  async function change(...contentChanges: { range: Range; text: string }[]): Promise<void> {
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges,
    });
    document = TextDocument.update(document, contentChanges, version);
  }

  /** Makes the edits of an action, which are for the version at hand. */
  async function take({ edit }: CodeAction): Promise<Diagnostic[]> {
    const [{ textDocument, edits }] = edit!.documentChanges as [TextDocumentEdit];
    assert.deepEqual(textDocument, { uri, version });
    const later = (edits as TextEdit[]).toSorted(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    await change(...later.map(({ range, newText }) => ({ range, text: newText })));
    return (await session.diagnostics(uri, version)).diagnostics;
  }

  const actions = (range: Range, only?: string[]) =>
    session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });

  it('is as serious as its settings say, and nothing of what is off', async () => {
    const found = await begin({ rules: { unanswered: 'off', 'unsure-answer': 'error' } });
    assert.deepEqual(told(found), all.slice(1));
    assert.equal(found[0]!.severity, DiagnosticSeverity.Error);
  });

  it('follows its settings', async () => {
    assert.deepEqual(told(await begin()), all);
    session.forget(uri);
    await session.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { worksheets: { rules: { 'term-style': 'off' } } },
    });
    assert.deepEqual(told((await session.diagnostics(uri, version)).diagnostics), all.slice(0, 2));
  });

  it('is no more about a line that is to be ignored', async () => {
    const found = await begin();
    const ignore = (await actions(found[1]!.range)).find(({ title }) => title === 'Ignore this here');
    assert.deepEqual(told(await take(ignore!)), ['unanswered 3', 'term-style 9', 'term-style 9']);
    assert.equal(
      document.getText({ start: { line: 6, character: 0 }, end: { line: 8, character: 0 } }),
      '   <!-- worksheets-disable-next-line unsure-answer -->\n   - a box?\n',
    );
  });

  it('is no more about a rule that the file turns off', async () => {
    const found = await begin();
    const off = (await actions(found[2]!.range)).find(({ title }) => title === 'Turn off term-style in this file');
    assert.deepEqual(told(await take(off!)), all.slice(0, 2));
    assert.match(document.getText(), /^---\nworksheets: \{ role: worksheet, disable: \[term-style\] \}\n---\n/);
  });

  it('can be mended at once where that is safe', async () => {
    await begin();
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.ok((await actions(everywhere)).every(({ kind }) => kind === 'quickfix'));
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.worksheets']) {
      const [fix, ...more] = await actions(everywhere, [kind]);
      assert.deepEqual([fix?.kind, more], ['source.fixAll.worksheets', []]);
    }
    assert.deepEqual(await actions(everywhere, ['source.organizeImports']), []);
    const [fix] = await actions(everywhere, ['source.fixAll']);
    assert.deepEqual(told(await take(fix!)), all.slice(0, 2));
    assert.match(document.getText(), /I would use Socket\.IO for a chat, and Socket\.IO for a game\./);
  });

  it('waits while somebody writes, until they save', async () => {
    await begin();
    const end = { line: 4, character: 4 };
    await change({ range: { start: end, end }, text: ' milk?' });
    assert.deepEqual(told((await session.diagnostics(uri, version)).diagnostics), all.slice(1));
    session.forget(uri);
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(told((await session.diagnostics(uri, version)).diagnostics), ['unsure-answer 4', ...all.slice(1)]);
  });

  it('waits while somebody writes, until the cursor leaves', async () => {
    await begin();
    const end = { line: 4, character: 4 };
    await change({ range: { start: end, end }, text: ' milk?' });
    await session.diagnostics(uri, version);
    session.forget(uri);
    await session.connection.sendNotification('worksheets/cursor', {
      textDocument: { uri },
      position: { line: 6, character: 0 },
    });
    assert.deepEqual(told((await session.diagnostics(uri, version)).diagnostics), ['unsure-answer 4', ...all.slice(1)]);
  });
}).timeout(30_000);
