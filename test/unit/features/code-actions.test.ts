import assert from 'node:assert/strict';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

/** The fixes for all findings of a worksheet that writes a name oddly so many times. */
function fixesFor(count: number) {
  const questions = Array.from({ length: count }, (_, index) => `### What is thing ${index}?\n\nA Socket.io thing.\n`);
  const snapshot = snapshotOf(`---\nworksheets: worksheet\n---\n${questions.join('\n')}`, shippedKnowledge);
  const end = snapshot.document.lines.positionAt(snapshot.document.text.length);
  return codeActions(snapshot, { start: { line: 3, character: 0 }, end }, diagnostics(snapshot)).map((action) => ({
    title: action.title,
    mends: action.diagnostics!.length,
    edits: (action.edit!.documentChanges![0] as { edits: readonly unknown[] }).edits.length,
  }));
}

describe('quick fixes', () => {
  it('that mend several findings are offered once, for all of these', () =>
    assert.deepEqual(
      fixesFor(3).filter(({ edits }) => edits > 1),
      [{ title: 'Write "Socket.IO" everywhere in this file', mends: 3, edits: 3 }],
    ));

  it('of twice as many findings have twice as many edits', () => {
    const edits = (count: number) => fixesFor(count).reduce((sum, fix) => sum + fix.edits, 0);
    assert.equal(edits(40), 2 * edits(20));
  });
});
