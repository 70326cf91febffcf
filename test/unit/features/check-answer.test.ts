import assert from 'node:assert/strict';
import { createWorksheetService } from '../../../server/src/service.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { knowledgeLibrary } from '../../../server/src/workspace/knowledge-library.ts';

const uri = 'file:///course/week-1.md';
const good =
  'A protocol that gives client and server one persistent, full-duplex connection over TCP, so that both can send at any time.';

/** What is said about an answer to the question on a 0-based line. */
function check(text: string, line: number, answer: string | null, assistance: Assistance = 'answers') {
  const service = createWorksheetService({ knowledge: knowledgeLibrary.combine([]), settings: { assistance } });
  service.open(uri, 1, text);
  const checked = service.checkAnswer(uri, line, answer);
  assert.equal(service.document(uri)!.text, text, 'nothing is changed');
  return checked;
}

describe('checking one answer', () => {
  const layouts: [name: string, text: string, line: number][] = [
    ['an empty bullet', '1. What is a WebSocket?\n   -\n2. What is a port?\n   -\n', 0],
    ['a bullet with something', '1. What is a WebSocket?\n   - A toy.\n   - And more.\n2. What is a port?\n   -\n', 0],
    ['a heading', '## What is a port?\n\n## What is a WebSocket?\n\nA toy.\n\n## What is a hub?\n', 2],
    ['labels', 'Q: What is a WebSocket?\nA: A toy.\n\nQ: What is a port?\nA:\n', 0],
  ];
  for (const [name, text, line] of layouts)
    it(`tries it in place of what is there: ${name}`, () => {
      const checked = check(`---\nworksheets: worksheet\n---\n${text}`, line + 3, good)!;
      assert.equal(checked.question, 'What is a WebSocket?');
      assert.equal(checked.status, 'answered');
      assert.ok(checked.keyPoints!.mentioned >= checked.keyPoints!.of - 1, JSON.stringify(checked));
      assert.deepEqual(
        checked.findings.filter(({ severity }) => severity !== 'hint'),
        [],
      );
    });

  it('looks at what is there where nothing is to be tried', () => {
    const checked = check(
      '1. What is a WebSocket?\n   -\n2. What is a port?\n   - A number.\n3. What is a hub?\n   -\n',
      0,
      null,
    )!;
    assert.equal(checked.status, 'blank');
    assert.deepEqual(
      checked.findings.map(({ rule }) => rule),
      ['unanswered'],
    );
    assert.equal(checked.keyPoints, null);
  });

  it('puts a word into a blank', () => {
    const text =
      '---\nworksheets: worksheet\n---\nWeb Sockets provide a standardized way for the server to send content to a client without first receiving a ____ from that client.\n';
    assert.equal(check(text, 3, 'banana')!.findings[0]?.rule, 'wrong-fill-in');
    assert.deepEqual(check(text, 3, 'request')!.findings, []);
  });

  it('gives away no more than assistance allows', () => {
    const text = '1. What is a WebSocket?\n   -\n2. What is a port?\n   -\n3. What is a hub?\n   -\n';
    const off = check(text, 0, 'A toy.', 'off')!;
    assert.deepEqual([off.keyPoints, off.hint], [null, null]);
    assert.doesNotMatch(JSON.stringify(check(text, 0, 'A toy.', 'hints')), /full-duplex|persistent/);
  });

  it('says nothing where no question stands', () => {
    assert.equal(check('# Title\n\n1. What is a WebSocket?\n   -\n2. What is a port?\n   -\n', 0, null), null);
  });
});
