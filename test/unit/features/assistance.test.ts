import assert from 'node:assert/strict';
import { createSnapshot } from '../../../server/src/features/snapshot.ts';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { parseAnswerKey } from '../../../server/src/knowledge/parse-key.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';

const key = (name: string, entry: string, answer: string) =>
  parseAnswerKey(
    `file:///class/${name}`,
    parseMarkdown(`---\nworksheets: ${entry}\n---\n# ${name}\n\n### What is a mask for?\n\nFor **${answer}**.\n`),
  );
const hiding = key('hiding.key.md', 'key', 'hiding');
const mixing = key('mixing.key.md', '{ role: key, assistance: hints }', 'mixing');

function open(frontMatter: string, keys = [hiding], assistance: 'answers' | 'hints' | 'off' = 'answers') {
  const document = parseMarkdown(`---\nworksheets: ${frontMatter}\n---\n1. What is a mask for?\n   -\n`);
  const worksheet = readWorksheet(document, { knows: () => null });
  return createSnapshot('file:///class/a.md', 1, document, worksheet, createKnowledge([], keys), { assistance });
}

describe('how much help a worksheet allows', () => {
  it('is what the settings say where nobody else does', () => {
    assert.equal(open('worksheet').assistance, 'answers');
    assert.equal(open('worksheet', [hiding], 'off').assistance, 'off');
  });

  it('is the strictest of settings, worksheet and keys', () => {
    assert.equal(open('{ assistance: hints, role: worksheet }').assistance, 'hints');
    assert.equal(open('{ assistance: answers, role: worksheet }', [hiding], 'hints').assistance, 'hints');
    assert.equal(open('worksheet', [hiding, mixing]).assistance, 'hints');
    assert.equal(open('{ assistance: off, role: worksheet }', [mixing]).assistance, 'off');
  });

  it('and its answers come from the key it names, by file or by title', () => {
    const keys = [hiding, mixing];
    for (const name of ['hiding.key.md', './hiding.key.md', 'class/hiding.key.md']) {
      const snapshot = open(`{ key: ${name} }`, keys);
      assert.equal(snapshot.match(snapshot.worksheet.questions[0]!)?.question.answer, 'For **hiding**.', name);
      assert.equal(snapshot.assistance, 'answers', name);
    }
    const unknown = open('{ key: other.key.md }', keys);
    assert.equal(unknown.match(unknown.worksheet.questions[0]!), null);
  });
});
