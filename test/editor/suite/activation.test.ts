import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open, openText, until } from './support.ts';

/**
 * The marks that VS Code sets in the extension host, as "Developer: Startup Performance" shows them; times in milliseconds. The table there
 * also counts the loading of other extensions that wait for the same file.
 */
declare const MonacoPerformanceMarks: {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
};

/** How long something took that the host does for the extension: `LoadExtensionCode`, `ActivateExtension`. */
function duration(what: string): number {
  const marks = MonacoPerformanceMarks.getMarks();
  const [start, end] = ['will', 'did'].map((mark) => {
    const name = `code/extHost/${mark}${what}/${extensionId}`;
    const found = marks.find((each) => each.name === name);
    assert.ok(found, `VS Code has not set the mark ${name}`);
    return found.startTime;
  });
  return end! - start!;
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
    const [load, activate] = [duration('LoadExtensionCode'), duration('ActivateExtension')];
    console.log(`      Activation took ${load + activate} ms: ${load} to load the code, ${activate} to run it`);
  });
});
