import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  NEXT_UNANSWERED,
  type NextUnansweredParams,
  type NextUnansweredResult,
} from '../../server/src/lsp/protocol.ts';
import { offerRestart } from './error-handler.ts';

/** The commands of the manifest. */
export function registerCommands(client: BaseLanguageClient, log: vscode.LogOutputChannel): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('worksheets.nextUnanswered', () => goToNextUnanswered(client, log)),
    vscode.commands.registerCommand('worksheets.restart', () => restart(client)),
    vscode.commands.registerCommand('worksheets.showLog', () => log.show()),
  ];
}

async function goToNextUnanswered(client: BaseLanguageClient, log: vscode.LogOutputChannel): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  if (!client.isRunning()) return offerRestart('Markdown Worksheets is not running.', log);
  const params: NextUnansweredParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const found = await client.sendRequest<NextUnansweredResult>(NEXT_UNANSWERED, params);
  if (found === null) {
    vscode.window.setStatusBarMessage('Nothing is left to answer here.', 4000);
    return;
  }
  const range = client.protocol2CodeConverter.asRange(found);
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(range.end, range.end),
  });
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
