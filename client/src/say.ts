import * as vscode from 'vscode';

/** How long a line in the status bar is shown, in milliseconds. */
const SHOWN = 4000;

/** Says in the status bar what has come of a command, for a while. */
export function say(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN);
}
