import * as vscode from 'vscode';
import {
  ADD_TO_GLOSSARY,
  type AddToGlossaryArguments,
  BLANK_WORKSHEET,
  type BlankWorksheetParams,
  type BlankWorksheetResult,
  BUILT_IN_SCHEME,
  NEXT_UNANSWERED,
  type NextUnansweredParams,
  type NextUnansweredResult,
} from '../../server/src/lsp/protocol.ts';
import { addToGlossary } from './add-to-glossary.ts';
import { checkAll, clearFindings } from './check-all.ts';
import { foldAnswers } from './fold-answers.ts';
import { identify } from './identify.ts';
import { newFile, type Template } from './new-file.ts';
import { say } from './say.ts';
import type { Server } from './server.ts';

/** The commands of the manifest. */
export function registerCommands(
  context: vscode.ExtensionContext,
  server: Server,
  log: vscode.LogOutputChannel,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('worksheets.nextUnanswered', () => goToUnanswered(server, 'next')),
    register('worksheets.previousUnanswered', () => goToUnanswered(server, 'previous')),
    register('worksheets.foldAnswers', () => foldAnswers(server, true)),
    register('worksheets.unfoldAnswers', () => foldAnswers(server, false)),
    register('worksheets.checkAll', () => checkAll(server)),
    register('worksheets.clearFindings', () => clearFindings(server)),
    register('worksheets.new', (template?: Template) => newFile(context, template)),
    register('worksheets.newFromKey', () => openBlankWorksheet(server)),
    register(ADD_TO_GLOSSARY, (...given: AddToGlossaryArguments) => addToGlossary(given)),
    register('worksheets.restart', () => server.restart()),
    register('worksheets.showLog', () => log.show()),
  ];
}

async function goToUnanswered(server: Server, direction: 'next' | 'previous'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { active } = editor.selection;
  const params: NextUnansweredParams = {
    textDocument: identify(editor.document),
    // As plain data: a message to a worker holds no objects of a class.
    position: { line: active.line, character: active.character },
    direction,
  };
  const found = await server.askFor<NextUnansweredResult>(NEXT_UNANSWERED, params);
  if (found === null) say(vscode.l10n.t('Nothing is left to answer here.'));
  if (!found) return;
  const end = new vscode.Position(found.end.line, found.end.character);
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(end, end),
  });
}

async function openBlankWorksheet(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const params: BlankWorksheetParams = {
    textDocument: identify(document),
    ...(document.uri.scheme === BUILT_IN_SCHEME && { text: document.getText() }),
  };
  const content = await server.askFor<BlankWorksheetResult>(BLANK_WORKSHEET, params);
  if (content === null) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('This file is no answer key: its front matter does not say "worksheets: key".'),
    );
  }
  if (!content) return;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
