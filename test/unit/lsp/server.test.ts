import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import type { Knowledge } from '../../../server/src/knowledge/model.ts';
import { QUIET_TIME } from '../../../server/src/lsp/document-sync.ts';
import type { Question, Worksheet } from '../../../server/src/worksheet/model.ts';
import { glossary } from '../workspace/support.ts';
import { connect, fakeService } from './support.ts';

const uri = 'file:///class/one.md';
const position = { line: 0, character: 0 };
const range = { start: position, end: { line: 0, character: 4 } };
const publish = 'textDocument/publishDiagnostics';

/** Diagnostics that tell the text they are about. */
function echo(text: string): Diagnostic[] {
  return [{ range, message: text, source: 'worksheets', code: 'echo' }];
}

function echoService() {
  const service = fakeService();
  service.diagnostics = (of) => echo(service.document(of)?.text ?? '');
  return service;
}

function change(version: number, text: string) {
  return { textDocument: { uri, version }, contentChanges: [{ text }] };
}

describe('server', () => {
  it('introduces itself', async () => {
    const { initialized } = await connect();
    assert.equal(initialized.serverInfo?.name, 'markdown-worksheets');
    assert.equal(initialized.capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(initialized.capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.equal(initialized.capabilities.diagnosticProvider, undefined);
  });

  describe('pushes diagnostics', () => {
    it('at once for an opened document, with its version', async () => {
      const client = await connect({ service: echoService() });
      await client.open(uri, 'one', 5);
      assert.deepEqual(await client.next(publish), { uri, version: 5, diagnostics: echo('one') });
    });

    it('once for several quick changes, with the last version', async () => {
      const client = await connect({ service: echoService() });
      await client.open(uri, 'one');
      await client.next(publish);
      await client.connection.sendNotification('textDocument/didChange', change(2, 'two'));
      await client.settled();
      client.clock.advance(QUIET_TIME - 1);
      await client.connection.sendNotification('textDocument/didChange', change(3, 'three'));
      await client.settled();
      client.clock.advance(QUIET_TIME - 1);
      await client.settled();
      assert.deepEqual(client.received, []);
      client.clock.advance(1);
      assert.deepEqual(await client.next(publish), { uri, version: 3, diagnostics: echo('three') });
    });

    it('no more for a closed document', async () => {
      const client = await connect({ service: echoService() });
      await client.open(uri, 'one');
      await client.next(publish);
      await client.connection.sendNotification('textDocument/didChange', change(2, 'two'));
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(await client.next(publish), { uri, diagnostics: [] });
      client.clock.advance(QUIET_TIME);
      await client.settled();
      assert.deepEqual(client.received, []);
    });
  });

  describe('answers a client that pulls diagnostics', () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    const pull = { textDocument: { uri } };

    it('and pushes none', async () => {
      const client = await connect({ service: echoService(), capabilities });
      assert.ok(client.initialized.capabilities.diagnosticProvider);
      await client.open(uri, 'one');
      const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', pull);
      assert.deepEqual(report.items, echo('one'));
      assert.deepEqual(client.received, []);
    });

    it('in a word where nothing has changed', async () => {
      const client = await connect({ service: echoService(), capabilities });
      await client.open(uri, 'one');
      const ask = (previousResultId?: string) =>
        client.connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
          ...pull,
          previousResultId,
        });
      const { resultId } = await ask();
      assert.deepEqual(await ask(resultId), { kind: 'unchanged', resultId });
      await client.connection.sendNotification('textDocument/didChange', change(2, 'two'));
      const other = await ask(resultId);
      assert.equal(other.kind, 'full');
      // The same diagnostics, of another version.
      await client.connection.sendNotification('textDocument/didChange', change(3, 'two'));
      assert.deepEqual(await ask(other.resultId), { kind: 'unchanged', resultId: other.resultId });
      assert.equal((await ask(resultId)).kind, 'full', 'a client that has others gets them');
      assert.equal((await ask()).kind, 'full', 'and so does one that has none');
    });

    it('with nothing for a document that is not open', async () => {
      const client = await connect({ service: echoService(), capabilities });
      assert.deepEqual(await client.connection.sendRequest('textDocument/diagnostic', pull), {
        kind: 'full',
        items: [],
      });
    });

    it('and asks it to pull again when knowledge has changed', async () => {
      let refreshed = () => {};
      const refresh = new Promise<void>((resolve) => {
        refreshed = resolve;
      });
      let terms = 0;
      const service = fakeService({
        setKnowledge: ({ glossaries }: Knowledge) => {
          terms = glossaries.length;
        },
        diagnostics: () => echo(`${terms} glossaries`),
      });
      const client = await connect({
        service,
        capabilities,
        answers: { 'workspace/diagnostic/refresh': () => refreshed() },
      });
      await client.open(uri, 'one');
      const ask = (previousResultId?: string) =>
        client.connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
          ...pull,
          previousResultId,
        });
      const { resultId } = await ask();
      await client.open('file:///class/terms.md', glossary('WebSocket'));
      await refresh;
      assert.equal((await ask(resultId)).kind, 'full');
    });
  });

  it('finds the knowledge of the workspace, and follows the file', async () => {
    const inForce: string[][] = [];
    const service = fakeService({
      setKnowledge: ({ glossaries }: Knowledge) => inForce.push(glossaries.map((each) => each.uri)),
      diagnostics: () => echo(`${inForce.at(-1)?.length ?? 0} glossaries`),
    });
    const terms = 'file:///class/terms.md';
    const client = await connect({
      service,
      texts: { [terms]: glossary('WebSocket') },
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      initialize: { workspaceFolders: [{ uri: 'file:///class', name: 'class' }] },
    });
    await client.open(uri, 'one');
    while ((await client.next(publish)).diagnostics[0].message !== '1 glossaries');
    assert.deepEqual(inForce, [[terms]]);

    client.files.texts.delete(terms);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: terms, type: 3 }] });
    assert.equal((await client.next(publish)).diagnostics[0].message, '0 glossaries');
  });

  describe('follows settings', () => {
    function settingsService() {
      let assistance = 'default';
      return fakeService({
        setSettings: (settings) => {
          assistance = settings.assistance;
        },
        diagnostics: () => echo(assistance),
      });
    }

    it('of a client that can be asked', async () => {
      let assistance = 'hints';
      const client = await connect({
        service: settingsService(),
        capabilities: { workspace: { configuration: true } },
        answers: { 'workspace/configuration': () => [{ assistance }] },
      });
      await client.open(uri, 'one');
      while ((await client.next(publish)).diagnostics[0].message !== 'hints');
      assistance = 'off';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.equal((await client.next(publish)).diagnostics[0].message, 'off');
    });

    it('of a client that sends them', async () => {
      const client = await connect({
        service: settingsService(),
        initialize: { initializationOptions: { assistance: 'hints' } },
      });
      await client.open(uri, 'one');
      assert.equal((await client.next(publish)).diagnostics[0].message, 'hints');
      const settings = { worksheets: { assistance: 'off' } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      assert.equal((await client.next(publish)).diagnostics[0].message, 'off');
    });
  });

  describe('tells a client that shows it how far a worksheet is answered', () => {
    const worksheet = {
      questions: [{ status: 'answered' }, { status: 'blank' }] as Question[],
    } as unknown as Worksheet;
    const capabilities = { experimental: { worksheets: { status: true } } };

    it('when that has changed', async () => {
      const client = await connect({ service: fakeService({ worksheet: () => worksheet }), capabilities });
      await client.open(uri, 'one');
      assert.deepEqual(await client.next('worksheets/status'), { uri, answered: 1, total: 2 });
      await client.connection.sendNotification('textDocument/didChange', change(2, 'two'));
      await client.settled();
      client.clock.advance(QUIET_TIME);
      await client.next(publish);
      await client.next(publish);
      assert.deepEqual(client.received, []);
      await client.connection.sendNotification('textDocument/didChange', change(3, 'three'));
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(await client.next('worksheets/status'), { uri, answered: 0, total: null });
      await client.next(publish);
      client.clock.advance(QUIET_TIME);
      await client.settled();
      assert.deepEqual(client.received, []);
    });

    it('when a key or glossary has made a worksheet of it', async () => {
      let known: Worksheet | null = null;
      const setKnowledge = () => {
        known = worksheet;
      };
      const client = await connect({ service: fakeService({ worksheet: () => known, setKnowledge }), capabilities });
      await client.open(uri, 'one');
      assert.deepEqual(await client.next('worksheets/status'), { uri, answered: 0, total: null });
      await client.open('file:///class/terms.md', glossary('Terms'));
      assert.deepEqual(await client.next('worksheets/status'), { uri, answered: 1, total: 2 });
    });

    it('and no other client', async () => {
      const client = await connect({ service: fakeService({ worksheet: () => worksheet }) });
      await client.open(uri, 'one');
      await client.next(publish);
      await client.settled();
      assert.deepEqual(client.received, []);
    });
  });

  describe('answers requests', () => {
    const at = { textDocument: { uri }, position };

    it('for hovers', async () => {
      const hover = { contents: { kind: 'markdown' as const, value: '**Frame**' } };
      const { connection } = await connect({ service: fakeService({ hover: () => hover }) });
      assert.deepEqual(await connection.sendRequest('textDocument/hover', at), hover);
    });

    it('for completions, and says what asked', async () => {
      const service = fakeService({ completion: (_uri, _position, trigger) => [{ label: `after ${trigger}` }] });
      const { connection } = await connect({ service });
      assert.deepEqual(await connection.sendRequest('textDocument/completion', at), [{ label: 'after null' }]);
      const typed = { ...at, context: { triggerKind: 2, triggerCharacter: '_' } };
      assert.deepEqual(await connection.sendRequest('textDocument/completion', typed), [{ label: 'after _' }]);
    });

    it('for quick fixes, and for no other kind of code action', async () => {
      const { connection } = await connect({ service: fakeService({ codeActions: () => [{ title: 'Fix' }] }) });
      const ask = (only?: string[]) =>
        connection.sendRequest('textDocument/codeAction', { ...at, range, context: { diagnostics: [], only } });
      assert.deepEqual(await ask(), [{ title: 'Fix' }]);
      assert.deepEqual(await ask(['quickfix']), [{ title: 'Fix' }]);
      assert.deepEqual(await ask(['']), [{ title: 'Fix' }]);
      assert.deepEqual(await ask(['refactor']), []);
    });

    it('for the next unanswered question', async () => {
      const { connection } = await connect({ service: fakeService({ nextUnanswered: () => range }) });
      assert.deepEqual(await connection.sendRequest('worksheets/nextUnanswered', at), range);
    });

    it('that make no sense, with nothing, and says so in the log', async () => {
      const service = fakeService({
        hover: () => {
          throw new Error('no such document');
        },
      });
      const client = await connect({ service });
      assert.equal(await client.connection.sendRequest('textDocument/hover', at), null);
      assert.match((await client.next('window/logMessage')).message, /Hover failed: Error: no such document/);
      assert.equal(await client.connection.sendRequest('textDocument/completion', {}), null);
      assert.match((await client.next('window/logMessage')).message, /Completion failed/);
    });
  });
});
