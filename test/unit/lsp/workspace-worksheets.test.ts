import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import type { OverviewQuestion } from '../../../server/src/features/overview.ts';
import { connect, fakeService, type TestClient } from './support.ts';

const folder = 'file:///class';
const at = (name: string) => `${folder}/${name}.md`;
const publish = 'textDocument/publishDiagnostics';
const changed = 'worksheets/listChanged';

/** A worksheet's text is one character a question: `x` for an answered one. */
function overview(text: string): OverviewQuestion[] | null {
  if (!/^[x-]+$/.test(text)) return null;
  return Array.from(text, (sign, line) => ({
    text: `Question ${line}`,
    status: sign === 'x' ? 'answered' : 'blank',
    position: { line, character: 0 },
  }));
}

/** One for each open question. */
function findings(text: string): Diagnostic[] {
  const open = overview(text)?.filter(({ status }) => status === 'blank') ?? [];
  const problems = open.map(({ position }) => ({ range: { start: position, end: position }, message: 'Open' }));
  return problems.flatMap((problem) => [problem, { ...problem, severity: 4 as const, message: 'A hint' }]);
}

function signService() {
  const service = fakeService();
  service.overview = (uri) => overview(service.document(uri)?.text ?? '');
  service.diagnostics = (uri) => findings(service.document(uri)?.text ?? '');
  service.survey = function* (_uri, text) {
    yield* [];
    return { overview: overview(text), diagnostics: findings(text) };
  };
  return service;
}

async function start(texts: Record<string, string>, more: Parameters<typeof connect>[0] = {}): Promise<TestClient> {
  return connect({
    service: signService(),
    texts,
    initialize: { workspaceFolders: [{ uri: folder, name: 'class' }] },
    ...more,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } }, ...more.capabilities },
  });
}

/** Lets time pass until the list has come to a state. */
async function untilState(client: TestClient, state: string) {
  const seen = new Map<string, string>();
  const take = (worksheets: { uri: string; answered: number; total: number | null }[]) => {
    for (const { uri, answered, total } of worksheets) {
      if (total === null) seen.delete(uri);
      else seen.set(uri, `${answered}/${total}`);
    }
  };
  const list = await client.connection.sendRequest<{ worksheets: [] }>('worksheets/list', { refresh: true });
  take(list.worksheets);
  for (;;) {
    const change = client.received.findIndex(({ method }) => method === changed);
    if (change < 0) {
      client.clock.advance(200);
      await client.settled();
      continue;
    }
    const { params } = client.received.splice(change, 1)[0]!;
    take(params.worksheets);
    if (params.state === state) return Object.fromEntries([...seen].sort());
  }
}

async function nextChange(client: TestClient) {
  for (;;) {
    const change = client.received.findIndex(({ method }) => method === changed);
    if (change >= 0) return client.received.splice(change, 1)[0]!.params.worksheets;
    client.clock.advance(200);
    await client.settled();
  }
}

describe('the list of worksheets', () => {
  it('has those of the workspace, and no other files', async () => {
    const client = await start({
      [at('1')]: 'x--',
      [at('2')]: '--',
      [at('notes')]: 'Notes.',
      'file:///other/3.md': 'x',
    });
    assert.deepEqual(await untilState(client, 'complete'), { [at('1')]: '1/3', [at('2')]: '0/2' });
    assert.deepEqual(await client.connection.sendRequest('worksheets/questions', { uri: at('1') }), overview('x--'));
    assert.deepEqual(await client.connection.sendRequest('worksheets/questions', { uri: at('notes') }), []);
  });

  it('counts open documents as they are, those outside of the workspace too', async () => {
    const client = await start({ [at('1')]: 'x--' });
    await client.open(at('1'), 'xx-');
    await client.open('untitled:Untitled-1', '-');
    assert.deepEqual(await untilState(client, 'complete'), { [at('1')]: '2/3', 'untitled:Untitled-1': '0/1' });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    assert.deepEqual(await nextChange(client), [{ uri: 'untitled:Untitled-1', answered: 0, total: null }]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: at('1') } });
    assert.deepEqual(await nextChange(client), [{ uri: at('1'), answered: 1, total: 3 }]);
  });

  it('follows the keyboard and the disk', async () => {
    const client = await start({ [at('1')]: 'x--' });
    await client.open(at('2'), '--');
    await untilState(client, 'complete');
    const change = { textDocument: { uri: at('2'), version: 2 }, contentChanges: [{ text: '-x' }] };
    await client.connection.sendNotification('textDocument/didChange', change);
    assert.deepEqual(await nextChange(client), [{ uri: at('2'), answered: 1, total: 2 }]);
    const tell = (name: string, type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at(name), type }] });
    client.files.texts.set(at('3'), 'x');
    await tell('3', 1);
    assert.deepEqual(await nextChange(client), [{ uri: at('3'), answered: 1, total: 1 }]);
    client.files.texts.delete(at('1'));
    await tell('1', 3);
    assert.deepEqual(await nextChange(client), [{ uri: at('1'), answered: 0, total: null }]);
  });

  it('finds files that nobody told of when it is asked to look again', async () => {
    const client = await start({ [at('1')]: 'x--' });
    await untilState(client, 'complete');
    client.files.texts.set(at('2'), 'x');
    assert.deepEqual(await untilState(client, 'complete'), { [at('1')]: '1/3', [at('2')]: '1/1' });
  });

  it('costs nothing, and says nothing, until somebody asks', async () => {
    const surveyed: string[] = [];
    const service = signService();
    service.survey = function* (uri) {
      surveyed.push(uri);
      yield* [];
      return { overview: null, diagnostics: [] };
    };
    const client = await start({ [at('1')]: 'x--' }, { service });
    await client.open(at('2'), '--');
    for (let turn = 0; turn < 5; turn++) {
      client.clock.advance(1000);
      await client.settled();
    }
    assert.deepEqual(surveyed, []);
    assert.deepEqual(
      client.received.filter(({ method }) => method === changed),
      [],
    );
  });

  describe('of many files', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${folder}/${at}.md`, '-']));
    const progress = { window: { workDoneProgress: true } };

    it('shows how far it is, to a client that can show it', async () => {
      const created: string[] = [];
      const client = await start(many, {
        capabilities: progress,
        answers: { 'window/workDoneProgress/create': ({ token }) => void created.push(token) },
      });
      const list = await untilState(client, 'complete');
      assert.equal(Object.keys(list).length, 400);
      const said = client.received.filter(({ method }) => method === '$/progress').map(({ params }) => params);
      assert.equal(created.length, 1);
      assert.ok(said.every(({ token }) => token === created[0]));
      assert.deepEqual(
        [said[0].value, said.at(-1).value],
        [{ kind: 'begin', title: 'Looking for worksheets', cancellable: true, percentage: 0 }, { kind: 'end' }],
      );
      const percentages = said.slice(1, -1).map(({ value }) => value.percentage);
      assert.deepEqual(
        percentages,
        [...percentages].sort((a, b) => a - b),
      );
    });

    it('can be stopped, and taken up again', async () => {
      let token = '';
      const client = await start(many, {
        capabilities: progress,
        answers: {
          'window/workDoneProgress/create': (params) => {
            token = params.token;
          },
        },
      });
      const first = client.connection.sendRequest('worksheets/list', {});
      await first;
      while (!client.received.some(({ params }) => params.value?.kind === 'report')) {
        client.clock.advance(1);
        await client.settled();
      }
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      const some = await untilState(client, 'stopped');
      assert.ok(Object.keys(some).length < 400);
      const list = await client.connection.sendRequest<{ unread: number }>('worksheets/list', {});
      assert.equal(list.unread, 400 - Object.keys(some).length);
      await client.connection.sendRequest('worksheets/list', { refresh: true });
      assert.equal(Object.keys(await untilState(client, 'complete')).length, 400);
    });

    it('is silent towards a client that cannot show progress', async () => {
      const client = await start(many);
      await untilState(client, 'complete');
      assert.deepEqual(
        client.received.filter(({ method }) => method === '$/progress'),
        [],
      );
    });
  });
});

describe('checking all worksheets', () => {
  const texts = { [at('1')]: 'x--', [at('2')]: 'xx', [at('3')]: '-' };

  async function checkAll(client: TestClient) {
    const answer = client.connection.sendRequest('workspace/executeCommand', { command: 'worksheets.checkWorkspace' });
    let done = false;
    void answer.finally(() => {
      done = true;
    });
    while (!done) {
      client.clock.advance(1);
      await client.settled();
    }
    return answer;
  }

  /** What was published since, as `name: number of findings`. */
  const published = ({ received }: TestClient) =>
    received
      .splice(0)
      .filter(({ method }) => method === publish)
      .map(
        ({ params }) =>
          `${params.uri.slice(folder.length + 1, -3)}: ${params.diagnostics.filter(({ severity }: Diagnostic) => severity !== 4).length}`,
      );

  it('publishes the findings of files that are not open', async () => {
    const client = await start(texts);
    await client.open(at('3'), '--');
    await client.next(publish);
    assert.deepEqual(await checkAll(client), { worksheets: 3, findings: 4, stopped: false });
    assert.deepEqual(published(client), ['1: 2']);
  });

  it('keeps them up to date, and leaves an opened document to its editor', async () => {
    const client = await start(texts);
    await checkAll(client);
    published(client);
    client.files.texts.set(at('1'), 'xx-');
    const changes = [{ uri: at('1'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.settled();
    client.clock.advance(400);
    await client.settled();
    client.clock.advance(400);
    await client.settled();
    assert.deepEqual(published(client), ['1: 1']);
    await client.open(at('1'), 'x--');
    await client.settled();
    assert.deepEqual(published(client), ['1: 0', '1: 2']);
  });

  it('takes them back when asked to, and publishes none from then on', async () => {
    const client = await start(texts);
    await client.open(at('3'), '--');
    await checkAll(client);
    published(client);
    await client.connection.sendRequest('workspace/executeCommand', { command: 'worksheets.clearWorkspace' });
    await client.settled();
    assert.deepEqual(published(client), ['1: 0']);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('1'), type: 2 }],
    });
    for (let turn = 0; turn < 3; turn++) {
      client.clock.advance(1);
      await client.settled();
    }
    assert.deepEqual(published(client), []);
    await checkAll(client);
    assert.deepEqual(published(client), ['1: 2']);
  });

  it('publishes nothing before', async () => {
    const client = await start(texts);
    await untilState(client, 'complete');
    assert.deepEqual(published(client), []);
  });
});
