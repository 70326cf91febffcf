import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, DocumentDiagnosticReport, Message, ServerCapabilities } from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { MessageValidator } from '../support/lsp-messages.ts';
import { answerEverything, everything } from './capable-client.ts';
import { Session } from './support.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Worksheets, a glossary and a key, in the layouts that people use. */
const documents = ['examples', 'test/fixtures/layouts'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      uri: `file:///class/${folder.replaceAll('/', '-')}-${file}`,
      text: readFileSync(path.join(root, folder, file), 'utf8'),
    })),
);

/** Each provider that the server may announce, and what to ask it at a place. A new one has to be added here. */
const questions: Partial<
  Record<keyof ServerCapabilities, (uri: string, at: object, reported: readonly Diagnostic[]) => [string, object]>
> = {
  hoverProvider: (uri, position) => ['textDocument/hover', { textDocument: { uri }, position }],
  completionProvider: (uri, position) => ['textDocument/completion', { textDocument: { uri }, position }],
  inlineCompletionProvider: (uri, position) => [
    'textDocument/inlineCompletion',
    { textDocument: { uri }, position, context: { triggerKind: 1 } },
  ],
  definitionProvider: (uri, position) => ['textDocument/definition', { textDocument: { uri }, position }],
  referencesProvider: (uri, position) => [
    'textDocument/references',
    { textDocument: { uri }, position, context: { includeDeclaration: true } },
  ],
  documentHighlightProvider: (uri, position) => ['textDocument/documentHighlight', { textDocument: { uri }, position }],
  codeActionProvider: (uri, position, diagnostics) => [
    'textDocument/codeAction',
    { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics } },
  ],
  documentLinkProvider: (uri) => ['textDocument/documentLink', { textDocument: { uri } }],
  documentSymbolProvider: (uri) => ['textDocument/documentSymbol', { textDocument: { uri } }],
  foldingRangeProvider: (uri) => ['textDocument/foldingRange', { textDocument: { uri } }],
  codeLensProvider: (uri) => ['textDocument/codeLens', { textDocument: { uri } }],
  diagnosticProvider: (uri) => ['textDocument/diagnostic', { textDocument: { uri } }],
  workspaceSymbolProvider: () => ['workspace/symbol', { query: 'so' }],
};
/** Of the whole document: asked once. */
const ofDocuments = new Set(['textDocument/documentLink', 'textDocument/documentSymbol', 'textDocument/foldingRange']);
/** What says how documents and folders come to the server, and what is run by a command. */
const noProviders = new Set(['positionEncoding', 'textDocumentSync', 'workspace', 'executeCommandProvider']);

describe('the protocol', () => {
  let session: Session;
  beforeEach(() => {
    session = new Session();
  });
  afterEach(() => session.dispose());

  it('is kept by every message about worksheets, glossaries and keys', async () => {
    answerEverything(session);
    const { capabilities } = await session.initialize(everything, { workspaceFolders: [] });
    const announced = Object.keys(capabilities).filter((name) => !noProviders.has(name));
    assert.deepEqual(
      announced.filter((name) => !(name in questions)),
      [],
      'what the server offers is asked here',
    );
    assert.ok(announced.length >= 10);
    for (const { uri, text } of documents) await session.open(uri, text);
    let answers = 0;
    for (const { uri, text } of documents) {
      const report = await session.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const reported = report.kind === 'full' ? report.items : [];
      const lines = LineIndex.of(text);
      for (let offset = 0; offset <= text.length; offset += 23) {
        const asked = announced.map((name) =>
          questions[name as keyof ServerCapabilities]!(uri, lines.positionAt(offset), reported),
        );
        await Promise.all(
          asked
            .filter(([method]) => offset === 0 || !ofDocuments.has(method))
            .map(([method, params]) => session.connection.sendRequest(method, params)),
        );
        answers += asked.length;
      }
    }
    assert.ok(answers > 5000, `${answers} answers`);
    assert.ok(session.validator.checked > answers);
  }).timeout(120_000);

  it('is kept towards a client that can do nothing', async () => {
    await session.initialize();
    for (const { uri, text } of documents) await session.open(uri, text);
    for (const { uri } of documents) {
      const { diagnostics } = await session.diagnostics(uri, 1);
      const start = { line: 0, character: 0 };
      await session.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start, end: { line: 999, character: 0 } },
        context: { diagnostics },
      });
      await session.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: start });
    }
    assert.equal(await session.end(), 0);
  });
}).timeout(20_000);

describe('the validator of messages', () => {
  const problemsOf = (...messages: (readonly ['client' | 'server', object])[]) => {
    const validator = new MessageValidator();
    for (const [from, message] of messages) validator.check(from, { jsonrpc: '2.0', ...message } as Message);
    return validator.problems;
  };
  const hover = {
    id: 1,
    method: 'textDocument/hover',
    params: { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } },
  };

  it('says nothing about what is right', () =>
    assert.deepEqual(problemsOf(['client', hover], ['server', { id: 1, result: { contents: 'a' } }]), []));

  const wrong: [name: string, ...messages: (readonly ['client' | 'server', object])[]][] = [
    ['a property that is missing', ['client', hover], ['server', { id: 1, result: {} }]],
    [
      'a property that the protocol does not know',
      ['client', hover],
      ['server', { id: 1, result: { contents: 'a', more: 1 } }],
    ],
    [
      'a number below zero',
      ['client', { ...hover, params: { ...hover.params, position: { line: -1, character: 0 } } }],
    ],
    ['a URI that is a path', ['client', { ...hover, params: { ...hover.params, textDocument: { uri: '/a.md' } } }]],
    ['a message from the wrong side', ['server', hover]],
    ['an unknown method', ['client', { method: 'textDocument/nonsense' }]],
    ['an answer nobody has asked for', ['server', { id: 7, result: null }]],
    ['an error without code', ['client', hover], ['server', { id: 1, error: { message: 'no' } }]],
  ];
  for (const [name, ...messages] of wrong) it(`finds ${name}`, () => assert.equal(problemsOf(...messages).length, 1));
}).timeout(20_000);
