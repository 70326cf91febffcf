import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../../server/src/lsp/protocol.ts';
import { showBuiltInDocuments } from './built-in-documents.ts';
import { registerCommands } from './commands.ts';
import { followCursor } from './cursor.ts';
import { errorHandler, logErrors } from './error-handler.ts';
import { announceExtras, answerFileRequests } from './files.ts';
import { showHints } from './hints.ts';
import { registerLanguageModelTools } from './language-model-tools.ts';
import { previewPlugin } from './preview.ts';
import { Server } from './server.ts';
import { showStatus } from './status.ts';
import { showWorksheets } from './worksheets-view.ts';

/** The id of the client, and the section of its settings. */
export const CLIENT_ID = 'worksheets';
/** The name people see: of the output channel, and in messages. */
export const CLIENT_NAME = 'Markdown Worksheets';

/** File systems that hold worksheets wherever a workspace is; those of the open workspace come on top. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web'];

/** What other extensions see of this one: VS Code's Markdown preview asks for a plugin. */
export interface Extension {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/**
 * Sets all up, the same way on the desktop and in the browser. The server starts in the background.
 *
 * @param createClient makes the client that reaches the server there
 * @param prepare finds out what the server there has to be told in its first request
 */
export function start(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  prepare: () => Promise<ClientOptions> = async () => ({}),
): Extension {
  const log = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const schemes = new Set([...SCHEMES, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  const initializationOptions: ClientOptions = {
    ruleDocs: `${vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules')}/`,
    ...(vscode.l10n.bundle && { texts: vscode.l10n.bundle }),
  };
  const client = createClient({
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
  const server = new Server(client, log);
  announceExtras(client);
  context.subscriptions.push(
    log,
    showBuiltInDocuments(context),
    ...answerFileRequests(client),
    ...showStatus(client),
    ...followCursor(client),
    ...registerCommands(server, log),
    ...showWorksheets(server),
    ...registerLanguageModelTools(server),
  );
  server.start(async () => {
    Object.assign(initializationOptions, await prepare());
  });
  return { extendMarkdownIt: previewPlugin(server) };
}
