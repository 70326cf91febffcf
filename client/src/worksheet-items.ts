import * as vscode from 'vscode';
import type { OverviewQuestion } from '../../server/src/lsp/protocol.ts';

/** A worksheet in the view. */
export interface WorksheetNode {
  readonly kind: 'worksheet';
  readonly uri: vscode.Uri;
  answered: number;
  total: number;
}

/** A folder of a workspace that has several. */
export function folderItem({ name, uri }: vscode.WorkspaceFolder): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = uri.toString();
  item.iconPath = vscode.ThemeIcon.Folder;
  item.tooltip = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  item.accessibilityInformation = { label: name };
  return item;
}

/** A worksheet with how far it is answered. */
export function worksheetItem({ uri, answered, total }: WorksheetNode): vscode.TreeItem {
  const path = vscode.workspace.asRelativePath(uri, false);
  const folders = path.split('/').slice(0, -1).join('/');
  const name = uri.path.split('/').at(-1) ?? uri.path;
  const progress = vscode.l10n.t('{0} of {1} answered', answered, total);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, total > 0 ? Collapsed : None);
  item.id = uri.toString();
  item.description = [vscode.l10n.t('{0} of {1}', answered, total), folders].filter(Boolean).join(' · ');
  item.tooltip = `${path}\n${progress}`;
  item.iconPath = new vscode.ThemeIcon(worksheetIcon(answered, total));
  item.accessibilityInformation = { label: `${name}, ${progress}` };
  item.command = open(uri, undefined);
  item.contextValue = 'worksheet';
  return item;
}

function worksheetIcon(answered: number, total: number): string {
  if (answered === 0) return 'circle-large-outline';
  return answered === total ? 'pass-filled' : 'color-mode';
}

/** A question with the status of its answer. */
export function questionItem(
  worksheet: vscode.Uri,
  { text, status, position }: OverviewQuestion,
  index: number,
): vscode.TreeItem {
  const { name, icon } = statusOf(status);
  const item = new vscode.TreeItem(text);
  item.id = `${worksheet}#${index}`;
  item.tooltip = `${name}\n${text}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  if (status === 'placeholder' || status === 'unsure') item.description = name;
  item.accessibilityInformation = { label: `${text}, ${name}` };
  const at = new vscode.Position(position.line, position.character);
  item.command = open(worksheet, new vscode.Range(at, at));
  item.contextValue = 'question';
  return item;
}

/** How a status is told: by a word, and by an icon of a shape of its own. */
function statusOf(status: OverviewQuestion['status']): { readonly name: string; readonly icon: string } {
  switch (status) {
    case 'answered':
      return { name: vscode.l10n.t('Answered'), icon: 'pass-filled' };
    case 'unsure':
      return { name: vscode.l10n.t('Not sure'), icon: 'question' };
    case 'placeholder':
      return { name: vscode.l10n.t('Placeholder'), icon: 'circle-slash' };
    case 'blank':
      return { name: vscode.l10n.t('Not answered yet'), icon: 'circle-large-outline' };
  }
}

function open(uri: vscode.Uri, selection: vscode.Range | undefined): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { selection }] };
}
