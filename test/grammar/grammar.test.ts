import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const runner = path.join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
const standIn = path.join(import.meta.dirname, 'markdown.tmLanguage.json');
/** The VS Code that the editor tests install, on machines that have no other. */
const vscode = path.join(root, 'test/support/vscode/node_modules/code-server/lib/vscode');
const original = path.join(vscode, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');

/**
 * Each Markdown file of this folder is a case of vscode-tmgrammar-test: it holds lines and, below them, the scopes that
 * their characters are to have. The grammar under test comes from the manifest, as in VS Code; the Markdown it is injected
 * to is a stand-in and, where it is at hand, VS Code's own.
 */
for (const markdown of [standIn, original].filter(existsSync)) {
  describe(`the grammar, ${markdown === standIn ? 'in a little Markdown' : "in VS Code's Markdown"}`, () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
      it(`marks ${path.basename(file, '.md').replaceAll('-', ' ')}`, () => {
        const args = [runner, '--grammar', markdown, `test/grammar/${file}`];
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
        assert.equal(status, 0, `${stdout}${stderr}`);
      });
    }
  });
}
