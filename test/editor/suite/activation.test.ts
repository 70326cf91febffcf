import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open, openText, until } from './support.ts';

/** What VS Code says of an activation; times in milliseconds. */
interface Activation {
  /** Whether VS Code's start waited for it. */
  readonly eager: string;
  readonly load: number;
  readonly call: number;
  readonly finish: number;
  readonly event: string;
}

/** Reads "Developer: Startup Performance". It is Markdown: nothing stays inactive that waits for such. */
async function activation(): Promise<Activation> {
  const row = await until('the activation in the list', async () => {
    await vscode.commands.executeCommand('perfview.show');
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
    return shown?.getText().match(new RegExp(`^\\| *${extensionId} .*$`, 'm'))?.[0];
  });
  const [, , eager = '', load, call, finish, event = ''] = row.split('|').map((cell) => cell.trim());
  return { eager, load: Number(load), call: Number(call), finish: Number(finish), event };
}

// The first tests of all: those after have Markdown open.
describe('activation', () => {
  const extension = vscode.extensions.getExtension(extensionId)!;

  it('does not come with other files', async () => {
    // The web worker host has none.
    const json = vscode.extensions.getExtension('vscode.json-language-features');
    await openText('class.json', '{ "question": "What is a port?" }\n');
    await openText('plain.txt', '1. What is a port?\n   -\n2. What is TCP?\n   -\n');
    await until('what is for JSON is active', () => !json || json.isActive);
    assert.equal(extension.isActive, false);
  });

  it('comes with the first Markdown file', async () => {
    const { document } = await open('reading-questions.md');
    assert.equal(document.languageId, 'markdown');
    await until('the extension is active', () => extension.isActive);
    // It is active even where its activation has failed, which this tells.
    await extension.activate();
    const { eager, load, call, finish, event } = await activation();
    assert.deepEqual([eager, event], ['false', 'onLanguage:markdown']);
    console.log(`      Activated in ${load + call + finish} ms: ${load} to load, ${call} to call, ${finish} to finish`);
  });
});
