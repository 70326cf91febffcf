import * as vscode from 'vscode';

/** The snippets of the manifest that a file can be begun from, by their names there. */
export type Template = 'Worksheet' | 'Glossary' | 'Answer key';

/** A placeholder or a final place of a snippet, with the text that stands there at first. */
const PLACE = /\$(?:\{\d+:([^{}]*)\}|\d+)/g;

/**
 * Begins a file from a snippet. It is all there when it is first seen, with its first placeholder selected: what somebody types at
 * once goes there, and the file then stays as it is. Otherwise Tab leads from one placeholder to the next.
 */
export async function newFile(context: vscode.ExtensionContext, template: Template = 'Worksheet'): Promise<void> {
  const snippet = await readSnippet(context, template);
  const content = snippet.replace(PLACE, (_place, text: string = '') => text);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const { version } = document;
  // Before the first place there is none that would have become shorter.
  const [first] = snippet.matchAll(PLACE);
  const start = first?.index ?? 0;
  const end = start + (first?.[1]?.length ?? 0);
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const editor = await vscode.window.showTextDocument(document, { selection });
  if (document.version !== version) return;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new vscode.SnippetString(snippet), all, {
    undoStopBefore: false,
    undoStopAfter: false,
    keepWhitespace: true,
  });
}

async function readSnippet({ extensionUri }: vscode.ExtensionContext, template: Template): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'snippets', 'worksheets.code-snippets');
  const snippets: Record<Template, { readonly body: readonly string[] }> = JSON.parse(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
  );
  return snippets[template].body.join('\n');
}
