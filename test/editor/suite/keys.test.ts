import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { builtIn, keyAnswer, laidOut } from './key.ts';
import { open, openText, rangeOf, suggestions, until, untilChanged } from './support.ts';

const ioOn = 'What does the event handler io.on() do?';

async function openAt(file: string, question: string, below: number) {
  const editor = await open(file);
  const line = rangeOf(editor.document, question).start.line + below;
  const { end } = editor.document.lineAt(line).range;
  editor.selection = new vscode.Selection(end, end);
  await until('suggestions', async () => (await suggestions(editor.document, end)).length);
  return { document: editor.document, line };
}

/** @param enabled undefined for what is usual */
function setGhostText(enabled: boolean | undefined): Thenable<void> {
  const settings = vscode.workspace.getConfiguration('editor.inlineSuggest');
  return settings.update('enabled', enabled, vscode.ConfigurationTarget.Global);
}

describe('by keys', () => {
  afterEach(() => setGhostText(undefined));

  it('the first suggestion is the answer', async () => {
    // Where ghost text stands, VS Code selects the suggestion that says the same.
    await setGhostText(false);
    const { document, line } = await openAt('layouts/numbered-items.md', ioOn, 1);
    const before = document.getText().split('\n');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await untilChanged(document, 'acceptSelectedSuggestion');
    assert.deepEqual(document.getText().split('\n'), [
      ...before.slice(0, line),
      ...laidOut(await keyAnswer(ioOn), '  - ', '    '),
      ...before.slice(line + 1),
    ]);
  });

  it('ghost text is taken', async () => {
    const { document, line } = await openAt('layouts/labelled-answers.md', ioOn, 2);
    const before = document.getText().split('\n');
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await untilChanged(document, 'editor.action.inlineSuggest.commit');
    const [short] = (await keyAnswer(ioOn))[0]!.split(/(?<=\.) /);
    assert.deepEqual(document.getText().split('\n'), [
      ...before.slice(0, line),
      `    A: ${short}`,
      ...before.slice(line + 1),
    ]);
  });

  it('the cursor goes from one open question to the next, and round', async () => {
    const { document } = await openText(
      'round.md',
      '1. What is a port?\n   -\n2. What is TCP?\n   - A protocol.\n3. What is UDP?\n   -\n',
    );
    const editor = vscode.window.activeTextEditor!;
    const visited: string[] = [];
    for (let step = 0; step < 3; step++) {
      await vscode.commands.executeCommand('worksheets.nextUnanswered');
      const { line, character } = editor.selection.active;
      visited.push(`${line}:${character}`);
    }
    assert.deepEqual(visited, ['1:4', '5:4', '1:4']);
    await vscode.commands.executeCommand('type', { text: ' A number.' });
    assert.equal(document.lineAt(1).text, '   - A number.');
  });

  it('an empty worksheet is made, without the answers', async () => {
    await openText(
      'week-3.md',
      '---\nworksheets: key\n---\n# Week 3\n\n### What is a gnu?\n\nAn **animal** with **wool**.\n\n- Hint: Moo.\n',
    );
    await vscode.commands.executeCommand('worksheets.newFromKey');
    const text = await until('an untitled worksheet', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.getText();
    });
    assert.match(text, /### What is a gnu\?/);
    assert.doesNotMatch(text, /wool|Moo/);
  });

  it('an empty worksheet is made from a key that is built in', async () => {
    await vscode.window.showTextDocument(builtIn('class-reading.key.md'));
    await vscode.commands.executeCommand('worksheets.newFromKey');
    const text = await until('an untitled worksheet', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.getText();
    });
    assert.match(text, /### What is a Web Socket\?/);
    assert.doesNotMatch(text, /communication|Also asked/);
  });
});
