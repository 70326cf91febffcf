import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, openText, rangeOf, reported, takeFix, until, untilFindings } from './support.ts';

const text = `---
worksheets: worksheet
---

1. What is a yak for?
   -
2. What is a hub for?
   - a box?
3. When would you use a socket?
   - I would use socket.io for a chat.
`;

const all = ['unanswered: What is a yak for?', 'unsure-answer: a box?', 'term-style: socket.io'];

/** Sets a setting of the workspace, until the returned function is called. */
async function set(section: string, name: string, value: unknown): Promise<() => Promise<void>> {
  const update = async (to: unknown) =>
    vscode.workspace.getConfiguration(section).update(name, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  return () => update(undefined);
}

describe('rules', () => {
  it('are as serious as the settings say, and off where they say so', async () => {
    const { document } = await openText('rules-settings.md', text);
    await untilFindings(document, all);
    const reset = await set('worksheets', 'rules', { unanswered: 'off', 'unsure-answer': 'error' });
    try {
      await untilFindings(document, all.slice(1));
      assert.equal(reported(document)[0]?.severity, vscode.DiagnosticSeverity.Error);
    } finally {
      await reset();
    }
    await untilFindings(document, all);
  });

  it('say no more about a line that is ignored', async () => {
    const { document } = await openText('rules-ignored.md', text);
    await untilFindings(document, all);
    await takeFix(document, rangeOf(document, 'a box?'), 'Ignore this here');
    await untilFindings(document, [all[0]!, all[2]!]);
    assert.equal(document.lineAt(7).text, '   <!-- worksheets-disable-next-line unsure-answer -->');
    await takeFix(document, rangeOf(document, 'What is a yak'), 'Turn off unanswered in this file');
    await untilFindings(document, [all[2]!]);
  });

  it('are mended on save where that is safe', async () => {
    const { document } = await openText('rules-on-save.md', text);
    await untilFindings(document, all);
    const reset = await set('editor', 'codeActionsOnSave', { 'source.fixAll.worksheets': 'explicit' });
    try {
      await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 3), '\n# Sockets'));
      await until('the file as it is mended on save', async () => {
        await document.save();
        return document.getText().includes('I would use Socket.IO for a chat.');
      });
      await untilFindings(document, all.slice(0, 2));
    } finally {
      await reset();
    }
  });

  it('wait while somebody types, until they leave the answer', async () => {
    const editor = await openText('rules-typing.md', text);
    const { document } = editor;
    await untilFindings(document, all);
    const { end } = document.lineAt(5).range;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: ' milk?' });
    await untilFindings(document, all.slice(1));
    const elsewhere = document.lineAt(8).range.end;
    editor.selection = new vscode.Selection(elsewhere, elsewhere);
    await untilFindings(document, ['unsure-answer: milk?', ...all.slice(1)]);
    assert.deepEqual(findings(document).length, 3);
  });
});
