import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { ClientOptions } from '../../server/src/lsp/protocol.ts';
import { followCursor } from './cursor.ts';
import { errorHandler, hasEnded, logErrors } from './error-handler.ts';
import { CLIENT_NAME } from './extension.ts';
import { announceExtras, answerFileRequests } from './files.ts';
import { showHints } from './hints.ts';
import type { LoadedClient } from './server.ts';
import { showStatus } from './status.ts';

/** File systems that hold worksheets wherever a workspace is; those of the open workspace come on top. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web'];

/**
 * Sets up the client of the server and all that listens to it.
 *
 * @param createClient makes the client that reaches the server there
 * @param prepare finds out what the server there has to be told in its first request
 */
export function setUpClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  createClient: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient,
  prepare: () => Promise<ClientOptions> = async () => ({}),
): LoadedClient {
  const schemes = new Set([...SCHEMES, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  const initializationOptions: ClientOptions = {
    ruleDocs: `${vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules')}/`,
    ...(vscode.l10n.bundle && { texts: vscode.l10n.bundle }),
  };
  // The id is the section of its settings, too.
  const client = createClient('worksheets', CLIENT_NAME, {
    documentSelector: [...schemes].map((scheme) => ({ scheme, language: 'markdown' })),
    outputChannel: log,
    diagnosticPullOptions: { onChange: true },
    errorHandler: errorHandler(log),
    // Where it cannot start, that is said once: by whoever started it.
    initializationFailedHandler: () => false,
    initializationOptions,
    middleware: showHints,
  });
  logErrors(client);
  announceExtras(client);
  context.subscriptions.push(...answerFileRequests(client), ...showStatus(client), ...followCursor(client));
  return {
    client,
    async start() {
      Object.assign(initializationOptions, await prepare());
      try {
        await client.start();
      } catch (error) {
        if (!hasEnded(error)) throw error;
        log.error(String(error));
      }
    },
    isStopped: () => client.state === State.Stopped,
  };
}
