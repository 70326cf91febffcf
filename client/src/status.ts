import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol.ts';

/** Shows how far the worksheet in the active editor is answered, as a language status item. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable[] {
  const progress = new Map<string, StatusParams>();
  let item: vscode.LanguageStatusItem | undefined;

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && progress.get(document.uri.toString());
    if (document === undefined || status === undefined || status.total === null) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createItem();
    item.text = `${status.answered} of ${status.total} answered`;
  };

  return [
    client.onNotification(STATUS, (params: StatusParams) => {
      const uri = client.protocol2CodeConverter.asUri(params.uri).toString();
      if (params.total === null) progress.delete(uri);
      else progress.set(uri, params);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Stopped) return;
      progress.clear();
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    { dispose: () => item?.dispose() },
  ];
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('worksheets.progress', { language: 'markdown' });
  item.name = 'Worksheet';
  item.command = { command: 'worksheets.nextUnanswered', title: 'Next Unanswered Question' };
  return item;
}
