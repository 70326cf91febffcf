import * as vscode from 'vscode';
import type { AddToGlossaryArguments } from '../../server/src/lsp/protocol.ts';

/** Where a glossary is begun in a workspace that has none: in the workspace folder that the worksheet is in. */
const NEW_GLOSSARY = 'glossary.md';
const NEW_TEXT = '---\nworksheets: glossary\n---\n\n# Glossary\n';

/** Adds an entry for a term at the end of a glossary, and puts the cursor where its definition belongs. */
export async function addToGlossary([term, glossaries]: AddToGlossaryArguments): Promise<void> {
  const file = await chooseGlossary(glossaries.map((uri) => vscode.Uri.parse(uri)));
  if (file === undefined) return;
  const document = await vscode.workspace.openTextDocument(file);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const gap = document.getText().trim() === '' ? '' : end.character === 0 ? '\n' : '\n\n';
  const edit = new vscode.WorkspaceEdit();
  edit.insert(file, end, `${gap}## ${term}\n\n\n`);
  await vscode.workspace.applyEdit(edit);
  const below = new vscode.Position(document.lineCount - 2, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(below, below) });
}

async function chooseGlossary(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  if (files.length === 0) return createGlossary();
  if (files.length === 1) return files[0];
  const items = files.map((file) => ({ label: vscode.workspace.asRelativePath(file), file }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Add to which glossary?') }))?.file;
}

async function createGlossary(): Promise<vscode.Uri | undefined> {
  const written = vscode.window.activeTextEditor?.document.uri;
  const folder = (written && vscode.workspace.getWorkspaceFolder(written)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: a glossary is a file in it.'));
    return undefined;
  }
  const file = vscode.Uri.joinPath(folder.uri, NEW_GLOSSARY);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(NEW_TEXT) });
  await vscode.workspace.applyEdit(edit);
  return file;
}
