import * as vscode from 'vscode';

export const extensionId = 'markdown-worksheets.markdown-worksheets';

/** The place of a file in the workspace. */
export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in a workspace, and none is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export function open(name: string): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(name));
}

/** Writes a file of the workspace and opens it in an editor. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  await save(name, text);
  return open(name);
}

/** Writes a file of the workspace. */
export function save(name: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

/** Throws away what was typed, and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

type Truthy<T> = Exclude<T, undefined | null | false | 0 | ''>;

/**
 * Asks again and again until there is an answer: much of what an editor shows comes some time after its cause.
 *
 * @param what What is waited for, for the message.
 * @param ask Returns a falsy value while there is no answer yet.
 * @returns The first truthy answer.
 */
export async function until<T>(what: string, ask: () => T | Thenable<T>, timeoutMs = 30_000): Promise<Truthy<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Truthy<T>;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Where `text` first stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${document.uri.path} has no "${text}".`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Changes a document as if it was typed. */
export async function replace(document: vscode.TextDocument, place: vscode.Range | string, newText: string) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, typeof place === 'string' ? rangeOf(document, place) : place, newText);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${document.uri.path} cannot be changed.`);
}

/** What is reported, each as `rule: text it is reported at`, in document order. */
export function findings(document: vscode.TextDocument): string[] {
  return reported(document).map(
    ({ code, range }) => `${typeof code === 'object' ? code.value : code}: ${document.getText(range)}`,
  );
}

/** The diagnostics of the extension, in document order. */
export function reported(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'worksheets')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until exactly this is reported. */
export async function untilFindings(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  try {
    await until('the findings', () => JSON.stringify(findings(document)) === wanted);
  } catch {
    throw new Error(`Expected ${wanted}\n     found ${JSON.stringify(findings(document))}`);
  }
}

/** What the hovers at a place say, as Markdown. */
export async function hovers(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
}

/** What the hover over the first `text` says: waits until there is one. */
export function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const { start } = rangeOf(document, text);
  return until(`a hover over ${text}`, async () => (await hovers(document, start)).join('\n\n***\n\n'));
}

/** The suggestions at a place that the extension makes. */
export async function suggestions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  // Those of other extensions and of the words in the text have no documentation.
  return items.filter(({ documentation }) => documentation);
}

/** The label of a suggestion, without its details. */
export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Asks for suggestions at a place, and writes the one with this label. */
export async function takeSuggestion(
  document: vscode.TextDocument,
  position: vscode.Position,
  label: string,
): Promise<void> {
  const item = await until(`the suggestion ${label}`, async () =>
    (await suggestions(document, position)).find((found) => labelOf(found) === label),
  );
  const { insertText, range } = item;
  if (typeof insertText !== 'string' || !range) {
    throw new Error(`Unexpected form of the suggestion: ${JSON.stringify(item)}`);
  }
  await replace(document, range instanceof vscode.Range ? range : range.replacing, insertText);
}

/** The quick fixes at a place that mend something: not the ways to be told no more. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return (await allFixes(document, range)).filter(({ title }) => !/^(?:Ignore|Turn off) /.test(title));
}

/** All that the extension offers as quick fixes at a place. */
async function allFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ edit }) => edit);
}

/** Takes a quick fix by its title. */
export async function takeFix(document: vscode.TextDocument, range: vscode.Range, title: string | RegExp) {
  const { edit } = await until(`the quick fix ${title}`, async () =>
    (await allFixes(document, range)).find((action) =>
      typeof title === 'string' ? action.title === title : title.test(action.title),
    ),
  );
  if (edit) await vscode.workspace.applyEdit(edit);
}

/** Runs a command again and again until the text has changed: what it takes may not have arrived yet. */
export async function untilChanged(document: vscode.TextDocument, command: string): Promise<void> {
  const { version } = document;
  await until(`${command} changes the text`, async () => {
    await vscode.commands.executeCommand(command);
    return document.version > version;
  });
}
