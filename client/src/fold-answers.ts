import * as vscode from 'vscode';
import type { FoldingRange, FoldingRangeParams } from 'vscode-languageclient';
import { identify } from './identify.ts';
import type { Server } from './server.ts';

/** Folds all answers of the worksheet in the active editor under their questions, or unfolds them; all else stays as it is. */
export async function foldAnswers(server: Server, fold: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const params: FoldingRangeParams = { textDocument: identify(editor.document) };
  const answers = await server.askFor<readonly FoldingRange[] | null>('textDocument/foldingRange', params);
  if (!answers?.length) return;
  const selectionLines = answers.map(({ startLine }) => startLine);
  await vscode.commands.executeCommand(fold ? 'editor.fold' : 'editor.unfold', {
    selectionLines,
    levels: 1,
    direction: 'down',
  });
}
