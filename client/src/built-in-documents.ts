import * as vscode from 'vscode';
import { BUILT_IN_SCHEME } from '../../server/src/lsp/protocol.ts';

/** As much of the first line of `built-in-knowledge.jsonl` as matters here. */
interface BuiltInFiles {
  readonly files: readonly { readonly uri: string }[];
}

/** The text of `built-in-knowledge.jsonl`, which is built beside the bundles. */
export async function readBuiltInKnowledge({ extensionUri }: vscode.ExtensionContext): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'built-in-knowledge.jsonl');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** Shows the glossaries and keys that come with the extension, read-only. */
export function showBuiltInDocuments(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(BUILT_IN_SCHEME, {
    async provideTextDocumentContent(uri) {
      const [first, ...lines] = (await readBuiltInKnowledge(context)).split('\n');
      const { files }: BuiltInFiles = JSON.parse(first!);
      const position = files.findIndex((file) => vscode.Uri.parse(file.uri).path === uri.path);
      // For each file a line with its entries, then one with its text.
      return position < 0 ? undefined : JSON.parse(lines[2 * position + 1]!);
    },
  });
}
