import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { repeatedAnswer } from '../../../server/src/rules/repeated-answer.ts';
import { reported } from '../../support/findings.ts';
import { snapshotOf, uri } from '../../support/snapshot.ts';

const repeated = (body: string) => reported('repeated-answer', body);
const long = 'It sends each frame out of all its ports.';

describe('repeated answers', () => {
  it('are found whatever their marks and places', () => {
    const body = `1. What is a hub?\n   - ${long}\n2. What is a switch?\n   - a box\n3. What is a bridge?\n\n   *it sends each frame*\n   out of all its ports\n`;
    assert.deepEqual(
      repeated(body).map(([, message]) => message),
      ['The same answer stands under "What is a hub?".'],
    );
  });

  it('point to the first place, from each of the others', () => {
    const text = `---\nworksheets: worksheet\n---\n1. What is a hub?\n   - ${long}\n2. What is a switch?\n   - ${long}\n3. What is a bus?\n   - ${long}\n`;
    assert.deepEqual(
      checkDocument(snapshotOf(text), [repeatedAnswer]).map(({ related }) => related),
      Array(2).fill([{ uri, line: 4, message: 'The same answer' }]),
    );
  });

  it('are those of the document that is looked at, whatever was looked at before', () => {
    const twice = `1. What is a hub?\n   - ${long}\n2. What is a switch?\n   - ${long}\n`;
    const once = `1. What is a hub?\n   - ${long}\n2. What is a switch?\n   - a box\n`;
    assert.deepEqual(
      [twice, once, once, twice, `${once}${twice}`, '', twice].map((body) => repeated(body).length),
      [1, 0, 0, 1, 1, 0, 1],
    );
  });

  it('may be short, blank, or answer the same question', () => {
    assert.deepEqual(repeated('1. What is a hub?\n   - an old box\n2. What is a switch?\n   - an old box\n'), []);
    assert.deepEqual(repeated('1. What is a hub?\n   - TODO\n2. What is a switch?\n   - TODO\n'), []);
    assert.deepEqual(repeated(`1. What is a hub?\n   - ${long}\n\n## Again\n\n1. What is a hub?\n   - ${long}\n`), []);
  });

  it('are quoted no longer than a line', () => {
    const asked = `What does ${'a very '.repeat(20)}old hub do?`;
    const [[, message]] = repeated(`1. ${asked}\n   - ${long}\n2. What is a switch?\n   - ${long}\n`) as [
      [string, string],
    ];
    assert.match(message, /^The same answer stands under "What does (?:a very )+a \.\.\."\.$/);
    assert.ok(message.length < 120);
  });
});
