import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyWorkspace } from '../workspace.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const PAGE_TIMEOUT_MS = 20_000;

/**
 * The one window that all tests share.
 *
 * @type {Workbench}
 */
export let workbench;

/** Whether the extension runs in the web worker extension host. */
export let isWeb = false;

/** The folder with the files that most tests are about, on disk. */
export let workspaceFolder;

/**
 * Opens VS Code on a fresh copy of the workspace.
 *
 * @param {boolean} web Whether the extension runs in the web worker extension host.
 * @returns {Promise<() => Promise<void>>} closes it again
 */
export async function openSession(web) {
  isWeb = web;
  // Its packages may have been installed a moment ago.
  const { startVSCode } = await import('../../support/vscode/start.mjs');
  const scratch = mkdtempSync(path.join(tmpdir(), 'ui-tests-'));
  workspaceFolder = path.join(scratch, 'workspace');
  const vscode = await startVSCode({
    workspace: copyWorkspace(scratch),
    extensions: [root],
    web,
    settings: {
      'breadcrumbs.enabled': false,
      'editor.cursorBlinking': 'solid',
      'editor.hover.delay': 100,
      'editor.inlineSuggest.minShowDelay': 0,
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'workbench.activityBar.location': 'hidden',
      'workbench.editor.editorActionsLocation': 'hidden',
      'workbench.colorTheme': 'Default Light Modern',
    },
  });
  vscode.page.setDefaultTimeout(PAGE_TIMEOUT_MS);
  workbench = new Workbench(vscode.page);
  await vscode.ready();
  await workbench.runCommand('View: Close Primary Side Bar');
  return async () => {
    await vscode.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  };
}
