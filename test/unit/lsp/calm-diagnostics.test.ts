import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { PAUSE } from '../../../server/src/lsp/calm-diagnostics.ts';
import { QUIET_TIME } from '../../../server/src/lsp/document-sync.ts';
import { createWorksheetService } from '../../../server/src/service.ts';
import { noKnowledge } from '../../support/knowledge.ts';
import { connect, type TestClient } from './support.ts';

const uri = 'file:///class/one.md';
const publish = 'textDocument/publishDiagnostics';
const text = '---\nworksheets: worksheet\n---\n1. What is a port?\n   -\n2. What is a hub?\n   -\n';

const hub = 'unanswered 5';
const doubt = 'unsure-answer 4';

const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);

/** A client with a worksheet open: its first diagnostics have come. */
async function begin(
  settings: Record<string, unknown> = {},
  capabilities: Parameters<typeof connect>[0] extends infer Options ? Options : never = {},
): Promise<TestClient> {
  const service = createWorksheetService({ knowledge: noKnowledge, settings: { assistance: 'answers' } });
  const client = await connect({ service, initialize: { initializationOptions: settings }, ...capabilities });
  await client.open(uri, text);
  return client;
}

let version = 1;

/** Types a text at the end of a line. */
async function type(client: TestClient, line: number, newText: string): Promise<void> {
  const character = client.service.document(uri)!.text.split('\n')[line]!.length;
  const at = { line, character };
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range: { start: at, end: at }, text: newText }],
  });
  await client.settled();
}

async function pushed(client: TestClient): Promise<string[]> {
  return told((await client.next(publish)).diagnostics);
}

describe('diagnostics while somebody types', () => {
  it('wait, but for what is mended', async () => {
    const client = await begin();
    assert.deepEqual(await pushed(client), ['unanswered 3', hub]);
    await type(client, 4, ' a door?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [hub]);
    client.clock.advance(PAUSE - QUIET_TIME - 1);
    await client.settled();
    assert.deepEqual(client.received, []);
    client.clock.advance(1);
    assert.deepEqual(await pushed(client), [doubt, hub]);
  });

  it('come when the document is saved', async () => {
    const client = await begin();
    await pushed(client);
    await type(client, 4, ' a door?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [hub]);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await pushed(client), [doubt, hub]);
  });

  it('come when the cursor leaves the answer, not before', async () => {
    const client = await begin();
    await pushed(client);
    const moveTo = async (line: number | null) => {
      const position = line === null ? null : { line, character: 0 };
      await client.connection.sendNotification('worksheets/cursor', { textDocument: { uri }, position });
      await client.settled();
    };
    await moveTo(4);
    await type(client, 4, ' a door?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [hub]);
    await moveTo(3);
    assert.deepEqual(client.received, []);
    await moveTo(6);
    assert.deepEqual(await pushed(client), [doubt, hub]);

    // The cursor stays where it is when something else changes the text.
    await type(client, 4, '??');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [doubt, hub]);

    await type(client, 6, ' a box?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [doubt]);
    await moveTo(null);
    assert.deepEqual(await pushed(client), [doubt, 'unsure-answer 6']);
  });

  it('come when they type elsewhere', async () => {
    const client = await begin();
    await pushed(client);
    await type(client, 4, ' a door?');
    await type(client, 6, ' a box?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [doubt]);
  });

  it('come at once where that is set', async () => {
    const client = await begin({ check: 'type' });
    await pushed(client);
    await type(client, 4, ' a door?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), [doubt, hub]);
  });

  it('come with saving alone where that is set', async () => {
    const client = await begin({ check: 'save' });
    await pushed(client);
    await type(client, 4, ' a door?');
    await type(client, 6, ' a box?');
    client.clock.advance(QUIET_TIME);
    assert.deepEqual(await pushed(client), []);
    client.clock.advance(PAUSE);
    await client.settled();
    assert.deepEqual(client.received, []);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await pushed(client), [doubt, 'unsure-answer 6']);
  });

  it('wait for a client that pulls them, which is told when to pull again', async () => {
    let refreshed = () => {};
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    const client = await begin(
      {},
      {
        capabilities: {
          textDocument: { diagnostic: {} },
          workspace: { diagnostics: { refreshSupport: true } },
        },
        answers: { 'workspace/diagnostic/refresh': () => refreshed() },
      },
    );
    const pull = (previousResultId?: string) =>
      client.connection.sendRequest<{ kind: string; resultId: string; items: Diagnostic[] }>(
        'textDocument/diagnostic',
        {
          textDocument: { uri },
          previousResultId,
        },
      );
    assert.deepEqual(told((await pull()).items), ['unanswered 3', hub]);
    await type(client, 4, ' a door?');
    const { items, resultId } = await pull();
    assert.deepEqual(told(items), [hub]);
    assert.equal((await pull(resultId)).kind, 'unchanged');
    client.clock.advance(PAUSE);
    await refresh;
    assert.deepEqual(told((await pull(resultId)).items), [doubt, hub]);
  });
});
