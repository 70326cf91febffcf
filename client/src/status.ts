import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol.ts';

/** Whether the active editor shows a worksheet, for key bindings and commands. */
const IS_WORKSHEET = 'worksheets.isWorksheet';

/** Shows how far the worksheet in the active editor is answered, as a language status item. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable[] {
  const progress = new Map<string, StatusParams>();
  let item: vscode.LanguageStatusItem | undefined;
  let isWorksheet = false;

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && progress.get(document.uri.toString());
    if (isWorksheet !== (status !== undefined)) {
      isWorksheet = status !== undefined;
      void vscode.commands.executeCommand('setContext', IS_WORKSHEET, isWorksheet);
    }
    if (status === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createItem();
    update(item, status, client.state);
  };

  return [
    client.onNotification(STATUS, (params: StatusParams) => {
      const uri = client.protocol2CodeConverter.asUri(params.uri).toString();
      if (params.total === null) progress.delete(uri);
      else progress.set(uri, params);
      show();
    }),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    { dispose: () => item?.dispose() },
  ];
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('worksheets.progress', { language: 'markdown' });
  item.name = vscode.l10n.t('Worksheet');
  return item;
}

function update(item: vscode.LanguageStatusItem, { answered, total }: StatusParams, state: State): void {
  const stopped = state === State.Stopped;
  const done = answered === total;
  item.busy = state === State.Starting;
  item.severity = stopped ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.text = stopped
    ? vscode.l10n.t('Worksheets is not running')
    : vscode.l10n.t('{0} of {1} answered', answered, total ?? 0);
  item.detail = done && !stopped ? vscode.l10n.t('All done') : '';
  item.accessibilityInformation = { label: vscode.l10n.t('Worksheet: {0}', item.text) };
  if (stopped) item.command = { command: 'worksheets.restart', title: vscode.l10n.t('Restart') };
  else {
    item.command = done
      ? undefined
      : { command: 'worksheets.nextUnanswered', title: vscode.l10n.t('Next Unanswered Question') };
  }
}
