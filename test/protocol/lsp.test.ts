import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  type CodeAction,
  type CompletionItem,
  type Hover,
  type InitializeResult,
  type Message,
  type ResponseMessage,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { cli, Session } from './support.ts';

const uri = 'file:///class/one.md';

/** The first question is in the built-in keys; what stands before its end is no plain ASCII. */
const worksheet = [
  '# Week 1 🏊',
  '',
  '1. 🧦🧦 What is the OSI model?',
  '',
  '   -',
  '',
  '2. What is TCP?',
  '',
  '   - A transport protocol',
  '',
  '3. What is a port?',
  '',
  '   - A number',
  '',
].join('\r\n');

describe('the server as a process', () => {
  let session: Session;

  beforeEach(() => {
    session = new Session();
  });

  afterEach(() => session.dispose());

  it('says goodbye with 0, and leaves standard error alone', async () => {
    await session.initialize();
    assert.equal(await session.end(), 0);
    assert.equal(session.stderr, '');
  });

  it('ends with 1 where its input ends', async () => {
    await session.initialize();
    session.process.stdin.end();
    assert.equal(await session.exit, 1);
  });

  it('ends with 1 where it is told to exit without shutdown', async () => {
    await session.initialize();
    await session.connection.sendNotification('exit');
    assert.equal(await session.exit, 1);
  });

  it('places diagnostics in UTF-16 code units, in a document with Windows line breaks', async () => {
    await session.initialize();
    await session.open(uri, worksheet, 3);
    const { diagnostics } = await session.diagnostics(uri, 3);
    assert.deepEqual(
      diagnostics
        .filter(({ code }) => code === 'unanswered')
        .map(({ code, source, range }) => ({ code, source, range })),
      [
        {
          code: 'unanswered',
          source: 'worksheets',
          range: { start: { line: 2, character: 3 }, end: { line: 2, character: 30 } },
        },
      ],
    );
  });

  it('follows edits, and says which version diagnostics are for', async () => {
    await session.initialize();
    await session.open(uri, worksheet);
    await session.diagnostics(uri, 1);
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } }, text: ' Seven la' },
        { range: { start: { line: 4, character: 13 }, end: { line: 4, character: 13 } }, text: 'yers of networks' },
      ],
    });
    const { diagnostics } = await session.diagnostics(uri, 2);
    assert.deepEqual(
      diagnostics.filter(({ code }) => code === 'unanswered'),
      [],
    );
  });

  it('explains a term, behind emoji as well', async () => {
    await session.initialize();
    await session.open(uri, worksheet);
    const hover = await session.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 22 },
    });
    assert.match(JSON.stringify(hover?.contents), /OSI/);
  });

  it('completes an answer where one belongs, and does not disturb where none does', async () => {
    await session.initialize();
    await session.open(uri, worksheet);
    const at = (line: number, character: number) =>
      session.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
        context: { triggerKind: 2, triggerCharacter: ' ' },
      });
    assert.ok((await at(4, 4)).some(({ label }) => label === 'Answer'));
    assert.deepEqual(await at(8, 17), []);
  });

  it('offers a fix made for the version at hand', async () => {
    await session.initialize({ workspace: { workspaceEdit: { documentChanges: true } } });
    await session.open(uri, worksheet, 4);
    const { diagnostics } = await session.diagnostics(uri, 4);
    const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.deepEqual(
      preferred?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
      [{ uri, version: 4 }],
    );
  });

  it('takes an empty document and one of a megabyte', async () => {
    await session.initialize();
    await session.open('file:///empty.md', '');
    assert.deepEqual((await session.diagnostics('file:///empty.md', 1)).diagnostics, []);

    const answer = 'It depends on the weather, on the day of the week and on much else. '.repeat(3).trimEnd();
    const week = (_: unknown, index: number) =>
      `## Week ${index}\n\n1. What is a river?\n\n   - ${answer}\n\n2. What is a lake?\n\n   -\n\n`;
    const text = Array.from({ length: 4000 }, week).join('');
    assert.ok(text.length > 900_000);
    await session.open('file:///large.md', text);
    const { diagnostics } = await session.diagnostics('file:///large.md', 1);
    assert.equal(diagnostics.filter(({ code }) => code === 'unanswered').length, 4000);
  }).timeout(60_000);

  it('answers what makes no sense, and goes on', async () => {
    session.sendsNonsense = true;
    await session.initialize();
    await session.open(uri, worksheet);
    const ask = (method: string, params: unknown) => session.connection.sendRequest(method, params);
    const position = { line: 0, character: 0 };
    assert.equal(await ask('textDocument/hover', { textDocument: { uri: 'file:///closed.md' }, position }), null);
    assert.equal(
      await ask('textDocument/hover', { textDocument: { uri }, position: { line: 9e9, character: -1 } }),
      null,
    );
    assert.equal(await ask('textDocument/hover', {}), null);
    assert.deepEqual(await ask('textDocument/completion', { textDocument: 3 }), []);
    await assert.rejects(ask('textDocument/nonsense', {}), /nonsense/);
    await session.connection.sendNotification('textDocument/didChange', { contentChanges: 7 });
    await session.connection.sendNotification('textDocument/didClose', {});
    assert.ok(await ask('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 22 } }));
    assert.equal(await session.end(), 0);
  });
}).timeout(20_000);

describe('the server as a process, spoken to byte by byte', () => {
  it('puts messages together, however they are cut', async () => {
    const server = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const answered = new Promise<Message>((resolve) => new StreamMessageReader(server.stdout).listen(resolve));
    const content = Buffer.from(
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {}, clientInfo: { name: 'Ü 🏊' } },
      }),
    );
    const message = Buffer.concat([Buffer.from(`Content-Length: ${content.length}\r\n\r\n`), content]);
    for (const byte of message) server.stdin.write(Buffer.of(byte));
    const { result } = (await answered) as ResponseMessage;
    assert.equal((result as InitializeResult).capabilities.positionEncoding, 'utf-16');
    server.kill();
  });
}).timeout(20_000);
