import assert from 'node:assert/strict';
import { findings } from '../../../server/src/features/findings.ts';
import { type RuleLevels, rulesInForce } from '../../../server/src/features/rules-in-force.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { noKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const front = '---\nworksheets: worksheet\n---\n\n';
const body = '1. What is a port?\n2. What is a hub?\n   - a box?\n';

const found = (text: string, levels?: RuleLevels) =>
  findings(snapshotOf(text, noKnowledge, { assistance: 'answers', ...(levels && { rules: levels }) })).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );

describe('findings', () => {
  it('are as serious as their rules say', () =>
    assert.deepEqual(found(front + body), ['information unanswered', 'information unsure-answer']));

  it('are as serious as the settings say', () =>
    assert.deepEqual(found(front + body, { unanswered: 'error', 'unsure-answer': 'hint' }), [
      'error unanswered',
      'hint unsure-answer',
    ]));

  it('are none of a rule that is off', () =>
    assert.deepEqual(found(front + body, { unanswered: 'off' }), ['information unsure-answer']));
});

describe('the rules in force', () => {
  it('are the same list for the same settings', () => {
    assert.equal(rulesInForce({}), rulesInForce({ unanswered: 'error' }));
    assert.equal(rulesInForce({ unanswered: 'off' }), rulesInForce({ unanswered: 'off', 'front-matter': 'hint' }));
    assert.notEqual(rulesInForce({ unanswered: 'off' }), rulesInForce({}));
  });

  it('leave out no more than what is off', () =>
    assert.deepEqual(
      rules.filter((rule) => !rulesInForce({ unanswered: 'off' }).includes(rule)).map(({ id }) => id),
      ['unanswered'],
    ));
});
