import assert from 'node:assert/strict';
import type { CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import { connect, fakeService } from './support.ts';

const uri = 'file:///class/one.md';
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const place = { uri, text: 'What is a port?', position };
const edit: WorkspaceEdit = {
  documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range, newText: 'A number.' }] }],
};
const able = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
  window: { showDocument: { support: true } },
};
const lenses = ['answer', 'hint', 'openKey'].map(
  (name): CodeLens => ({
    range,
    command: { title: name, command: `worksheets.${name}`, arguments: [place] },
  }),
);
const service = fakeService({
  codeLenses: () => lenses,
  answer: ({ text }) => (text === place.text ? edit : null),
  hint: ({ text }) => (text === place.text ? 'Think of doors.' : null),
  keyPlace: () => ({ uri: 'worksheets-built-in:/osi.key.md', range }),
});

describe('commands', () => {
  it('are offered as far as the client can do its part', async () => {
    const simple = await connect({ service });
    const modern = await connect({ service, capabilities: able });
    for (const [{ initialized, connection }, names] of [
      [simple, ['hint']],
      [modern, ['answer', 'hint', 'openKey']],
    ] as const) {
      const commands = names.map((name) => `worksheets.${name}`);
      assert.deepEqual(initialized.capabilities.executeCommandProvider?.commands, [
        ...commands,
        'worksheets.checkWorkspace',
        'worksheets.clearWorkspace',
      ]);
      const found = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.deepEqual(
        found.map(({ command }) => command!.command),
        commands,
      );
    }
  });

  it('answer a question by an edit of its version', async () => {
    const applied: unknown[] = [];
    const answers = { 'workspace/applyEdit': (params: unknown) => ({ applied: applied.push(params) > 0 }) };
    const client = await connect({ service, capabilities: able, answers });
    const answer = (text: string) =>
      client.connection.sendRequest('workspace/executeCommand', {
        command: 'worksheets.answer',
        arguments: [{ ...place, text }],
      });
    await answer('What is a sail?');
    assert.deepEqual(applied, []);
    await answer(place.text);
    assert.deepEqual(applied, [{ edit }]);
  });

  it('show a hint', async () => {
    const client = await connect({ service });
    await client.connection.sendRequest('workspace/executeCommand', { command: 'worksheets.hint', arguments: [place] });
    assert.deepEqual(await client.next('window/showMessage'), { type: 3, message: 'Think of doors.' });
  });

  it('open the key, a built-in one by its file where the client knows no other way', async () => {
    const shown: { uri: string; takeFocus: boolean }[] = [];
    const answers = {
      'window/showDocument': (params: (typeof shown)[number]) => ({ success: shown.push(params) > 0 }),
    };
    for (const builtIn of [false, true]) {
      const capabilities = { ...able, experimental: { worksheets: { builtIn } } };
      const client = await connect({ service, capabilities, answers });
      const params = { command: 'worksheets.openKey', arguments: [place] };
      await client.connection.sendRequest('workspace/executeCommand', params);
    }
    assert.deepEqual(
      shown.map((each) => [each.uri, each.takeFocus]),
      [
        ['file:///extension/knowledge/osi.key.md', true],
        ['worksheets-built-in:/osi.key.md', true],
      ],
    );
  });

  it('nobody knows do nothing', async () => {
    const client = await connect({ service });
    const params = { command: 'worksheets.dance' };
    assert.equal(await client.connection.sendRequest('workspace/executeCommand', params), null);
  });

  it('of code lenses are offered anew when knowledge has changed, to a client that wants to know', async () => {
    let refreshed = () => {};
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    const client = await connect({
      service,
      capabilities: { workspace: { codeLens: { refreshSupport: true } } },
      answers: { 'workspace/codeLens/refresh': () => refreshed() },
    });
    await client.open('file:///class/terms.md', '---\nworksheets: glossary\n---\n');
    await refresh;
  });
});

describe('document symbols', () => {
  const inner = { name: 'What is a port?', kind: 8 as const, range, selectionRange: range };
  const symbols = [{ name: 'Ports', kind: 15 as const, range, selectionRange: range, children: [inner] }];
  const withSymbols = fakeService({ documentSymbols: () => symbols });
  const ask = { textDocument: { uri } };

  it('stand inside each other, or in a list, as the client wants them', async () => {
    const nested = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    const modern = await connect({ service: withSymbols, capabilities: nested });
    assert.deepEqual(await modern.connection.sendRequest('textDocument/documentSymbol', ask), symbols);
    const simple = await connect({ service: withSymbols });
    assert.deepEqual(await simple.connection.sendRequest('textDocument/documentSymbol', ask), [
      { name: 'Ports', kind: 15, location: { uri, range } },
      { name: 'What is a port?', kind: 8, location: { uri, range } },
    ]);
  });

  it('are not offered to a client that shows questions in a list of its own', async () => {
    const { initialized } = await connect({ capabilities: { experimental: { worksheets: { list: true } } } });
    assert.equal(initialized.capabilities.documentSymbolProvider, undefined);
    assert.ok((await connect()).initialized.capabilities.documentSymbolProvider);
  });
});
