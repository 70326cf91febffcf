import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { readBuiltInKnowledge } from './built-in-documents.ts';
import { CLIENT_ID, CLIENT_NAME, type Extension, start } from './extension.ts';

/** A worker as far as it matters here: the project compiles without DOM types. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

let client: LanguageClient | undefined;

/** Called by VS Code in the browser. */
export function activate(context: vscode.ExtensionContext): Extension {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  return start(
    context,
    (options) => {
      client = new LanguageClient(
        CLIENT_ID,
        CLIENT_NAME,
        async () => {
          // Handed over as streams: VS Code's own worker object is no Worker to the client library.
          const worker = new Worker(script);
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      );
      return client;
    },
    // A worker cannot read the extension's files.
    async () => ({ builtInKnowledge: await readBuiltInKnowledge(context) }),
  );
}

/** Called by VS Code before the extension goes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
