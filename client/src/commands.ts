import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ADD_TO_GLOSSARY,
  type AddToGlossaryArguments,
  BLANK_WORKSHEET,
  type BlankWorksheetParams,
  type BlankWorksheetResult,
  NEXT_UNANSWERED,
  type NextUnansweredParams,
  type NextUnansweredResult,
} from '../../server/src/lsp/protocol.ts';
import { addToGlossary } from './add-to-glossary.ts';
import { offerRestart } from './error-handler.ts';

/** The commands of the manifest. */
export function registerCommands(client: BaseLanguageClient, log: vscode.LogOutputChannel): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('worksheets.nextUnanswered', () => goToNextUnanswered(client, log)),
    vscode.commands.registerCommand('worksheets.newFromKey', () => openBlankWorksheet(client)),
    vscode.commands.registerCommand(ADD_TO_GLOSSARY, (...given: AddToGlossaryArguments) =>
      addToGlossary(client, given),
    ),
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

async function openBlankWorksheet(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const params: BlankWorksheetParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
  };
  const content = await client.sendRequest<BlankWorksheetResult>(BLANK_WORKSHEET, params);
  if (content === null) {
    vscode.window.showInformationMessage(
      'This file is no answer key: its front matter does not say "worksheets: key".',
    );
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
