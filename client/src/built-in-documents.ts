import * as vscode from 'vscode';
import { BUILT_IN_SCHEME } from '../../server/src/lsp/protocol.ts';

/** Shows the glossaries and keys that come with the extension, read-only. */
export function showBuiltInDocuments({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(BUILT_IN_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const file = vscode.Uri.joinPath(extensionUri, 'knowledge', path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    },
  });
}
