import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const tools = path.join(root, 'node_modules/vscode-tmgrammar-test/dist');
const standIn = path.join(import.meta.dirname, 'markdown.tmLanguage.json');
/** The VS Code that the editor tests install, on machines that have no other. */
const vscode = path.join(root, 'test/support/vscode/node_modules/code-server/lib/vscode');
const original = path.join(vscode, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');

function assertPasses(tool: string, ...args: string[]): void {
  const all = [path.join(tools, tool), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

/**
 * Each Markdown file of this folder is a case of vscode-tmgrammar-test: it holds lines and, below them, the scopes that
 * their characters are to have. The grammar under test comes from the manifest, as in VS Code; the Markdown it is injected
 * to is a stand-in and, where it is at hand, VS Code's own.
 */
for (const markdown of [standIn, original].filter(existsSync)) {
  describe(`the grammar, ${markdown === standIn ? 'in a little Markdown' : "in VS Code's Markdown"}`, () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
      it(`marks ${path.basename(file, '.md').replaceAll('-', ' ')}`, () => {
        assertPasses('unit.js', '--grammar', markdown, `test/grammar/${file}`);
      });
    }
  });
}

/** Front matter can stand nowhere but in the first line, where those cases have their title: it is compared with a snapshot. */
describe('the grammar, in front matter', () => {
  for (const file of readdirSync(path.join(import.meta.dirname, 'snapshots')).filter((name) => name.endsWith('.md')))
    it(`marks ${path.basename(file, '.md').replaceAll('-', ' ')} as in its snapshot`, () =>
      assertPasses(
        'snapshot.js',
        '--scope',
        'text.html.markdown',
        '--grammar',
        standIn,
        `test/grammar/snapshots/${file}`,
      ));
});
