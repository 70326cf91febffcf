import * as vscode from 'vscode';
import { BUILT_IN_SCHEME } from '../../server/src/lsp/protocol.ts';

/** As much of the built-in knowledge as matters here: the texts of its files. */
interface BuiltInFiles {
  readonly files: readonly { readonly uri: string; readonly source: string }[];
}

/** The text of `built-in-knowledge.json`, which is built beside the bundles. */
export async function readBuiltInKnowledge({ extensionUri }: vscode.ExtensionContext): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'built-in-knowledge.json');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** Shows the glossaries and keys that come with the extension, read-only. */
export function showBuiltInDocuments(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(BUILT_IN_SCHEME, {
    async provideTextDocumentContent(uri) {
      const { files }: BuiltInFiles = JSON.parse(await readBuiltInKnowledge(context));
      return files.find((file) => vscode.Uri.parse(file.uri).path === uri.path)?.source;
    },
  });
}
