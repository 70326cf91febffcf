import * as vscode from 'vscode';

/** The snippets of the manifest that a file can be begun from, by their names there. */
export type Template = 'Worksheet' | 'Glossary' | 'Answer key';

/** What a snippet has before its first placeholder, the text of that, and what comes after it. */
const PARTS = /^([^$]*)\$\{1:([^{}]*)\}([\s\S]*)$/;
/** A placeholder or a final place of a snippet, with the text that stands there at first. */
const PLACE = /\$(?:\{\d+:([^{}]*)\}|\d+)/g;
const AS_IT_IS = { undoStopBefore: false, undoStopAfter: false, keepWhitespace: true };

/**
 * Begins a file from a snippet, in which Tab leads from one placeholder to the next. All of its text is there when it is first seen,
 * with the first placeholder selected: that is what somebody writes who types at once.
 */
export async function newFile(context: vscode.ExtensionContext, template: Template = 'Worksheet'): Promise<void> {
  const [, before = '', first = '', after = ''] = PARTS.exec(await readSnippet(context, template)) ?? [];
  const end = after.replace(PLACE, (_place, text: string = '') => text);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: before + first + end });
  const start = document.positionAt(before.length);
  const selection = new vscode.Range(start, start.translate(0, first.length));
  const editor = await vscode.window.showTextDocument(document, { selection });
  for (;;) {
    const text = document.getText();
    if (document.isClosed || !text.startsWith(before) || !text.endsWith(end)) return;
    const snippet = new vscode.SnippetString(before);
    const written = text.slice(before.length, text.length - end.length);
    if (written === first) snippet.appendPlaceholder(first, 1);
    else snippet.appendText(written).appendTabstop(1);
    snippet.value += after;
    const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length));
    // Turned down where somebody has typed since.
    if (await editor.insertSnippet(snippet, all, AS_IT_IS)) return;
  }
}

async function readSnippet({ extensionUri }: vscode.ExtensionContext, template: Template): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'snippets', 'worksheets.code-snippets');
  const snippets: Record<Template, { readonly body: readonly string[] }> = JSON.parse(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
  );
  return snippets[template].body.join('\n');
}
