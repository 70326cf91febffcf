import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CURSOR, type CursorParams } from '../../server/src/lsp/protocol.ts';

/** Tells the server where people write: which worksheet, and on which line. */
export function followCursor(client: BaseLanguageClient): vscode.Disposable[] {
  let last: { readonly document: vscode.TextDocument; readonly line: number } | null = null;

  const tell = (document: vscode.TextDocument, position: vscode.Position | null): void => {
    if (document.languageId !== 'markdown') return;
    const params: CursorParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: position && client.code2ProtocolConverter.asPosition(position),
    };
    void client.sendNotification(CURSOR, params);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (!client.isRunning()) return;
    const position = editor?.selection.active;
    if (last !== null && last.document !== editor?.document) tell(last.document, null);
    else if (last?.line === position?.line) return;
    last = editor && position ? { document: editor.document, line: position.line } : null;
    if (editor && position) tell(editor.document, position);
  };
  return [
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor);
    }),
  ];
}
