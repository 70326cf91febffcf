import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { unanswered } from '../../../server/src/rules/unanswered.ts';
import { unfilledBlank } from '../../../server/src/rules/unfilled-blank.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const report = (body: string) => {
  const text = `---\nworksheets: worksheet\n---\n\n${body}2. What is a hub?\n   - A box.\n`;
  return checkDocument(snapshotOf(text), [unanswered, unfilledBlank]).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
};

describe('unfilled-blank', () => {
  it('is reported on the blank, and not on the whole sentence too', () =>
    assert.deepEqual(report('1. A frame has a _____header_____ and a ____.\n'), ['unfilled-blank: ____']));

  it('is no matter where no blank is filled', () =>
    assert.deepEqual(report('1. A frame has a ____ and a ____.\n'), ['unanswered: A frame has a ____ and a ____.']));

  it('is no matter where all words stand below', () =>
    assert.deepEqual(report('1. A frame has a ____ and a ____.\n   - header, trailer\n'), []));

  it('is none where underscores are a name', () =>
    assert.deepEqual(report('1. The ____ method is called first.\n   - It is `__init__`, and then `__call__`.\n'), []));
});
