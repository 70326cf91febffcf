import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pack } from '../packaged.mjs';
import { copyWorkspace } from '../workspace.mjs';
import { isWeb } from './session.mjs';
import { Workbench } from './workbench.mjs';

/** In a window of its own, without any extension under development. */
describe('installed from its package', () => {
  let vscode;
  let workbench;
  let scratch;

  before(async function () {
    if (isWeb) {
      console.log('      Skipped: in a browser alone, VS Code installs from a marketplace.');
      this.skip();
    }
    scratch = mkdtempSync(path.join(tmpdir(), 'installed-'));
    const extensionsDir = path.join(scratch, 'extensions');
    const { installExtension } = await import('../../support/vscode/install-extension.mjs');
    await installExtension(await pack(path.join(scratch, 'package')), extensionsDir, path.join(scratch, 'data'));
    const { startVSCode } = await import('../../support/vscode/start.mjs');
    const settings = { 'editor.hover.delay': 100 };
    vscode = await startVSCode({ workspace: copyWorkspace(scratch), extensionsDir, settings });
    vscode.page.setDefaultTimeout(20_000);
    await vscode.ready();
    workbench = new Workbench(vscode.page);
  });

  after(async () => {
    await vscode?.close();
    if (scratch) rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });

  afterEach(() => workbench.reset());

  it('finds what is open, explains terms and offers answers', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.squiggles('info').nth(2).waitFor();
    await workbench.lenses('Answer').first().waitFor();
    await workbench.placeCursorBelow('something to say', 3);
    await workbench.suggest(/^Answer/);
    await workbench.page.keyboard.press('Escape');
    await workbench.hoverOver('polling and', /long polling/i);
    await workbench.screenshot('installed');
  });

  it('has its colours, its view, its preview and its templates', async () => {
    const { page } = workbench;
    await workbench.openFile('labelled-answers.md');
    const prose = await workbench.colorOf('Web Sockets provide');
    await workbench.until('labels in another colour', async () => (await workbench.colorOf('A: poll')) !== prose);
    await workbench.runCommand('Markdown: Open Preview');
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const mark = preview.locator('.worksheets-open').first();
    await mark.waitFor();
    assert.equal(await mark.evaluate((element) => getComputedStyle(element).borderTopStyle), 'solid');
    // VS Code's preview would follow to the untitled file, and bring it back once it is closed.
    await workbench.runCommand('View: Close Editor');
    await workbench.runCommand('Worksheets: New Worksheet');
    await workbench.seeLine('# Subject');
    const view = await workbench.worksheets();
    await view.locator('.monaco-list-row[aria-label^="Untitled-1, 0 of 2 answered"]').waitFor();
  });

  it('opens the page of a rule', async () => {
    const { page } = workbench;
    await workbench.openFile('1-websockets.md');
    await workbench.problems('holds the place');
    await page.locator('.markers-panel .monaco-list-row a', { hasText: 'placeholder-answer' }).click({
      modifiers: ['ControlOrMeta'],
    });
    await page.locator('.tab.active', { hasText: 'placeholder-answer.md' }).waitFor();
  });
});
