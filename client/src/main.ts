/** The extension, wherever it runs: one bundle, of which a place loads only what belongs to it. */
import type { ExtensionContext } from 'vscode';
import type { Extension } from './extension.ts';

const host = () => ('importScripts' in globalThis ? import('./browser.ts') : import('./node.ts'));

/** Called by VS Code. */
export async function activate(context: ExtensionContext): Promise<Extension> {
  return (await host()).activate(context);
}

/** Called by VS Code before the extension goes. */
export async function deactivate(): Promise<void> {
  await (await host()).deactivate();
}
