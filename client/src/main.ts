/** The extension, wherever it runs: one bundle, of which a place loads only what belongs to it, and most of that after the activation. */
import type { ExtensionContext } from 'vscode';
import { type Extension, start } from './extension.ts';
import type { Server } from './server.ts';

const host = () => ('importScripts' in globalThis ? import('./browser-client.ts') : import('./node-client.ts'));

let server: Server | undefined;

/** Called by VS Code. */
export function activate(context: ExtensionContext): Extension {
  const started = start(context, async (log) => (await host()).createClient(context, log));
  server = started.server;
  return started.extension;
}

/** Called by VS Code before the extension goes. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
