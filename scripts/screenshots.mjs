/**
 * Takes the pictures of the README, docs/images/*.png, of the built extension at work on the examples.
 *
 *   node scripts/screenshots.mjs
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from '../test/support/vscode/install.mjs';

const root = path.resolve(import.meta.dirname, '..');

await install();
const { startVSCode } = await import('../test/support/vscode/start.mjs');
const { Workbench } = await import('../test/editor/ui/workbench.mjs');

const workspace = mkdtempSync(path.join(tmpdir(), 'screenshots-'));
cpSync(path.join(root, 'examples'), workspace, { recursive: true });
const vscode = await startVSCode({
  workspace,
  extensions: [root],
  viewport: { width: 1000, height: 640 },
  settings: {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 15,
    'editor.hover.delay': 100,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.wordWrap': 'on',
    'workbench.activityBar.location': 'hidden',
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.layoutControl.enabled': false,
    'workbench.sideBar.location': 'right',
    'workbench.startupEditor': 'none',
  },
});
try {
  vscode.page.setDefaultTimeout(20_000);
  const workbench = new Workbench(vscode.page);
  await vscode.ready();
  await workbench.openFile('1-websockets.md');
  await workbench.runCommand('View: Close Primary Side Bar');
  await workbench.squiggles('info').first().waitFor();
  const save = (name) => vscode.page.screenshot({ path: path.join(root, `docs/images/${name}.png`) });

  await workbench.placeCursor('Reading questions');
  await vscode.page.mouse.move(5, 5);
  await workbench.runCommand('Problems: Focus on Problems View');
  await workbench.problems('Not answered yet');
  await save('diagnostics');
  await workbench.runCommand('View: Hide Panel');

  await workbench.hoverOver('long polling', 'Also called');
  await save('hover');

  await vscode.page.mouse.move(5, 5);
  await workbench.placeCursor('Why do we need WebSockets?');
  await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.keyboard.press('End');
  const rows = vscode.page.locator('.suggest-widget.visible .monaco-list-row');
  await workbench.pressUntil('Control+Space', rows.filter({ hasText: 'Key points' }).first());
  const details = vscode.page.locator('.suggest-details-container:visible');
  if (!(await details.isVisible())) await vscode.page.keyboard.press('Control+Space');
  await details.waitFor();
  await save('completion');
} finally {
  await vscode.close();
  rmSync(workspace, { recursive: true, force: true, maxRetries: 3 });
}
