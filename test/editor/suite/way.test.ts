import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keyAnswer, laidOut } from './key.ts';
import { open, openText, rangeOf, replace, reported, until, untilFindings } from './support.ts';

const run = vscode.commands.executeCommand;

/** The code lenses as `line title`; waits until there are some. */
function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return until('code lenses', async () => {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    return lenses.length > 0 ? lenses : undefined;
  });
}

const titles = (lenses: readonly vscode.CodeLens[]) =>
  lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);

async function press(document: vscode.TextDocument, title: string): Promise<void> {
  const lens = (await lensesOf(document)).find(({ command }) => command?.title === title);
  assert.ok(lens?.command, title);
  await run(lens.command.command, ...(lens.command.arguments ?? []));
}

/** @param value undefined for what is usual */
function setLenses(value: boolean | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('worksheets').update('codeLens', value, vscode.ConfigurationTarget.Global);
}

describe('code lenses', () => {
  const text =
    '1. What is a Web Socket?\n   -\n2. What is a yak?\n   -\n3. What does socket.emit() do?\n   - It sends.\n';

  afterEach(() => setLenses(undefined));

  it('offer help above the open questions that a key knows', async () => {
    const { document } = await openText('lenses.md', text);
    assert.deepEqual(titles(await lensesOf(document)), ['0 Answer', '0 Hint', '0 Key']);
  });

  it('offer hints only where no more is allowed', async () => {
    const { document } = await open('hints.md');
    assert.deepEqual(titles(await lensesOf(document)), ['6 Hint', '8 Hint']);
  });

  it('write the answer where it belongs', async () => {
    const { document } = await openText('lens-answer.md', text);
    await press(document, 'Answer');
    await until('the answer', () => document.getText() !== text);
    const answer = laidOut(await keyAnswer('What is a Web Socket?'), '   - ', '     ');
    assert.deepEqual(
      document
        .getText()
        .split('\n')
        .slice(1, answer.length + 1),
      answer,
    );
    await run('undo');
    await until('the text as it was', () => document.getText() === text);
  });

  it('show the hint at the question', async () => {
    const { document } = await openText('lens-hint.md', text);
    const editor = vscode.window.activeTextEditor!;
    await press(document, 'Hint');
    await until('the cursor', () => rangeOf(document, 'What is a Web Socket?').contains(editor.selection.active));
  });

  it('open the key', async () => {
    const { document } = await openText('lens-key.md', text);
    await press(document, 'Key');
    const editor = await until('the key', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('.key.md') ? active : undefined;
    });
    assert.match(editor.document.lineAt(editor.selection.active).text, /What is a Web ?Socket/i);
  });

  it('go where a setting turns them off, and come back', async () => {
    const { document } = await openText('lens-setting.md', text);
    await lensesOf(document);
    await setLenses(false);
    await until('no lenses', async () => {
      return (await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).length === 0;
    });
    await setLenses(undefined);
    await lensesOf(document);
  });
});

describe('the way through a worksheet', () => {
  const text =
    '---\nworksheets: worksheet\n---\n1. What is a mast?\n   -\n2. What is a yak?\n   - An animal.\n3. What is a sail?\n   -\n';

  it('leads back to the open question before, and round', async () => {
    const { document } = await openText('back.md', text);
    await untilFindings(document, ['unanswered: What is a mast?', 'unanswered: What is a sail?']);
    const editor = vscode.window.activeTextEditor!;
    const visited: number[] = [];
    for (let step = 0; step < 3; step++) {
      await run('worksheets.previousUnanswered');
      visited.push(editor.selection.active.line);
    }
    assert.deepEqual(visited, [8, 4, 8]);
  });

  it('folds all answers under their questions, and unfolds them', async () => {
    const markdown =
      '# Fold\n\n**What is TCP?**\n\nA protocol.\nOf streams.\n\n**What is UDP?**\n\nAnother one.\n\nThe end.\n';
    const { document } = await openText('fold.md', `---\nworksheets: worksheet\n---\n${markdown}`);
    const editor = vscode.window.activeTextEditor!;
    const seen = (line: string) => editor.visibleRanges.some((range) => range.contains(rangeOf(document, line).start));
    await until('folding', async () => {
      await run('worksheets.foldAnswers');
      return !seen('Of streams.') && !seen('Another one.');
    });
    assert.ok(seen('**What is TCP?**') && seen('**What is UDP?**'));
    await run('worksheets.unfoldAnswers');
    await until('all of it', () => seen('Of streams.') && seen('Another one.'));
  });

  it('leaves the outline to Markdown', async () => {
    const markdown = '# Ports\n\n1. What is TCP?\n   - A protocol.\n2. What is UDP?\n   - Another one.\n';
    const { document } = await openText('outline.md', markdown);
    const symbols = await until('symbols', async () => {
      const found = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return found?.length ? found : undefined;
    });
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [['# Ports']],
    );
  });

  it('has keys that nothing else has', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const all = (await vscode.workspace.openTextDocument(uri)).getText();
    const bindings: { key: string; command: string; when?: string }[] = JSON.parse(all.replace(/^\s*\/\/.*$/gm, ''));
    const own = bindings.filter(({ command }) => /^worksheets\.(?:next|previous)Unanswered$/.test(command));
    assert.deepEqual(
      own.map(({ when }) => when),
      ['editorTextFocus && worksheets.isWorksheet', 'editorTextFocus && worksheets.isWorksheet'],
    );
    const keys = own.map(({ key }) => key);
    const others = bindings.filter(({ key, command }) => keys.includes(key) && !command.startsWith('worksheets.'));
    assert.deepEqual(others, []);
  });
});

describe('a new', () => {
  it('worksheet takes what is typed as soon as it is seen', async () => {
    const seen = new Promise<string>((resolve) => {
      const listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!editor) return;
        listening.dispose();
        resolve(editor.document.getText());
        void run('type', { text: 'Networks' });
      });
    });
    await run('worksheets.new');
    const template = await seen;
    assert.match(template, /^---\nworksheets: worksheet\n---\n\n# Subject\n/);
    const { document } = vscode.window.activeTextEditor!;
    await until('what was typed', () => document.getText() === template.replace('Subject', 'Networks'));
    await run('type', { text: ' and hosts' });
    await run('jumpToNextSnippetPlaceholder');
    await run('type', { text: 'What is a port?' });
    assert.match(document.getText(), /# Networks and hosts\n\n1\. What is a port\?\n {3}- \n2\./);
  });

  it('worksheet has places that Tab leads to', async () => {
    await run('worksheets.new');
    const { document } = vscode.window.activeTextEditor!;
    await run('type', { text: 'Networks' });
    await run('jumpToNextSnippetPlaceholder');
    await run('type', { text: 'What is a port?' });
    assert.match(document.getText(), /# Networks\n\n1\. What is a port\?\n {3}- \n2\. Why does it matter\?\n {3}-\n$/);
  });

  it('worksheet is one at once, though it has no file', async () => {
    await run('worksheets.new');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'untitled');
    await untilFindings(document, ['unanswered: What is it?', 'unanswered: Why does it matter?']);
    await replace(document, 'What is it?', 'What is a Web Socket?');
    await lensesOf(document);
  });

  for (const [snippet, finding] of [
    ['Glossary', []],
    ['Answer key', []],
  ] as const) {
    it(`${snippet.toLowerCase()} has nothing to mend`, async () => {
      await run('worksheets.new', snippet);
      const { document } = vscode.window.activeTextEditor!;
      assert.match(document.getText(), /^---\nworksheets: (?:glossary|key)\n---\n/);
      const { document: other } = await openText('after.md', '1. What is a port?\n   -\n2. What is TCP?\n   -\n');
      await until('the findings of a later document', () => reported(other).length === 2);
      assert.deepEqual(reported(document), [...finding]);
    });
  }
});
