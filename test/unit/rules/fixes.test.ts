import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findings, fixesOf } from '../../../server/src/features/findings.ts';
import { ignoreHere } from '../../../server/src/features/ignore-here.ts';
import { createSnapshot, type Snapshot } from '../../../server/src/features/snapshot.ts';
import type { Knowledge } from '../../../server/src/knowledge/model.ts';
import { rememberMatches } from '../../../server/src/knowledge/remembered.ts';
import { parseMarkdown, updateMarkdown } from '../../../server/src/markdown/document.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/rules.ts';
import { applyEdits, type Edit } from '../../../server/src/text/edit.ts';
import { disableRule } from '../../../server/src/worksheet/front-matter-edit.ts';
import type { KnowsQuestion } from '../../../server/src/worksheet/known-question.ts';
import { readWorksheet } from '../../../server/src/worksheet/read-worksheet.ts';
import { knowledgeLibrary } from '../../../server/src/workspace/knowledge-library.ts';
import { noKnowledge, someKnowledge } from '../../support/knowledge.ts';
import { withSpans } from '../../support/marked-text.ts';
import { skip } from '../../support/skip.ts';
import { snapshotOf, uri } from '../../support/snapshot.ts';
import { seeds, worksheets } from '../../support/worksheet-arbitraries.ts';

/** Looks at documents with one knowledge; what it found out about one version is taken over to the next. */
class Looker {
  readonly #knowledge: Knowledge;
  readonly #knows: KnowsQuestion;

  constructor(knowledge: Knowledge) {
    this.#knowledge = rememberMatches(knowledge);
    this.#knows = (text) => {
      const match = this.#knowledge.match({ text, section: [], kind: 'open' });
      return match && { kind: match.question.kind, verbatim: match.score >= 0.9 };
    };
  }

  at(text: string): Snapshot {
    const first = snapshotOf(text, this.#knowledge);
    return isKnowledge(first) ? first : this.#look(parseMarkdown(text), null);
  }

  after(before: Snapshot, edits: readonly Edit[]): Snapshot {
    if (isKnowledge(before)) return this.at(applyEdits(before.document.text, edits));
    return this.#look(updateMarkdown(before.document, edits), before.worksheet);
  }

  #look(document: Snapshot['document'], previous: Snapshot['worksheet'] | null): Snapshot {
    const worksheet = readWorksheet(document, { knows: this.#knows, declared: null }, previous);
    return createSnapshot(uri, 1, document, worksheet, this.#knowledge, { assistance: 'answers' });
  }
}

/** An open glossary or key is part of what is known: its own reading starts anew each time. */
const isKnowledge = ({ worksheet }: Snapshot) => worksheet.role === 'glossary' || worksheet.role === 'key';

/** What a finding says about what, wherever that stands. */
const identity = ({ rule, message, question }: Finding) => `${rule}: ${message} (${question?.text})`;

/** What a finding is about: where a fix changes words that another finding quotes, that is no new finding. */
const subject = ({ rule, question }: Finding) => `${rule} (${question?.text})`;

const same = (found: readonly Finding[], wanted: Finding, by: (finding: Finding) => string) =>
  found.filter((each) => by(each) === by(wanted)).length;

/** All that a person is offered for a finding. */
function offers(snapshot: Snapshot, finding: Finding): { title: string; edits: readonly Edit[] }[] {
  const off = disableRule(snapshot.document, finding.rule);
  return [
    ...fixesOf(snapshot, finding),
    { title: 'Ignore', edits: ignoreHere(snapshot.document, finding.rule, finding.span.start) },
    { title: 'Turn off', edits: off ? [off] : [] },
  ].filter(({ edits }) => edits.length > 0);
}

/** Takes each offer for each finding: it is gone then, and nothing new is found. Counts what was taken. */
function assertMends(looker: Looker, text: string): number {
  const before = looker.at(text);
  const found = findings(before);
  let taken = 0;
  for (const finding of found) {
    const { start, end } = finding.span;
    assert.ok(0 <= start && start <= end && end <= text.length, `${identity(finding)} is at ${start} to ${end}`);
    for (const { title, edits } of offers(before, finding)) {
      const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      sorted.forEach(({ span }, index) => {
        assert.ok((sorted[index - 1]?.span.end ?? 0) <= span.start && span.end <= text.length, `${title} overlaps`);
      });
      const after = looker.after(before, edits);
      const left = findings(after);
      const shown = `${title}, for ${identity(finding)}\n${text}\n-->\n${after.document.text}`;
      assert.ok(same(left, finding, identity) < same(found, finding, identity), `Not gone: ${shown}`);
      // A question that a fix adds has no answer yet.
      const asked = new Set(before.worksheet.questions.map((question) => question.text));
      for (const each of left.filter(({ rule, question }) => rule !== 'unanswered' || asked.has(question!.text)))
        assert.ok(same(left, each, subject) <= same(found, each, subject), `New: ${identity(each)}\n${shown}`);
      taken++;
    }
  }
  return taken;
}

/** Files with Markdown in a folder, its folders included; relative to the project. */
function markdownIn(folder: string): string[] {
  const root = path.resolve(import.meta.dirname, '../../..', folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(root, file))
    .sort();
}

describe('each fix of each finding mends it, and nothing new is found', () => {
  const plain = new Looker(noKnowledge);
  const some = new Looker(someKnowledge);
  const builtIn = new Looker(knowledgeLibrary.combine([]));

  for (const { id, examples } of rules)
    it(`in the examples of ${id}`, () => {
      for (const { markdown } of examples) {
        const { text } = withSpans(markdown);
        assert.ok(assertMends(plain, text) + assertMends(builtIn, text) > 0 || id === 'document-limit');
      }
    });

  for (const folder of [
    'test/fixtures/layouts',
    'test/editor/fixtures',
    'examples',
    '../shared/seeds',
    '../shared/corpus',
  ])
    it(`in ${folder}`, function () {
      const files = markdownIn(folder);
      if (files.length === 0) {
        skip(this, `there is no ${folder}.`);
      }
      for (const file of files) assertMends(builtIn, readFileSync(file, 'utf8'));
    }).timeout(600_000);

  for (const seed of seeds)
    it(`in any worksheet (seed ${seed})`, () => {
      fc.assert(
        fc.property(worksheets, ({ text }) => {
          assertMends(some, text);
        }),
        { seed, numRuns: 40 },
      );
    }).timeout(300_000);
});
