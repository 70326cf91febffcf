import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isWeb } from './session.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const WORKSHEET = '1. What is a zorb?\n   -\n2. What is a port?\n   - A number.\n';
const GLOSSARY = '---\nworksheets: glossary\n---\n\n## Zorb\n\nA ball that somebody rolls in.\n';

/** In a window of its own: the others trust all. */
describe('a workspace that is not trusted', () => {
  let vscode;
  let scratch;

  before(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'untrusted-'));
    const [workspace, outside] = ['workspace', 'outside'].map((name) => path.join(scratch, name));
    mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(path.join(workspace, 'week-1.md'), WORKSHEET);
    writeFileSync(
      path.join(workspace, '.vscode', 'settings.json'),
      JSON.stringify({ 'worksheets.knowledge': ['../outside'] }),
    );
    writeFileSync(path.join(outside, 'games.glossary.md'), GLOSSARY);
    const { startVSCode } = await import('../../support/vscode/start.mjs');
    vscode = await startVSCode({
      workspace,
      extensions: [root],
      web: isWeb,
      restricted: true,
      settings: { 'editor.hover.delay': 100 },
    });
    vscode.page.setDefaultTimeout(20_000);
    await vscode.ready();
  });

  after(async () => {
    await vscode?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });

  it('has its findings and its view, but no files from outside until it is', async () => {
    const { page } = vscode;
    const workbench = new Workbench(page);
    await page.locator('.part.banner', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('week-1.md');
    await workbench.squiggles('info').first().waitFor();
    const view = await workbench.worksheets();
    await view.locator('.monaco-list-row[aria-label^="week-1.md, 1 of 2 answered"]').waitFor();
    const said = await workbench.hoverOver('zorb', /^(?![\s\S]*Loading)[\s\S]*Not answered yet\./);
    assert.doesNotMatch(said, /ball/);
    await workbench.screenshot('untrusted');
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    await workbench.openFile('week-1.md');
    await workbench.hoverOver('zorb', 'A ball that somebody rolls in.');
    await workbench.screenshot('trusted');
  });
});
