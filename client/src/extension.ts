import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { showBuiltInDocuments } from './built-in-documents.ts';
import { registerCommands } from './commands.ts';
import { registerLanguageModelTools } from './language-model-tools.ts';
import { previewPlugin } from './preview.ts';
import { type LoadedClient, Server } from './server.ts';
import { showWorksheets } from './worksheets-view.ts';

/** The name people see: of the output channel, and in messages. */
export const CLIENT_NAME = 'Markdown Worksheets';

/** What other extensions see of this one: VS Code's Markdown preview asks for a plugin. */
export interface Extension {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/**
 * Sets up what VS Code has to know at once, the same way on the desktop and in the browser. All else waits for the server, which
 * starts in the background.
 *
 * @param load loads the client that reaches the server there
 */
export function start(
  context: vscode.ExtensionContext,
  load: (log: vscode.LogOutputChannel) => Promise<LoadedClient>,
): { readonly extension: Extension; readonly server: Server } {
  const log = vscode.window.createOutputChannel(CLIENT_NAME, { log: true });
  const server = new Server(log, () => load(log));
  context.subscriptions.push(
    log,
    showBuiltInDocuments(context),
    ...registerCommands(context, server, log),
    ...showWorksheets(server),
    ...registerLanguageModelTools(server),
  );
  return { extension: { extendMarkdownIt: previewPlugin(server) }, server };
}
