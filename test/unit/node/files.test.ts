import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { findFilesBelow, nodeFiles } from '../../../server/src/node/files.ts';
import { isMarkdownPath } from '../../../server/src/workspace/file-access.ts';
import { skip } from '../../support/skip.ts';

describe('files of Node.js', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'worksheets-'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function write(texts: Record<string, string>): void {
    for (const [name, text] of Object.entries(texts)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  async function found(folder = ''): Promise<string[]> {
    const files = await findFilesBelow(path.join(root, folder), isMarkdownPath);
    return files.map((file) => path.relative(root, file).replaceAll(path.sep, '/'));
  }

  it('are found in all folders, sorted', async () => {
    write({ 'b.md': '', 'a/2.markdown': '', 'a/1.MD': '', 'a/notes.txt': '', 'node_modules/p/README.md': '' });
    assert.deepEqual(await found(), ['a/1.MD', 'a/2.markdown', 'b.md']);
  });

  it('are not found where a .gitignore file excludes them', async () => {
    write({
      '.gitignore': 'drafts/\n',
      'drafts/x.md': '',
      'a/.gitignore': '*.md\n!kept.md',
      'a/x.md': '',
      'a/kept.md': '',
    });
    assert.deepEqual(await found(), ['a/kept.md']);
  });

  it('are not found where one above the folder excludes them, in the same repository', async () => {
    write({ '.git/HEAD': '', '.gitignore': 'solutions.md\n', 'class/solutions.md': '', 'class/questions.md': '' });
    assert.deepEqual(await found('class'), ['class/questions.md']);
    rmSync(path.join(root, '.git'), { recursive: true });
    assert.deepEqual(await found('class'), ['class/questions.md', 'class/solutions.md']);
  });

  it('are found in an ignored folder that is asked for by name', async () => {
    write({ '.git/HEAD': '', '.gitignore': '/keys/\n', 'keys/x.md': '' });
    assert.deepEqual(await found(), []);
    assert.deepEqual(await found('keys'), ['keys/x.md']);
  });

  it('are found behind links, where these lead to files', async function () {
    if (process.platform === 'win32') skip(this, 'links take rights on Windows that not everybody has.');
    write({ 'a/x.txt': '', 'a/y.md': '' });
    symlinkSync(path.join(root, 'a/x.txt'), path.join(root, 'linked.md'));
    symlinkSync(path.join(root, 'a'), path.join(root, 'folder.md'));
    symlinkSync(path.join(root, 'nowhere.md'), path.join(root, 'lost.md'));
    symlinkSync(path.join(root, 'round.md'), path.join(root, 'round.md'));
    assert.deepEqual(await found(), ['a/y.md', 'linked.md']);
  });

  it('of a workspace are not found behind links that lead out of it', async function () {
    if (process.platform === 'win32') skip(this, 'links take rights on Windows that not everybody has.');
    write({ 'secret.md': '', 'class/own.md': '' });
    symlinkSync(path.join(root, 'secret.md'), path.join(root, 'class/stolen.md'));
    symlinkSync(path.join(root, 'class/own.md'), path.join(root, 'class/linked.md'));
    const uris = await nodeFiles(null).findFiles(URI.file(path.join(root, 'class')).toString());
    assert.deepEqual(
      uris.map((uri) => path.basename(uri)),
      ['linked.md', 'own.md'],
    );
  });

  it('are the file itself where one is named', async () => {
    write({ '.gitignore': '*.md\n', 'x.md': '' });
    assert.deepEqual(await found('x.md'), ['x.md']);
    assert.deepEqual(await found('nowhere'), []);
  });

  it('are read whole or in part, without byte order mark', async () => {
    write({ 'x.md': '\uFEFFÄpfel und Birnen' });
    const files = nodeFiles(null);
    const uri = URI.file(path.join(root, 'x.md')).toString();
    assert.equal(await files.read(uri), 'Äpfel und Birnen');
    assert.equal(await files.read(uri, 9), 'Äpfel');
    assert.equal(await files.read(`${uri}x`), null);
  });

  it('of other schemes are left to others', async () => {
    const others = { findFiles: async () => ['vscode-vfs://host/a.md'], read: async () => 'theirs' };
    assert.deepEqual(await nodeFiles(others).findFiles('vscode-vfs://host/'), ['vscode-vfs://host/a.md']);
    assert.equal(await nodeFiles(others).read('vscode-vfs://host/a.md'), 'theirs');
    assert.equal(await nodeFiles(null).read('vscode-vfs://host/a.md'), null);
  });
});
