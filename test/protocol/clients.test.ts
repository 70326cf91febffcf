import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover, WorkspaceFolder } from 'vscode-languageserver/node';
import { answerEverything, everything } from './capable-client.ts';
import { Session } from './support.ts';

const worksheet = '# Week 1\n\n1. What is the OSI model?\n   -\n\n2. What is a frobnicator?\n   - A machine.\n';
const glossary = (definition: string) =>
  `---\nworksheets: glossary\n---\n\n# Class\n\n## Frobnicator\n\n${definition}\n`;

describe('every kind of client', () => {
  let session: Session;
  beforeEach(() => {
    session = new Session();
  });
  afterEach(() => session.dispose());

  const hoverAt = (uri: string, line: number, character: number) =>
    session.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  const fixesAt = async (uri: string) =>
    session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } },
      context: { diagnostics: (await session.diagnostics(uri, 1)).diagnostics },
    });

  const uris: [name: string, uri: string][] = [
    ['a space', 'file:///class/week%201.md'],
    ['a per cent sign', 'file:///class/100%25.md'],
    ['a per cent sign that escapes nothing', 'file:///class/100%.md'],
    ['letters of another script', 'file:///%D0%BA%D0%BB%D0%B0%D1%81%D1%81/%E7%AC%AC%E4%B8%80.md'],
    ['letters of another script, not escaped', 'file:///класс/第一.md'],
    ['a drive letter', 'file:///c%3A/class/one.md'],
    ['a drive letter, not escaped', 'file:///C:/class/one.md'],
    ['a network share', 'file://server/share/one.md'],
    ['no file yet', 'untitled:Untitled-1'],
    ['a virtual file system', 'vscode-vfs://github/class/notes/one.md'],
    ['a query and a fragment', 'vscode-vfs://github/class/one.md?ref=main#top'],
  ];
  for (const [name, uri] of uris)
    it(`is served where a document's URI has ${name}`, async () => {
      await session.initialize({ workspace: { workspaceEdit: { documentChanges: true } } });
      await session.open(uri, worksheet);
      const { diagnostics } = await session.diagnostics(uri, 1);
      assert.ok(diagnostics.some(({ code, range }) => code === 'unanswered' && range.start.line === 2));
      assert.match(JSON.stringify(await hoverAt(uri, 2, 16)), /seven layers/i);
      const edited = (await fixesAt(uri)).flatMap(({ edit }) => edit?.documentChanges ?? []);
      assert.ok(edited.length > 0);
      for (const change of edited)
        assert.deepEqual('textDocument' in change && change.textDocument, { uri, version: 1 });
    });

  it('is sent findings where it cannot ask for them, and plain edits where it knows no other', async () => {
    await session.initialize();
    await session.open('file:///a.md', worksheet);
    const fixes = await fixesAt('file:///a.md');
    assert.ok(fixes.some(({ edit }) => edit?.changes?.['file:///a.md']?.length));
    assert.ok(fixes.every(({ edit }) => edit?.documentChanges === undefined));
  });

  it('may send its settings', async () => {
    await session.initialize();
    await session.open('file:///a.md', worksheet);
    const answers = async () => (await fixesAt('file:///a.md')).filter(({ isPreferred }) => isPreferred).length;
    assert.ok((await answers()) > 0);
    await session.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { worksheets: { assistance: 'hints' } },
    });
    assert.equal(await answers(), 0);
  });

  it('may be asked for its settings', async () => {
    const client = answerEverything(session);
    client.settings = { assistance: 'off' };
    await session.initialize(everything);
    await session.until(() => client.registered.has('workspace/didChangeConfiguration'));
    await session.open('file:///a.md', worksheet);
    assert.equal(await hoverAt('file:///a.md', 2, 5), null);
    client.settings = { assistance: 'answers' };
    const refreshed = session.next('workspace/diagnostic/refresh');
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    assert.ok(await hoverAt('file:///a.md', 2, 5));
  });

  describe('with folders', () => {
    let scratch: string;
    const place = (...parts: string[]) => path.join(scratch, ...parts);
    const uriOf = (...parts: string[]) => pathToFileURL(place(...parts)).href;
    const folder = (name: string): WorkspaceFolder => ({ uri: uriOf(name), name });

    beforeEach(() => {
      scratch = mkdtempSync(path.join(tmpdir(), 'worksheets protocol '));
      for (const name of ['one', 'two']) mkdirSync(place(name));
    });
    afterEach(() => rmSync(scratch, { recursive: true }));

    const changed = async (type: 1 | 2 | 3, ...parts: string[]) => {
      const refreshed = session.next('workspace/diagnostic/refresh');
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(...parts), type }],
      });
      await refreshed;
    };
    const definition = async () => JSON.stringify(await hoverAt(uriOf('one', 'w.md'), 5, 16));

    it('sees what is made, changed and deleted in each of them, and forgets a folder that is closed', async () => {
      const client = answerEverything(session, [folder('one'), folder('two')]);
      await session.initialize(everything, { workspaceFolders: [folder('one'), folder('two')] });
      await session.until(() => client.registered.has('workspace/didChangeWatchedFiles'));
      await session.open(uriOf('one', 'w.md'), worksheet);
      assert.equal(await definition(), 'null');

      writeFileSync(place('two', 'class.glossary.md'), glossary('A machine that frobs.'));
      await changed(1, 'two', 'class.glossary.md');
      assert.match(await definition(), /A machine that frobs/);

      writeFileSync(place('two', 'class.glossary.md'), glossary('A tool for widgets.'));
      await changed(2, 'two', 'class.glossary.md');
      assert.match(await definition(), /A tool for widgets/);

      rmSync(place('two', 'class.glossary.md'));
      await changed(3, 'two', 'class.glossary.md');
      assert.equal(await definition(), 'null');

      writeFileSync(place('two', 'class.glossary.md'), glossary('Back again.'));
      await changed(1, 'two', 'class.glossary.md');
      assert.match(await definition(), /Back again/);
      const refreshed = session.next('workspace/diagnostic/refresh');
      await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [folder('two')] },
      });
      await refreshed;
      assert.equal(await definition(), 'null');
    });

    it('counts an open document instead of its file, saved or not', async () => {
      writeFileSync(place('one', 'class.glossary.md'), glossary('On disk.'));
      const client = answerEverything(session, [folder('one')]);
      const loaded = session.next('workspace/diagnostic/refresh');
      await session.initialize(everything, { workspaceFolders: [folder('one')] });
      await session.until(() => client.registered.has('workspace/didChangeWatchedFiles'));
      await loaded;
      await session.open(uriOf('one', 'w.md'), worksheet);
      await session.until(async () => /On disk/.test(await definition()));
      await session.open(uriOf('one', 'class.glossary.md'), glossary('Being written.'));
      assert.match(await definition(), /Being written/);
      await session.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: uriOf('one', 'class.glossary.md') },
      });
      await session.until(async () => /On disk/.test(await definition()));
    });
  });
}).timeout(20_000);
