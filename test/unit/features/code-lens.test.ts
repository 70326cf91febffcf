import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { answerQuestion, codeLenses, keyPlace, questionHint } from '../../../server/src/features/code-lens.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { placeOf, questionOf } from '../../../server/src/features/question-places.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyUri, someKnowledge } from '../../support/knowledge.ts';
import { snapshotOf, uri, version } from '../../support/snapshot.ts';

const front = '---\nworksheets: worksheet\n---\n\n';
const text = `${front}1. What is a port?\n   -\n2. Which steps does a hub take with a frame?\n   - TODO\n3. What is a yak?\n   -\n4. A switch keeps a table of addresses.\n`;

const snapshot = (assistance: Assistance = 'answers', markdown = text) =>
  snapshotOf(markdown, someKnowledge, { assistance });

/** The lenses as `line title | title`. */
function lenses(assistance: Assistance, markdown = text): string[] {
  const lines = new Map<number, string[]>();
  for (const { range, command } of codeLenses(snapshot(assistance, markdown))) {
    assert.deepEqual(range.start, range.end);
    lines.set(range.start.line, [...(lines.get(range.start.line) ?? []), command!.title]);
  }
  return Array.from(lines, ([line, titles]) => `${line} ${titles.join(' | ')}`);
}

const place = (words: string, line = 0) => ({ uri, text: words, position: { line, character: 0 } });

describe('code lenses', () => {
  it('offer answer, hint and key above the open questions that a key knows', () =>
    assert.deepEqual(lenses('answers'), ['4 Answer | Hint | Key', '6 Answer | Key']));

  it('offer no more than assistance allows', () => {
    assert.deepEqual(lenses('hints'), ['4 Hint']);
    assert.deepEqual(lenses('off'), []);
  });

  it('stand in worksheets only', () => {
    assert.deepEqual(lenses('answers', '---\nworksheets: key\n---\n\n### What is a port?\n\n### What is a hub?\n'), []);
    assert.deepEqual(lenses('answers', '---\nworksheets: off\n---\n\n1. What is a port?\n   -\n'), []);
  });

  it('name their question by a place where a hover is about it', () => {
    const current = snapshot('answers', `${front}1. Ports: what is a port?\n   -\n`);
    const named = placeOf(current, current.worksheet.questions[0]!);
    assert.deepEqual(named.position, { line: 4, character: 8 });
    assert.equal(hover(current, { line: 4, character: 4 })?.range?.end.character, 8);
    assert.equal(hover(current, named.position)?.range?.start.character, 3);
  });
});

describe('the question that a command names', () => {
  it('is found where lines have moved, and the nearer one of two', () => {
    const current = snapshot(
      'answers',
      `${front}1. What is a port?\n   -\n2. What is a hub?\n   -\n3. What is a port?\n   -\n`,
    );
    assert.equal(questionOf(current, place('What is a port?', 5))?.line, 4);
    assert.equal(questionOf(current, place('What is a port?', 30))?.line, 8);
    assert.equal(questionOf(current, place('What is a sail?', 4)), null);
  });

  it('is answered as its preferred quick fix answers it, in this version', () => {
    const edit = answerQuestion(snapshot(), place('What is a port?', 4));
    const [{ textDocument, edits }] = edit!.documentChanges as [TextDocumentEdit];
    assert.deepEqual(textDocument, { uri, version });
    assert.deepEqual(edits, [
      {
        range: { start: { line: 5, character: 4 }, end: { line: 5, character: 4 } },
        newText: ' A number of 16 bits that tells the processes of a host apart. Servers listen on the lower ones.',
      },
    ]);
  });

  it('is answered in place of what holds the place', () => {
    const edit = answerQuestion(snapshot(), place('Which steps does a hub take with a frame?', 6));
    const [{ edits }] = edit!.documentChanges as [TextDocumentEdit];
    assert.deepEqual(edits[0]!.range, { start: { line: 7, character: 5 }, end: { line: 7, character: 9 } });
  });

  it('is not answered where it has an answer, nobody knows one, or none is given away', () => {
    assert.equal(answerQuestion(snapshot(), place('A switch keeps a table of addresses.', 10)), null);
    assert.equal(answerQuestion(snapshot(), place('What is a yak?', 8)), null);
    assert.equal(answerQuestion(snapshot('hints'), place('What is a port?', 4)), null);
    assert.equal(answerQuestion(snapshot(), place('What is a sail?', 4)), null);
  });

  it('has a hint where its key has one', () => {
    assert.equal(questionHint(snapshot('hints'), place('What is a port?', 4)), 'Think of the doors of a house.');
    assert.equal(questionHint(snapshot('off'), place('What is a port?', 4)), null);
    assert.equal(questionHint(snapshot(), place('What is a yak?', 8)), null);
  });

  it('leads to its key where answers are given away', () => {
    assert.equal(keyPlace(snapshot(), place('What is a port?', 4))?.uri, keyUri);
    assert.equal(keyPlace(snapshot(), place('What is a port?', 4))?.range.start.line, 6);
    assert.equal(keyPlace(snapshot('hints'), place('What is a port?', 4)), null);
  });
});
