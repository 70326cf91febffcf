import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BUILT_IN_SCHEME } from '../../../server/src/lsp/protocol.ts';

/** A glossary or key that comes with the extension. */
export const builtIn = (file: string): vscode.Uri => vscode.Uri.from({ scheme: BUILT_IN_SCHEME, path: `/${file}` });

/** The lines of the answer to a question of the class reading, as its key has them but without the bold of key points. */
export async function keyAnswer(question: string): Promise<string[]> {
  const key = await vscode.workspace.openTextDocument(builtIn('class-reading.key.md'));
  const [, entry] = key.getText().split(`### ${question}\n\n`);
  const [answer] = entry?.split('\n\n- Also asked:') ?? [];
  assert.ok(answer, `The key has no "${question}".`);
  return answer.replaceAll('**', '').split('\n');
}

/** Lines as they stand in a list item, quote or labelled answer. */
export function laidOut(lines: readonly string[], first: string, further: string): string[] {
  return lines.map((line, index) => (line === '' ? '' : (index === 0 ? first : further) + line));
}
