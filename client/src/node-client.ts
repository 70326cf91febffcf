import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { setUpClient } from './language-client.ts';
import type { LoadedClient } from './server.ts';

/** The client of a server that is a process of its own. */
export function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LoadedClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return setUpClient(
    context,
    log,
    (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options),
  );
}
