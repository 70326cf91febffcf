import assert from 'node:assert/strict';
import path from 'node:path';
import { isWeb } from './session.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

/** In a window of its own: the others have worksheets. */
describe('the Worksheets view without any worksheet', () => {
  let vscode;

  before(async () => {
    const { startVSCode } = await import('../../support/vscode/start.mjs');
    vscode = await startVSCode({ extensions: [root], web: isWeb });
    vscode.page.setDefaultTimeout(20_000);
    await vscode.ready();
  });

  after(() => vscode?.close());

  it('says what would be there, and leads to a first one', async () => {
    const workbench = new Workbench(vscode.page);
    const view = await workbench.worksheets();
    const welcome = view.locator('.welcome-view-content');
    await welcome.getByText('Open a folder to see its worksheets').waitFor();
    await workbench.screenshot('welcome');
    assert.deepEqual(await welcome.locator('.monaco-button').allInnerTexts(), ['Open Folder', 'New Worksheet']);
    await welcome.locator('.monaco-button', { hasText: 'New Worksheet' }).click();
    // Nothing has been looked up or loaded before, and somebody types at once.
    await vscode.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.typeText('Networks');
    await workbench.seeLine('# Networks');
    await view.locator('.monaco-list-row[aria-label^="Untitled-1, 0 of 2 answered"]').waitFor();
    await welcome.waitFor({ state: 'hidden' });
  });
});
