import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { RuleLevels } from '../../server/src/features/rules-in-force.ts';
import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import type { Knowledge } from '../../server/src/knowledge/model.ts';
import { parseGlossary } from '../../server/src/knowledge/parse-glossary.ts';
import { parseAnswerKey } from '../../server/src/knowledge/parse-key.ts';
import { parseMarkdown, SharedPieces } from '../../server/src/markdown/document.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { createWorksheetService, type ServiceOptions, type WorksheetService } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { Assistance } from '../../server/src/worksheet/model.ts';
import { questionGroups } from '../../server/src/worksheet/placed-question.ts';
import { noKnowledge, shippedKnowledge, someKnowledge } from '../support/knowledge.ts';
import { withSpans } from '../support/marked-text.ts';
import { uri as openUri, withOwn } from '../support/snapshot.ts';
import { filledWorksheets, seeds, worksheets } from '../support/worksheet-arbitraries.ts';

/** How many worksheets are tried with each seed; more where somebody has the time. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

/** What each rule is about, to start from and to paste from. */
const examples = rules.flatMap((rule) => rule.examples.map(({ markdown }) => withSpans(markdown).text));
const exampleLines = [...new Set(examples.flatMap((text) => text.split('\n')))].map((line) => `${line}\n`);

const start = fc.oneof(
  { weight: 3, arbitrary: worksheets.map(({ text }) => text) },
  { weight: 1, arbitrary: filledWorksheets.map(({ text }) => text) },
  { weight: 1, arbitrary: filledWorksheets.map(({ text }) => `---\nworksheets: key\n---\n${text}`) },
  { weight: 3, arbitrary: fc.constantFrom(...examples) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...examples), worksheets).map(([one, { text }]) => one + text) },
);

const typed = [
  ...[
    'a',
    ' ',
    '?',
    '.',
    '\n',
    '\n\n',
    '\r\n',
    '-',
    '- ',
    '1. ',
    '> ',
    '# ',
    '    ',
    '**',
    '`',
    '____',
    'A: ',
    '| a | b |\n',
  ],
  ...['```\n', '<!--', '-->', '---\n', '[a]: /x\n', '[a]'],
  ...[
    'TODO',
    'a number?',
    'prot number',
    'Port number',
    'Socket.io',
    'WebSocekt',
    'a hub, a switch',
    'What is a port? ',
  ],
  ...['\n1. What is a port?\n', '\n### What is a port?\n\nA number of 16 bits.\n\n', '## Part 2\n\n'],
  ...[
    '<!-- worksheets-disable -->\n',
    '<!-- worksheets-disable-next-line unanswered -->\n',
    '<!-- worksheets-enable -->\n',
  ],
  ...['---\nworksheets: worksheet\n---\n', '---\nworksheets:\n  disable: [unanswered]\n---\n', 'worksheets: off\n'],
];

/** A change, and whether somebody looks at the document then. */
interface Edit {
  /** Where, as a share of the text's length. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly looks: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(0, 1) },
    { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(4) }, fc.nat(80)),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...typed) },
    { weight: 2, arbitrary: fc.constantFrom(...exampleLines) },
    { weight: 2, arbitrary: fc.constant('') },
  ),
  looks: fc.boolean(),
});

/** A service to be made, in few words: those of an example that fails. */
interface Setup {
  /** One of {@link shared}, or else the text of the only key. */
  readonly knowledge: string;
  readonly assistance: Assistance;
  readonly rules: RuleLevels;
  readonly declared: boolean | null;
}

const shared: ReadonlyMap<string, Knowledge> = new Map([
  ['shipped', shippedKnowledge],
  ['some', someKnowledge],
  ['none', noKnowledge],
]);

const setup: fc.Arbitrary<Setup> = fc.record({
  knowledge: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('shipped', 'shipped', 'some', 'none') },
    { weight: 1, arbitrary: filledWorksheets.map(({ text }) => `---\nworksheets: key\n---\n${text}`) },
  ),
  assistance: fc.constantFrom('answers', 'answers', 'hints', 'off'),
  rules: fc.constantFrom<RuleLevels>({}, {}, { unanswered: 'warning', 'term-style': 'off' }),
  declared: fc.constantFrom(null, null, true),
});

const glossary = parseGlossary(
  'file:///course/class.glossary.md',
  parseMarkdown(
    '---\nworksheets: glossary\n---\n# Class\n\n## Hub\nRepeats frames.\n- Aliases: repeater\n\n## Frame\nA piece.\n',
  ),
);

const keyUri = 'file:///course/class.key.md';

/** What a service starts with, made from its setup. */
function optionsOf({ knowledge, assistance, rules: levels, declared }: Setup): ServiceOptions {
  const own = () => createKnowledge([glossary], [parseAnswerKey(keyUri, parseMarkdown(knowledge))]);
  return {
    knowledge: shared.get(knowledge) ?? own(),
    settings: { assistance, rules: levels, isDeclared: () => declared },
  };
}

/** All that is said about a document without being asked about a place in it. */
const seen = (service: WorksheetService, uri = openUri) => ({
  text: service.document(uri)!.text,
  diagnostics: service.diagnostics(uri),
  outline: service.outline(uri),
  overview: service.overview(uri),
  symbols: service.documentSymbols(uri),
  lenses: service.codeLenses(uri),
  folds: service.foldingRanges(uri),
  marks: service.previewMarks(uri),
  links: service.documentLinks(uri),
  next: service.nextUnanswered(uri, { line: 3, character: 0 }),
  fixAll: service.fixAll(uri),
});

describe('a worksheet that has been edited', () => {
  const reported = new Set<unknown>();
  after(() => console.log(`    (${reported.size} of ${rules.length} rules reported something)`));

  for (const seed of seeds)
    it(`is seen as one that was opened as it is now, with the seed ${seed}`, () => {
      fc.assert(
        fc.property(
          start,
          fc.array(edit, { minLength: 1, maxLength: 10 }),
          setup,
          setup,
          (text, edits, first, second) => {
            let inForce = optionsOf(first);
            let known = inForce.knowledge;
            const service = createWorksheetService(inForce);
            let version = 1;
            const uri = openUri;
            const look = () => {
              const role = service.worksheet(uri)!.role;
              const knowledge = withOwn(service.document(uri)!, role, inForce.knowledge);
              if (knowledge !== known) service.setKnowledge(knowledge);
              known = knowledge;
              const anew = createWorksheetService({ ...inForce, knowledge });
              anew.open(uri, version, service.document(uri)!.text);
              const [now, expected] = [seen(service), seen(anew)];
              if (!isDeepStrictEqual(now, expected)) assert.deepEqual(now, expected);
              for (const { code } of now.diagnostics) reported.add(code);
            };
            service.open(uri, version, text);
            look();
            edits.forEach(({ at, length, text: newText, looks }, index) => {
              const before = service.document(uri)!.text;
              const from = Math.floor(at * before.length);
              const lines = LineIndex.of(before);
              const range = {
                start: lines.positionAt(from),
                end: lines.positionAt(Math.min(from + length, before.length)),
              };
              service.change(uri, ++version, [{ range, text: newText }]);
              if (index === 5) {
                inForce = optionsOf(second);
                service.setSettings(inForce.settings);
              }
              if (looks) look();
            });
            look();
          },
        ),
        { seed, numRuns: RUNS },
      );
    }).timeout(0);
});

describe('the worksheets of a class', () => {
  let common = 0;
  after(() => console.log(`    (${common} questions in common)`));

  for (const seed of seeds)
    it(`are each seen as if it were alone, with the seed ${seed}`, () => {
      fc.assert(
        fc.property(
          start,
          fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 3, maxLength: 8 }),
          setup,
          (text, edits, first) => {
            const options = optionsOf(first);
            // A key, and copies of it, may be among them.
            const base = shared.has(first.knowledge) ? text : first.knowledge;
            const service = createWorksheetService({ ...options, shared: new SharedPieces() });
            const texts = new Map(
              edits.map((own, index) => [index === 2 ? keyUri : `file:///course/${index}.md`, editedBy(base, own)]),
            );
            const questions = new Set<unknown>();
            const look = (uri: string, version: string) => {
              const alone = createWorksheetService(options);
              alone.open(uri, 1, version);
              const [now, expected] = [seen(service, uri), seen(alone, uri)];
              if (!isDeepStrictEqual(now, expected)) assert.deepEqual(now, expected);
            };
            for (const [uri, version] of texts) {
              service.open(uri, 1, version);
              look(uri, version);
              for (const { question } of questionGroups(service.worksheet(uri)!).flatMap((group) => group.questions)) {
                if (questions.has(question)) common++;
                questions.add(question);
              }
            }
            for (const [uri, version] of texts) look(uri, version);
          },
        ),
        { seed, numRuns: RUNS / 2 },
      );
      assert.ok(common > 0);
    }).timeout(0);
});

function editedBy(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { at, length, text: newText }) => {
    const from = Math.floor(at * before.length);
    return before.slice(0, from) + newText + before.slice(from + length);
  }, text);
}
