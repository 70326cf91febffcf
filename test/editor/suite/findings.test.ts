import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, until } from './support.ts';

describe('findings', () => {
  it('name the questions without an answer', async () => {
    const { document } = await open('reading-questions.md');
    const findings = await until('two findings', () => {
      const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'worksheets');
      return all.length === 2 ? all : undefined;
    });
    assert.deepEqual(findings.map(({ range }) => document.getText(range)).sort(), [
      "The status code of the server's reply is ____.",
      'What is a ping frame for?',
    ]);
    for (const { code, severity } of findings) {
      assert.equal(typeof code === 'object' ? code.value : code, 'unanswered');
      assert.equal(severity, vscode.DiagnosticSeverity.Information);
    }
  });
});
