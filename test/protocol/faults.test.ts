import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport, Hover } from 'vscode-languageserver/node';
import { CHECK_ALL, type CheckAllResult } from '../../server/src/lsp/protocol.ts';
import { skip } from '../support/skip.ts';
import { answerEverything, everything } from './capable-client.ts';
import { Session } from './support.ts';

const worksheet = '# Week 1\n\n1. What is a frobnicator?\n   - A machine.\n\n2. What is a port?\n   -\n';
const glossary = (term: string) => `---\nworksheets: glossary\n---\n\n# Class\n\n## ${term}\n\nWhat ${term} is.\n`;

const binary = Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7919) % 256));

/** What may lie in a workspace beside a good glossary. */
const faults: [name: string, make: (folder: string) => void][] = [
  ['a folder named like a glossary', (folder) => mkdirSync(path.join(folder, 'a.glossary.md'))],
  ['a link that leads nowhere', (folder) => symlinkSync(path.join(folder, 'gone.md'), path.join(folder, 'a.md'))],
  [
    'links that lead to each other',
    (folder) => {
      symlinkSync(path.join(folder, 'a.md'), path.join(folder, 'b.md'));
      symlinkSync(path.join(folder, 'b.md'), path.join(folder, 'a.md'));
    },
  ],
  ['a folder that holds itself', (folder) => symlinkSync(folder, path.join(folder, 'again'))],
  [
    'a binary file with the front matter of a glossary',
    (folder) => writeFileSync(path.join(folder, 'a.md'), Buffer.concat([Buffer.from(glossary('Blob')), binary])),
  ],
  ['a file of nothing but zeros', (folder) => writeFileSync(path.join(folder, 'a.md'), Buffer.alloc(100_000))],
  [
    'a glossary of 2 GB',
    (folder) => {
      writeFileSync(path.join(folder, 'a.md'), glossary('Giant'));
      truncateSync(path.join(folder, 'a.md'), 2 ** 31);
    },
  ],
  [
    'a glossary with broken YAML',
    (folder) =>
      writeFileSync(path.join(folder, 'a.md'), '---\nworksheets: [glossary\n\t: :\n---\n\n## Broken\n\nText.\n'),
  ],
  [
    'a glossary of Contextive with broken YAML',
    (folder) => writeFileSync(path.join(folder, 'a.glossary.yml'), 'contexts:\n  - terms: [\n\t- : x\n'),
  ],
  [
    'a file that may not be read',
    (folder) => {
      writeFileSync(path.join(folder, 'a.md'), glossary('Secret'));
      chmodSync(path.join(folder, 'a.md'), 0);
    },
  ],
  [
    'a folder that may not be read',
    (folder) => {
      mkdirSync(path.join(folder, 'closed'));
      chmodSync(path.join(folder, 'closed'), 0);
    },
  ],
  [
    'a worksheet of 2 GB',
    (folder) => {
      writeFileSync(path.join(folder, 'a.md'), worksheet);
      truncateSync(path.join(folder, 'a.md'), 2 ** 31);
    },
  ],
  [
    'a worksheet that is no text behind its start',
    (folder) => writeFileSync(path.join(folder, 'a.md'), Buffer.concat([Buffer.from(worksheet), binary])),
  ],
  [
    'a broken .gitignore file',
    (folder) => writeFileSync(path.join(folder, '.gitignore'), Buffer.from([0xff, 0x5b, 0x0a, 0x21])),
  ],
];

describe('a workspace with faults', () => {
  let session: Session;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;

  beforeEach(() => {
    session = new Session();
    folder = mkdtempSync(path.join(tmpdir(), 'worksheets-faults-'));
    writeFileSync(path.join(folder, 'class.glossary.md'), glossary('Frobnicator'));
    writeFileSync(path.join(folder, 'saved.md'), `---\nworksheets: worksheet\n---\n\n${worksheet}`);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    session.dispose();
  });

  async function start(): Promise<void> {
    const client = answerEverything(session);
    await session.initialize(everything, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'class' }] });
    await session.until(() => client.registered.has('workspace/didChangeWatchedFiles'));
    await session.open(uriOf('w.md'), worksheet);
  }
  const hover = async () => {
    const found = await session.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: uriOf('w.md') },
      position: { line: 2, character: 16 },
    });
    return JSON.stringify(found);
  };
  const codes = async (name: string) => {
    const report = await session.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(name) },
    });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };

  const checkAll = () =>
    session.connection.sendRequest<CheckAllResult>('workspace/executeCommand', { command: CHECK_ALL, arguments: [] });

  for (const [name, make] of faults)
    it(`is served in spite of ${name}`, async function () {
      if (process.platform === 'win32') skip(this, 'such faults are made otherwise on Windows.');
      make(folder);
      await start();
      await session.until(async () => /What Frobnicator is/.test(await hover()));
      assert.deepEqual(await codes('w.md'), ['unanswered']);
      const { worksheets, findings, stopped } = await checkAll();
      assert.ok(worksheets >= 2 && findings >= 2 && !stopped, `${worksheets} worksheets, ${findings} findings`);
      assert.equal(await session.end(), 0);
      assert.equal(session.stderr, '');
    });

  it('is served when a file has gone before it is read', async () => {
    await start();
    await session.until(async () => /What Frobnicator is/.test(await hover()));
    rmSync(path.join(folder, 'class.glossary.md'));
    const refreshed = session.next('workspace/diagnostic/refresh');
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf('class.glossary.md'), type: 2 },
        { uri: uriOf('never.glossary.md'), type: 1 },
      ],
    });
    await refreshed;
    assert.equal(await hover(), 'null');
    rmSync(path.join(folder, 'saved.md'));
    assert.equal((await checkAll()).worksheets, 1);
    assert.equal(session.stderr, '');
  });

  it('says where a glossary cannot be read, in that file and at the place', async () => {
    await start();
    await session.open(uriOf('bad.md'), '---\nworksheets: glosary\n---\n\n## Term\n\nText.\n');
    assert.deepEqual(await codes('bad.md'), ['front-matter']);
    appendFileSync(path.join(folder, 'class.glossary.md'), '\n## Second\n\nMore.\n');
    assert.deepEqual(await codes('w.md'), ['unanswered']);
  });
}).timeout(30_000);
