import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BUILT_IN_SCHEME } from '../../../server/src/lsp/protocol.ts';
import {
  findings,
  hoverOver,
  hovers,
  labelOf,
  open,
  quickFixes,
  rangeOf,
  suggestions,
  untilFindings,
} from './support.ts';

/** The places where help with an answer would be: behind the bullets, on the question, in the blank. */
const places = (document: vscode.TextDocument) => [
  ...['What is a Web', 'What does', '- TODO', '____', 'The server can'].map((text) => rangeOf(document, text)),
  document.lineAt(rangeOf(document, 'What is a Web Socket?').start.line + 1).range,
];

/** All that is suggested, except for the names of terms, or offered as a quick fix. */
async function offers(document: vscode.TextDocument): Promise<string[]> {
  const found: string[] = [];
  for (const range of places(document)) {
    for (const item of await suggestions(document, range.end)) {
      if (item.kind !== vscode.CompletionItemKind.Keyword) found.push(labelOf(item));
    }
    for (const { title } of await quickFixes(document, range)) found.push(title);
  }
  return found;
}

const unanswered = [
  'unanswered: What is a Web Socket?',
  'placeholder-answer: TODO',
  'unanswered: The server can send content without first receiving a ____ from the client.',
];

describe('a worksheet that allows', () => {
  it('hints has hints on its questions, and nothing that gives an answer away', async () => {
    const { document } = await open('hints.md');
    await untilFindings(document, unanswered);
    assert.match(await hoverOver(document, 'What is a'), /Hint: Compare a telephone call/);
    assert.doesNotMatch(await hoverOver(document, 'What is a'), /https:/);
    assert.deepEqual(await offers(document), []);
    assert.deepEqual(await definitions(document), []);
  });

  it('no help shows what is open, and what its terms mean', async () => {
    const { document } = await open('no-help.md');
    await untilFindings(document, unanswered);
    assert.match(await hoverOver(document, 'Web Socket'), /^\*\*WebSocket\*\*/);
    assert.deepEqual(await hovers(document, rangeOf(document, 'What is a').start), []);
    assert.deepEqual(await offers(document), []);
    assert.deepEqual(await definitions(document), []);
  });

  it('answers is what the same text is where nothing is said', async () => {
    const { document } = await open('layouts/numbered-items.md');
    const question = rangeOf(document, 'What is a Web Socket?');
    const { end } = document.lineAt(question.start.line + 1).range;
    assert.ok((await suggestions(document, end)).some((item) => labelOf(item) === 'Answer'));
    assert.ok((await quickFixes(document, question)).length > 0);
    assert.match(await hoverOver(document, 'What is a'), /https:/);
    assert.equal((await definitions(document)).length, 1);
  });
});

describe('a Markdown file', () => {
  for (const file of ['off.md', 'readme.md', 'notes.md']) {
    it(`gets no findings and no fixes where it is no worksheet: ${file}`, async () => {
      // The findings of the second file come after those of the first.
      const { document } = await open(file);
      const { document: other } = await open('hints.md');
      await untilFindings(other, unanswered);
      assert.deepEqual(findings(document), []);
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      assert.deepEqual(await quickFixes(document, all), []);
    });
  }
});

/** Where a question leads to in the keys that come with the extension. */
async function definitions(document: vscode.TextDocument): Promise<vscode.Location[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    rangeOf(document, 'What is a').start,
  );
  return found.filter(({ uri }) => uri.scheme === BUILT_IN_SCHEME);
}
