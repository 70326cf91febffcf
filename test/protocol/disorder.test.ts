import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  type Diagnostic,
  ErrorCodes,
  type Hover,
  LSPErrorCodes,
  type Position,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seeds } from '../support/worksheet-arbitraries.ts';
import { Session } from './support.ts';

const uri = 'file:///class/one.md';
const worksheet = '# Week 1\n\n1. What is the OSI model?\n   -\n\n2. What is a port?\n   - A number.\n';

describe('a client in disorder', () => {
  let session: Session;
  beforeEach(async () => {
    session = new Session();
    // Whatever was typed, everything is to be said about it at once, as about a file just opened.
    await session.initialize({}, { initializationOptions: { check: 'type' } });
  });
  afterEach(() => session.dispose());

  const { stringify } = JSON;
  const ask = <T>(method: string, params: object) => session.connection.sendRequest<T>(method, params);
  const change = (version: number, contentChanges: readonly TextDocumentContentChangeEvent[], of = uri) =>
    session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: of, version },
      contentChanges,
    });
  const hover = (position: Position) => ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  const at = (line: number, character: number): Position => ({ line, character });

  it('gets a cancelled request answered as cancelled, or in full, but answered', async () => {
    await session.open(uri, worksheet.repeat(500));
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const answers = sources.map(({ token }) =>
      session.connection
        .sendRequest(
          'textDocument/references',
          { textDocument: { uri }, position: at(2, 16), context: { includeDeclaration: true } },
          token,
        )
        .then(
          () => 'answered',
          ({ code }) => code,
        ),
    );
    for (const source of sources) source.cancel();
    const outcomes = new Set(await Promise.all(answers));
    outcomes.delete('answered');
    assert.deepEqual([...outcomes], [LSPErrorCodes.RequestCancelled]);
    assert.ok(await hover(at(2, 16)));
  });

  it('may ask about places outside the document', async () => {
    await session.open(uri, worksheet);
    for (const position of [at(0, 9999), at(9999, 0), at(2 ** 31 - 1, 2 ** 31 - 1)]) {
      const textDocument = { uri };
      const range = { start: position, end: position };
      assert.equal(await hover(position), null);
      await ask('textDocument/completion', { textDocument, position });
      await ask('textDocument/inlineCompletion', { textDocument, position, context: { triggerKind: 1 } });
      await ask('textDocument/definition', { textDocument, position });
      await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    }
  });

  it('gets each answer for the text as it was when it asked', async () => {
    await session.open(uri, worksheet);
    const line = (text: string) => [{ range: { start: at(5, 0), end: at(5, 999) }, text }];
    const answers: Promise<Hover | null>[] = [];
    for (let version = 2; version < 40; version++) {
      void change(version, line(version % 2 ? '2. What is a port?' : '2. What is TCP, and what is it for?'));
      answers.push(hover(at(5, 12)));
    }
    const seen = (await Promise.all(answers)).map((answer) => /Transmission Control/.test(stringify(answer)));
    assert.deepEqual(
      seen,
      seen.map((_, index) => index % 2 === 0),
    );
  });

  it('may close a document in the middle of work, and open it again', async () => {
    await session.open(uri, worksheet.repeat(300));
    const pending = Array.from({ length: 10 }, () => hover(at(2, 16)));
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const late = hover(at(2, 16));
    await Promise.all(pending);
    assert.equal(await late, null);
    await session.open(uri, worksheet, 7);
    assert.ok((await session.diagnostics(uri, 7)).diagnostics.length > 0);
  });

  it('is told that it asks too late, after shutdown', async () => {
    await session.connection.sendRequest('shutdown');
    await assert.rejects(hover(at(0, 0)), ({ code }: { code: number }) => code === ErrorCodes.InvalidRequest);
    await session.connection.sendNotification('exit');
    assert.equal(await session.exit, 0);
  });

  /** Ranges that start after their end, lie outside the text, or cut a character of two code units in half. */
  const anyChange = fc.oneof(
    fc.record({
      range: fc.record({
        start: fc.record({ line: fc.nat(12), character: fc.nat(40) }),
        end: fc.record({ line: fc.nat(12), character: fc.nat(40) }),
      }),
      text: fc.constantFrom('', 'a', '\n', '\r\n', '🧦', '- ', '____', '1. What is a port?\n', '```\n'),
    }),
    fc.record({ text: fc.constantFrom('', worksheet, '# Only a title') }),
  );
  let run = 0;
  for (const seed of seeds)
    it(`may send changes with wrong ranges (seed ${seed})`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
          async (edits) => {
            // Documents of their own: something may still be said about those of the run before.
            const [typed, fresh] = [`file:///class/typed-${++run}.md`, `file:///class/fresh-${run}.md`];
            let document = TextDocument.create(typed, 'markdown', 1, `${worksheet}🧦🧦`);
            await session.open(typed, document.getText());
            let version = 1;
            for (const changes of edits) {
              await change(++version, changes, typed);
              // Made anew for each: it loses count of lines after a change behind the last one.
              for (const each of changes)
                document = TextDocument.update(
                  TextDocument.create(typed, 'markdown', version, document.getText()),
                  [each],
                  version,
                );
            }
            const found = await session.diagnostics(typed, version);
            const end = document.positionAt(document.getText().length);
            for (const { range } of found.diagnostics) assert.ok(range.end.line <= end.line, stringify(range));
            await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: typed } });
            await session.open(fresh, document.getText());
            const expected: readonly Diagnostic[] = (await session.diagnostics(fresh, 1)).diagnostics;
            await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
            assert.deepEqual(found.diagnostics, expected);
          },
        ),
        { seed, numRuns: 25 },
      );
      assert.equal(session.stderr, '');
    });
}).timeout(60_000);
