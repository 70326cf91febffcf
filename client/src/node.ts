import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, type Extension, start } from './extension.ts';

let client: LanguageClient | undefined;

/** Called by VS Code on the desktop. */
export function activate(context: vscode.ExtensionContext): Extension {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return start(context, (options) => {
    client = new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug: server }, options);
    return client;
  });
}

/** Called by VS Code before the extension goes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
