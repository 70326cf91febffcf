import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { readBuiltInKnowledge } from './built-in-documents.ts';
import { setUpClient } from './language-client.ts';
import type { LoadedClient } from './server.ts';

/** A worker as far as it matters here: the project compiles without DOM types. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** The client of a server that is a worker. */
export function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LoadedClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  const connect = async () => {
    // Handed over as streams: VS Code's own worker object is no Worker to the client library.
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return setUpClient(
    context,
    log,
    (id, name, options) => new LanguageClient(id, name, connect, options),
    // A worker cannot read the extension's files.
    async () => ({ builtInKnowledge: await readBuiltInKnowledge(context) }),
  );
}
