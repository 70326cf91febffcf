import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { fixAll, safeEdits } from '../../../server/src/features/fix-all.ts';
import type { Snapshot } from '../../../server/src/features/snapshot.ts';
import type { Fix, Rule } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { snapshotOf, uri, version } from '../../support/snapshot.ts';

/** A rule about each place that a pattern fits, with one fix. */
function ruleAbout(pattern: RegExp, fix: (span: Span, words: string) => Partial<Fix>): Rule {
  return {
    id: String(pattern),
    severity: 'hint',
    summary: 'Reports words.',
    explanation: 'For tests.',
    examples: [],
    check: ({ document }) =>
      Array.from(document.text.matchAll(pattern), ({ 0: words, index }) => ({
        rule: String(pattern),
        severity: 'hint' as const,
        span: { start: index, end: index + words.length },
        message: 'Mended here.',
        question: null,
      })),
    fix: ({ document }, { span }) => [
      {
        title: 'Mend',
        preferred: true,
        edits: [],
        safe: true,
        ...fix(span, document.text.slice(span.start, span.end)),
      },
    ],
  };
}

const doubling = ruleAbout(/[aeiou]/g, (span, words) => ({ edits: [{ span, newText: words + words }] }));

function withRules(text: string, ...rules: Rule[]): Snapshot {
  return { ...snapshotOf(text), rules };
}

describe('fixing all', () => {
  it('takes each safe fix, in one edit of this version', () => {
    const action = fixAll(withRules('a hub\n', doubling))!;
    assert.equal(action.kind, 'source.fixAll.worksheets');
    const [change, ...more] = action.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(more, []);
    assert.deepEqual(change!.textDocument, { uri, version });
    assert.deepEqual(
      change!.edits.map((edit) => 'newText' in edit && edit.newText),
      ['aa', 'uu'],
    );
  });

  it('leaves out what is not safe', () => {
    const unsafe = ruleAbout(/hub/g, (span) => ({ edits: [{ span, newText: 'box' }], safe: false }));
    assert.equal(fixAll(withRules('a hub\n', unsafe)), null);
  });

  it('leaves for later what would change the same place', () => {
    const whole = ruleAbout(/hub/g, (span) => ({ edits: [{ span, newText: 'box' }] }));
    assert.equal(
      applyEdits('a hub, a port', safeEdits(withRules('a hub, a port', whole, doubling))),
      'aa box, aa poort',
    );
  });

  it('makes a fix wholly or not at all', () => {
    const twice = ruleAbout(/p.*t/g, ({ start, end }) => ({
      edits: [
        { span: { start: start - 2, end: start }, newText: '' },
        { span: { start: end, end }, newText: 's' },
      ],
    }));
    assert.equal(applyEdits('a port', safeEdits(withRules('a port', doubling, twice))), 'aa poort');
  });

  it('is nothing where there is nothing to fix', () => assert.equal(fixAll(withRules('hm\n', doubling)), null));
});
