import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { HINT, type QuestionPlace } from '../../server/src/lsp/protocol.ts';

/** Shows the hint that a code lens offers as the hover of its question, where the server would send a message. */
export const showHints: Middleware = {
  executeCommand: async (command, args, next) =>
    command === HINT ? await showHint(args[0]) : await next(command, args),
};

async function showHint({ uri, position }: QuestionPlace): Promise<void> {
  const at = new vscode.Position(position.line, position.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(at, at) });
  await vscode.commands.executeCommand('editor.action.showHover');
}
