import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, start } from './extension.ts';

/** A worker as far as it matters here: the project compiles without DOM types. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

let client: LanguageClient | undefined;

/** Called by VS Code in the browser. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  await start(context, (options) => {
    client = new LanguageClient(CLIENT_ID, CLIENT_NAME, () => Promise.resolve(new Worker(script)), options);
    return client;
  });
}

/** Called by VS Code before the extension goes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
