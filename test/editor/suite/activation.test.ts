import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open, openText, until } from './support.ts';

/** When the host itself says the extension was activated, and how long that took; all times in milliseconds. */
interface Activation {
  readonly isEager: boolean;
  readonly load: number;
  readonly call: number;
  readonly finish: number;
  readonly event: string;
}

/** Reads "Developer: Startup Performance", where VS Code lists what each activation took. */
async function activation(): Promise<Activation> {
  const stats = await until('the host lists the activation', async () => {
    await vscode.commands.executeCommand('perfview.show');
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
    const tab = shown?.getText().match(/\| Extension  [\s\S]*?\n\n/)?.[0]; if (tab) console.log(tab);
    return shown?.getText().match(new RegExp(`^\\| *${extensionId} .*$`, 'm'))?.[0];
  });
  const [, , eager, load, call, finish, event] = stats.split('|').map((cell) => cell.trim());
  return {
    isEager: eager === 'true',
    load: Number(load),
    call: Number(call),
    finish: Number(finish),
    event: event ?? '',
  };
}

/** The first tests of all: what comes later has had Markdown open. */
describe('activation', () => {
  const extension = vscode.extensions.getExtension(extensionId)!;

  it('does not come with other files', async () => {
    // It is not in every host.
    const json = vscode.extensions.getExtension('vscode.json-language-features');
    await openText('settings-of-a-class.json', '{ "question": "What is a port?" }\n');
    await openText('plain.txt', '1. What is a port?\n   -\n2. What is TCP?\n   -\n');
    await until('what is for JSON is active', () => !json || json.isActive);
    assert.equal(extension.isActive, false);
  });

  it('comes with the first Markdown file, and waits for nothing', async () => {
    const { document } = await open('reading-questions.md');
    assert.equal(document.languageId, 'markdown');
    await until('the extension is active', () => extension.isActive);
    // It is active even where its activation has failed, which this tells.
    await extension.activate();
    const { isEager, load, call, finish, event } = await activation();
    assert.deepEqual([isEager, event], [false, 'onLanguage:markdown']);
    console.log(`      Activated in ${load + call + finish} ms: ${load} to load, ${call} to call, ${finish} to finish`);
  });
});
