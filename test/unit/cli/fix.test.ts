import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { skip } from '../../support/skip.ts';
import { Folder } from './support.ts';

/** A worksheet with two names that are written in another way than their authors do, and a question that stays open. */
const misspelt = `# Sockets

1. What does Socket.IO add?

   - Socket.io adds rooms; Socket.io also reconnects.

2. What is a port?

   - A number from 0 to 65535 that says which program the data is for

3. Why is a hub slow?

   -
`;
const mended = misspelt.replaceAll('Socket.io', 'Socket.IO');

describe('worksheets check --fix', function () {
  this.timeout(20_000);
  let folder: Folder;

  beforeEach(() => {
    folder = new Folder({ 'a.md': misspelt, 'b.md': mended });
  });

  afterEach(() => folder.remove());

  it('mends what can be mended without a look, reports the rest, and says how many', async () => {
    const { out, exitCode } = await folder.run('check', '--fix', '--rule', 'unanswered=warning', 'a.md', 'b.md');
    assert.equal(folder.read('a.md'), mended);
    assert.equal(folder.read('b.md'), mended);
    assert.match(out, /^a\.md:11:4 {2}warning {2}Not answered yet: "Why is a hub slow\?" {2}unanswered$/m);
    assert.match(out, /^Fixed 2 findings in 1 file\. 2 findings left in 2 worksheets\.$/m);
    assert.equal(exitCode, 1);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'b.md']);
  });

  it('says so beside the findings where programs read them', async () => {
    const { out, err } = await folder.run('check', '--fix', '--format=json', 'a.md');
    assert.equal(err, 'Fixed 2 findings in 1 file.\n');
    assert.deepEqual(
      JSON.parse(out)[0].findings.map(({ rule }: { rule: string }) => rule),
      ['unanswered'],
    );
  });

  it('has nothing left to do the second time', async () => {
    await folder.run('check', '--fix', 'a.md');
    const { mtimeMs } = statSync(path.join(folder.path, 'a.md'));
    const { out } = await folder.run('check', '--fix', 'a.md');
    assert.doesNotMatch(out, /Fixed/);
    assert.equal(statSync(path.join(folder.path, 'a.md')).mtimeMs, mtimeMs);
  });

  it('mends nothing that it was told to leave out', async () => {
    await folder.run('check', '--fix', '--rule', 'term-style=off', 'a.md');
    assert.equal(folder.read('a.md'), misspelt);
  });

  it('keeps the byte order mark, line ends and permissions', async () => {
    const file = path.join(folder.path, 'a.md');
    writeFileSync(file, `\uFEFF${misspelt.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') chmodSync(file, 0o664);
    const { mode } = statSync(file);
    await folder.run('check', '--fix', 'a.md');
    assert.equal(folder.read('a.md'), `\uFEFF${mended.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(file).mode, mode);
  });

  it('mends what a link leads to, and keeps the link', async function () {
    if (process.platform === 'win32') skip(this, 'links and rights are others on Windows.');
    const link = path.join(folder.path, 'link.md');
    symlinkSync('a.md', link);
    await folder.run('check', '--fix', 'link.md');
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(folder.read('a.md'), mended);
  });

  it('leaves a file alone whose bytes are no UTF-8: they would be lost', async () => {
    const bytes = Buffer.concat([Buffer.from(misspelt), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])]);
    writeFileSync(path.join(folder.path, 'a.md'), bytes);
    const { out, exitCode } = await folder.run('check', '--fix', 'a.md');
    assert.ok(readFileSync(path.join(folder.path, 'a.md')).equals(bytes));
    assert.match(
      out,
      /^a\.md:1:1 {2}error {2}This file cannot be changed: it is no UTF-8 text, or has changed meanwhile\. {2}file-access$/m,
    );
    assert.match(out, /term-style$/m);
    assert.equal(exitCode, 2);
  });

  it('leaves a file alone that the disk does not let it replace', async function () {
    if (process.platform === 'win32') skip(this, 'links and rights are others on Windows.');
    // As long as a name may be: no draft of it can lie beside it.
    const name = `${'a'.repeat(252)}.md`;
    writeFileSync(path.join(folder.path, name), misspelt);
    const { out, exitCode } = await folder.run('check', '--fix', name);
    assert.equal(folder.read(name), misspelt);
    assert.match(out, /This file cannot be changed: .*file-access$/m);
    assert.equal(exitCode, 2);
  });
});
