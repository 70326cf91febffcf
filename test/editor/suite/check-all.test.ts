import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files.ts';
import { open, save, until, uriOf } from './support.ts';

const text = '1. What is a port?\n   -\n2. What is TCP?\n   - A protocol.\n';

/** The lines of a file, open or not, on which a question is reported as unanswered. */
const linesOf = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'unanswered')
    .map(({ range }) => range.start.line)
    .sort();

const untilLines = (uri: vscode.Uri, lines: readonly number[]) =>
  until(`${uri.path} has findings at ${lines.join()}`, () => linesOf(uri).join() === lines.join());

describe('checking all worksheets', () => {
  const closed = uriOf('closed.md');

  before(async () => {
    await save('closed.md', text);
    await open('notes.md');
  });

  after(() => vscode.workspace.fs.delete(closed));

  it('finds what is open in files that are not', async () => {
    assert.deepEqual(linesOf(closed), []);
    // A file written a moment ago may not have been heard of yet.
    await until('findings', async () => {
      await vscode.commands.executeCommand('worksheets.checkAll');
      return linesOf(closed).length > 0;
    });
    assert.deepEqual(linesOf(closed), [0]);
    const second = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![1]!.uri, 'more.md');
    assert.deepEqual(linesOf(second), [4]);
    assert.deepEqual(linesOf(uriOf('notes.md')), []);
  });

  it('keeps it up to date, and says nothing twice', async () => {
    await vscode.commands.executeCommand('worksheets.checkAll');
    await save('closed.md', `${text}3. What is UDP?\n   -\n`);
    await untilLines(closed, [0, 4]);
    // Not by showTextDocument, which keeps the document open for minutes.
    await vscode.commands.executeCommand('vscode.open', closed);
    await untilLines(closed, [0, 4]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilLines(closed, [0, 4]);
    await save('closed.md', text.replace('-\n', '- A number.\n'));
    await untilLines(closed, []);
  });

  it('takes the findings of closed files back', async () => {
    await save('closed.md', text);
    const { document } = await open('reading-questions.md');
    await until('findings', async () => {
      await vscode.commands.executeCommand('worksheets.checkAll');
      return linesOf(closed).length > 0;
    });
    const before = linesOf(document.uri);
    assert.notDeepEqual(before, []);
    await vscode.commands.executeCommand('worksheets.clearFindings');
    await untilLines(closed, []);
    assert.deepEqual(linesOf(document.uri), before);
  });

  it('finds the files of a virtual workspace', async () => {
    const files = new MemoryFiles({
      '/class/week 1/one.md': text,
      '/class/.gitignore': 'drafts/\n',
      '/class/drafts/two.md': text,
    });
    const registered = vscode.workspace.registerFileSystemProvider('memory', files);
    try {
      await vscode.commands.executeCommand('worksheets.refresh');
      const one = vscode.Uri.parse('memory:/class/week%201/one.md');
      await until('findings', async () => {
        await vscode.commands.executeCommand('worksheets.checkAll');
        return linesOf(one).length > 0;
      });
      assert.deepEqual(linesOf(one), [0]);
      assert.deepEqual(linesOf(vscode.Uri.parse('memory:/class/drafts/two.md')), []);
      await vscode.window.showTextDocument(one);
      await untilLines(one, [0]);
    } finally {
      registered.dispose();
    }
  });
});
