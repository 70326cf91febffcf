import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import type { Diagnostic } from 'vscode-languageserver';

const dist = path.resolve(import.meta.dirname, '../../dist');
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

describe('the server in a web worker', () => {
  it('looks at a worksheet without anything that only Node.js has', async () => {
    const { port1: client, port2: worker } = new MessageChannel();
    const scope = {
      onmessage: null as ((event: { data: unknown }) => void) | null,
      importScripts() {},
      addEventListener() {},
      postMessage: (message: unknown) => worker.postMessage(JSON.parse(JSON.stringify(message))),
      ...{
        setTimeout,
        clearTimeout,
        setInterval,
        clearInterval,
        queueMicrotask,
        performance,
        TextDecoder,
        TextEncoder,
      },
    };
    runInContext(read('server.js'), createContext(scope));
    worker.on('message', (data) => scope.onmessage?.({ data }));

    const tell = (message: object) => client.postMessage({ jsonrpc: '2.0', ...message });
    const initializationOptions = { builtInKnowledge: read('built-in-knowledge.jsonl') };
    tell({ id: 1, method: 'initialize', params: { processId: null, capabilities: {}, initializationOptions } });
    await once(client, 'message');
    const uri = 'memory:/worksheet.md';
    const text = '## What is a WebSocket?\n\n## What is Socket.IO?\n\n';
    tell({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    });
    const [published] = await once(client, 'message');
    const { method, params } = published as { method: string; params: { diagnostics: Diagnostic[] } };
    client.close();
    assert.equal(method, 'textDocument/publishDiagnostics');
    assert.deepEqual(
      params.diagnostics.map(({ code }) => code),
      ['unanswered', 'unanswered'],
    );
  });
});
