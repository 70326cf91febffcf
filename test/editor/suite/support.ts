import * as vscode from 'vscode';

export const extensionId = 'markdown-worksheets.markdown-worksheets';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in a workspace, and none is open.');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/**
 * Asks again and again until there is an answer: much of what an editor shows comes some time after its cause.
 *
 * @param what What is waited for, for the message.
 * @param ask Returns a falsy value while there is no answer yet.
 * @returns The first truthy answer.
 */
export async function until<T>(what: string, ask: () => T | Thenable<T>, timeoutMs = 10_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
