import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isWeb } from './session.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** So many that somebody has the time to stop it. */
const FILES = 4500;

/** In a window of its own: the others would have to wait. */
describe('checking a great many worksheets', () => {
  let vscode;
  let workspace;

  before(async () => {
    workspace = mkdtempSync(path.join(tmpdir(), 'many-'));
    for (let at = 0; at < FILES; at++)
      writeFileSync(
        path.join(workspace, `${at}.md`),
        `# Week ${at}\n\n1. What is a port?\n   -\n2. What is TCP?\n   - A protocol.\n`,
      );
    const { startVSCode } = await import('../../support/vscode/start.mjs');
    vscode = await startVSCode({ workspace, extensions: [root], web: isWeb });
    vscode.page.setDefaultTimeout(60_000);
    await vscode.ready();
  });

  after(async () => {
    await vscode?.close();
    rmSync(workspace, { recursive: true, force: true, maxRetries: 3 });
  });

  it('shows how far it is, can be stopped, and says so', async () => {
    const { page } = vscode;
    const workbench = new Workbench(page);
    await workbench.runCommand('Worksheets: Check All Worksheets');
    const progress = page.locator('.statusbar-item', { hasText: /Checking worksheets: \d+ of \d+ files/ });
    await progress.waitFor();
    await workbench.screenshot('checking');
    await progress.click();
    await page.locator('.notifications-center .monaco-button', { hasText: 'Cancel' }).click();
    await page.locator('.statusbar-item', { hasText: 'Stopped before all worksheets were checked.' }).waitFor();
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    const view = await workbench.worksheets();
    const message = view.locator('.message', { hasText: /Stopped with [\d,]+ files unread/ });
    await message.waitFor();
    await workbench.screenshot('checking-stopped');
    assert.equal(await page.locator('.notification-toast').count(), 0);
    await view.hover();
    await view.locator('[aria-label^="Clear Findings of Closed Files"]').click();
    await page.locator('.markers-panel .monaco-list-row').first().waitFor({ state: 'detached' });
    await workbench.screenshot('checking-cleared');
  });
});
