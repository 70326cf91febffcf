import assert from 'node:assert/strict';
import { statedMisconceptions } from '../../../server/src/knowledge/misconceptions.ts';
import type { KeyQuestion } from '../../../server/src/knowledge/model.ts';
import { answerText } from '../../../server/src/worksheet/answer-text.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

function stated(key: KeyQuestion, answer: string): string[] {
  const { text, sentences } = answerText(answer, { span: { start: 0, end: answer.length } });
  return statedMisconceptions(text, sentences, key.text, key, shippedKnowledge).map(
    ({ misconception }) => misconception.claim,
  );
}

describe('misconceptions of the built-in keys', () => {
  const questions = shippedKnowledge.keys.flatMap((key) => key.questions).filter(({ kind }) => kind === 'open');

  it('are found in their own words', () => {
    for (const key of questions)
      for (const { claim } of key.misconceptions) assert.deepEqual(stated(key, `${claim}.`), [claim]);
  });

  it('are not found where somebody else believes them', () => {
    for (const key of questions)
      for (const { claim } of key.misconceptions) {
        assert.deepEqual(stated(key, `Many people think that ${claim}.`), []);
        assert.deepEqual(stated(key, `${claim}? No.`), []);
      }
  });

  it('are not found in what is right', () => {
    for (const key of questions) {
      assert.deepEqual(stated(key, key.answer), []);
      for (const { correction } of key.misconceptions) assert.deepEqual(stated(key, correction), [], correction);
    }
  });
});
