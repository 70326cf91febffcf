import type * as vscode from 'vscode';
import type { TextDocumentIdentifier } from 'vscode-languageclient';

/** How the server knows a document. */
export const identify = ({ uri }: vscode.TextDocument): TextDocumentIdentifier => ({ uri: uri.toString() });
