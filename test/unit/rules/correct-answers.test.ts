import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutKeyPointMarks } from '../../../server/src/knowledge/key-answer.ts';
import type { AnswerKey } from '../../../server/src/knowledge/model.ts';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/answers');

/** What all rules say about a worksheet. */
const check = (text: string) =>
  checkDocument(snapshotOf(text, shippedKnowledge), rules).map(({ rule, severity, message, question }) => ({
    rule,
    severity,
    message,
    question: question?.text,
  }));

/** A worksheet with a key's own answers. */
function answered({ questions }: AnswerKey): string {
  const parts = questions.map(({ section, text, answer }, index) => {
    const headings = section.join('/') === questions[index - 1]?.section.join('/') ? [] : section;
    return [...headings.map((heading) => `## ${heading}`), `### ${text}`, withoutKeyPointMarks(answer)].join('\n\n');
  });
  return `---\nworksheets: worksheet\n---\n# Answers\n\n${parts.join('\n\n')}\n`;
}

interface InOtherWords {
  readonly question: string;
  readonly answer: string;
  /** The key points that the answer says, none of them in the words of the key. */
  readonly says: readonly string[];
}

describe('correct answers', () => {
  for (const key of shippedKnowledge.keys) {
    it(`nothing is said about those of the key ${key.title}`, () => assert.deepEqual(check(answered(key)), [])).timeout(
      20_000,
    );
  }

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`nothing but hints is said about those of a student, ${name}`, () => {
      const findings = check(readFileSync(path.join(folder, name), 'utf8'));
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'hint'),
        [],
      );
    }).timeout(20_000);
  }

  const questions = shippedKnowledge.keys.flatMap((key) => key.questions);
  const all = JSON.parse(readFileSync(path.join(folder, 'in-other-words.json'), 'utf8')) as readonly InOtherWords[];

  it('mention what they say in other words', () => {
    const points = all.flatMap(({ question, answer, says }) => {
      const key = questions.find(({ text }) => text === question)!;
      const mentioned = shippedKnowledge.keyPoints(key, answer).filter((point) => point.mentioned);
      return says.map((text) => ({ text, isMentioned: mentioned.some((point) => point.text === text) }));
    });
    const missed = points.filter(({ isMentioned }) => !isMentioned).map(({ text }) => text);
    assert.ok(missed.length < points.length / 10, missed.join('; '));
  });

  it('get no hint at what they say in other words', () => {
    for (const { question, answer, says } of all) {
      const text = `---\nworksheets: worksheet\n---\n### ${question}\n\n${answer}\n\n### What is a cup?\n\nA vessel.\n`;
      for (const { severity, message } of check(text)) {
        assert.equal(severity, 'hint', message);
        assert.ok(!says.some((point) => message.includes(`: ${point}.`)), `${question} ${answer} ${message}`);
      }
    }
  }).timeout(20_000);
});
