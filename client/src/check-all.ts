import * as vscode from 'vscode';
import { CHECK_ALL, type CheckAllResult, CLEAR_FINDINGS } from '../../server/src/lsp/protocol.ts';
import { say } from './say.ts';
import type { Server } from './server.ts';

/** Whether findings of files that are not open are shown, for the command that takes them back. */
const ALL_CHECKED = 'worksheets.allChecked';

/** Brings the findings of all worksheets into the Problems panel, and says how many there are. */
export async function checkAll(server: Server): Promise<void> {
  const result = await server.askFor<CheckAllResult | null>('workspace/executeCommand', { command: CHECK_ALL });
  if (!result) return;
  await vscode.commands.executeCommand('setContext', ALL_CHECKED, true);
  const { worksheets, findings, stopped } = result;
  if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (stopped) say(vscode.l10n.t('Stopped before all worksheets were checked.'));
  else {
    const counts = [vscode.l10n.t('Worksheets checked: {0}.', worksheets), vscode.l10n.t('Findings: {0}.', findings)];
    say(counts.join(' '));
  }
}

/** Takes back the findings of files that are not open. Those of open ones are the editor's as ever. */
export async function clearFindings(server: Server): Promise<void> {
  await server.askFor('workspace/executeCommand', { command: CLEAR_FINDINGS });
  await vscode.commands.executeCommand('setContext', ALL_CHECKED, false);
}
