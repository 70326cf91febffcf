import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type CodeAction, TextDocumentEdit, type TextEdit } from 'vscode-languageserver-types';
import { createWorksheetService, type WorksheetService } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';
import { seeds } from '../support/worksheet-arbitraries.ts';
import { type Change, editsOf, markdown, steps } from './markdown-arbitraries.ts';

const root = path.resolve(import.meta.dirname, '../..');
const uri = 'file:///course/reading-3.md';
const knowledge = knowledgeLibrary.combine([]);

/** Longer texts are cut, in UTF-16 code units. */
const LONGEST = 20_000;
/** A request that takes so many milliseconds at that length counts as a hang. */
const HANG = 200;

/** How many documents are tried with each seed; more where somebody has the time. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

/** Worksheets of the project, and those that lie beside it, if any. */
const written = [
  'examples',
  'test/fixtures/layouts',
  '../shared/seeds',
  '../shared/corpus/websocket',
  '../shared/corpus/other',
]
  .map((folder) => path.join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(file, 'utf8').slice(0, LONGEST));

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array));
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...written) },
  { weight: 2, arbitrary: markdown },
  { weight: 1, arbitrary: bytes },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
);

type Ask<Answer> = (service: WorksheetService, at: { line: number; character: number }) => Answer;
const everywhere = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } };

/** A request that offers nothing to try. */
const just =
  (look: Ask<unknown>): Ask<readonly CodeAction[]> =>
  (service, at) => {
    look(service, at);
    return [];
  };

/** What may be asked about a place; the actions that come back are tried. */
const asks: Record<string, Ask<readonly CodeAction[]>> = {
  hover: just((service, at) => service.hover(uri, at)),
  completion: just((service, at) => service.completion(uri, at, null)),
  'ghost text': just((service, at) => service.inlineCompletion(uri, at)),
  definition: just((service, at) => service.definition(uri, at)),
  references: just((service, at) => service.references(uri, at, true)),
  highlights: just((service, at) => service.documentHighlights(uri, at)),
  links: just((service) => service.documentLinks(uri)),
  outline: just((service) => service.outline(uri)),
  'blank worksheet': just((service) => service.blankWorksheet(uri)),
  'next unanswered': just((service, at) => service.nextUnanswered(uri, at)),
  'fixes here': (service, at) => service.codeActions(uri, { start: at, end: at }, []),
  'fixes everywhere': (service) => service.codeActions(uri, everywhere, service.diagnostics(uri)),
};

/** Fails for an edit outside the text, and for one that meets another. */
function assertApplies(text: string, edits: readonly TextEdit[]): void {
  const lines = LineIndex.of(text);
  let end = 0;
  const spans = edits.map(({ range }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    range,
  }));
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    assertInside(lines, span.range);
    assert.ok(span.start >= end, 'edits do not overlap');
    assert.ok(span.end >= span.start);
    end = span.end;
  }
}

function assertInside(lines: LineIndex, range: TextEdit['range']): void {
  for (const position of [range.start, range.end])
    assert.deepEqual(lines.positionAt(lines.offsetAt(position)), position, 'a position of the text');
}

let slowest = { milliseconds: 0, what: '' };

/** Milliseconds of processor time that something takes: other programs do not count. */
function cost<T>(run: () => T): [result: T, milliseconds: number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** Runs what may not hang. What takes long is tried again: the first time it may be a compiler at work. */
function timed<T>(what: string, run: () => T, again: () => unknown): T {
  let [result, milliseconds] = cost(run);
  for (let attempt = 0; milliseconds > HANG && attempt < 4; attempt++)
    milliseconds = Math.min(milliseconds, cost(again)[1]);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, what };
  assert.ok(milliseconds <= HANG, `${what} takes ${milliseconds.toFixed(0)} ms`);
  return result;
}

function open(text: string): WorksheetService {
  const service = createWorksheetService({ knowledge, settings: { assistance: 'answers' } });
  service.open(uri, 1, text);
  return service;
}

const rangesOf = (service: WorksheetService) => service.diagnostics(uri).map(({ range }) => range);

describe('the service', () => {
  after(() =>
    console.log(
      `    (${written.length} written documents; slowest: ${slowest.what}, ${slowest.milliseconds.toFixed(0)} ms)`,
    ),
  );

  for (const seed of seeds)
    it(`answers about any text and its edits, with the seed ${seed}`, () => {
      fc.assert(
        fc.property(
          anything,
          steps(12),
          fc.array(fc.tuple(fc.constantFrom(...Object.keys(asks)), fc.double({ min: 0, max: 1, noNaN: true })), {
            minLength: 3,
            maxLength: 12,
          }),
          (start, changes, requests) => {
            let text = start;
            const service = open(text);
            let version = 1;
            const look = () => {
              const lines = LineIndex.of(text);
              for (const range of timed(
                'findings',
                () => rangesOf(service),
                () => rangesOf(open(text)),
              ))
                assertInside(lines, range);
              requests.forEach(([name, share]) => {
                const at = lines.positionAt(Math.floor(share * (text.length + 1)));
                const ask = () => asks[name]!(service, at);
                for (const { edit } of timed(name, ask, ask))
                  for (const change of edit?.documentChanges ?? [])
                    if (TextDocumentEdit.is(change)) assertApplies(text, change.edits as TextEdit[]);
              });
            };
            look();
            for (const step of changes) {
              if (step === 'undo') continue;
              for (const { span, newText } of [...editsOf(text, step as readonly Change[])].sort(
                (a, b) => b.span.start - a.span.start,
              )) {
                const lines = LineIndex.of(text);
                const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
                const { start: from, end: to } = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
                timed(
                  'an edit',
                  () => service.change(uri, ++version, [{ range, text: newText }]),
                  () => open(text),
                );
                text = text.slice(0, from) + newText + text.slice(to);
              }
              assert.equal(service.document(uri)!.text, text);
            }
            look();
          },
        ),
        { seed, numRuns: RUNS },
      );
    }).timeout(240_000);
});
