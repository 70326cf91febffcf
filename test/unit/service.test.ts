import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { createWorksheetService, type WorksheetService } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { noKnowledge, someKnowledge } from '../support/knowledge.ts';
import { seeds, worksheets } from '../support/worksheet-arbitraries.ts';

const uri = 'file:///course/reading-3.md';
const origin = { line: 0, character: 0 };

function serve(text: string, knowledge = someKnowledge): WorksheetService {
  const service = createWorksheetService({ knowledge, settings: { assistance: 'answers' } });
  service.open(uri, 1, text);
  return service;
}

/** All that is said about a document as a whole. */
const view = (service: WorksheetService) => ({
  text: service.document(uri)?.text,
  diagnostics: service.diagnostics(uri),
  outline: service.outline(uri),
  next: service.nextUnanswered(uri, origin),
});

/** A change as LSP sends it: UTF-16 positions in the text before it. */
function change(text: string, start: number, end: number, newText: string): TextDocumentContentChangeEvent {
  const lines = LineIndex.of(text);
  return { range: { start: lines.positionAt(start), end: lines.positionAt(end) }, text: newText };
}

describe('changes', () => {
  it('in sequence make what opening the final text makes', () => {
    const steps: [find: string, newText: string][] = [
      ['A number.', 'A number of 16 bits.'],
      ['2. What is a hub?\n', '2. What is a 🚪?\n   - A door 🚪.\n3. What is a hub?\n'],
      ['   - A door 🚪.\n', ''],
      ['# Networks\n\n', ''],
      ['What is a 🚪?', 'A switch keeps a ____ of addresses.'],
      ['1. What is a port?\n', '---\nworksheets: off\n---\n'],
      ['off', 'worksheet'],
    ];
    let text =
      '# Networks\n\n1. What is a port?\n   - A number.\n2. What is a hub?\n   -\n3. What is a bit?\n   - TODO\n';
    const service = serve(text);
    steps.forEach(([find, newText], index) => {
      const start = text.indexOf(find);
      assert.ok(start >= 0, `${JSON.stringify(find)} in ${JSON.stringify(text)}`);
      service.change(uri, index + 2, [change(text, start, start + find.length, newText)]);
      text = text.slice(0, start) + newText + text.slice(start + find.length);
      assert.deepEqual(view(service), view(serve(text)), `step ${index}`);
    });
  });

  it('of one message apply one after the other', () => {
    const text = '1. What is a port?\n2. What is a hub?\n3. What is a bit?\n';
    const service = serve(text);
    service.change(uri, 2, [
      { range: { start: { line: 0, character: 18 }, end: { line: 0, character: 18 } }, text: '\n   - A number.' },
      { range: { start: { line: 2, character: 17 }, end: { line: 2, character: 17 } }, text: '\n   - A box.' },
    ]);
    assert.deepEqual(
      service.outline(uri)!.questions.map(({ status }) => status),
      ['answered', 'answered', 'blank'],
    );
  });

  it('of the whole text need no range', () => {
    const service = serve('1. What is a port?\n');
    const text = 'Q: What is a hub?\nA:\n';
    service.change(uri, 2, [{ text }]);
    assert.deepEqual(view(service), view(serve(text)));
  });

  it('count positions in UTF-16', () => {
    const text = '---\nworksheets: worksheet\n---\n\n1. What is a 👩‍🚀?\n   - 🚀🚀\n2. What is a 🚪?\n';
    const service = serve(text);
    const [blank] = service.diagnostics(uri);
    assert.deepEqual(blank!.range, { start: { line: 6, character: 3 }, end: { line: 6, character: 16 } });
    // Two emoji are four code units.
    service.change(uri, 2, [
      { range: { start: { line: 5, character: 7 }, end: { line: 5, character: 9 } }, text: ' and beyond' },
    ]);
    assert.equal(service.document(uri)!.text, text.replace('🚀🚀', '🚀 and beyond'));
    assert.deepEqual(view(service), view(serve(service.document(uri)!.text)));
  });

  it('count CRLF as one line end', () => {
    const text = '1. What is a door?\r\n   - A number.\r\n2. What is a hub?\r\n   -\r\n3. What is a bit?\r\n';
    const service = serve(text);
    assert.deepEqual(
      service.diagnostics(uri).map(({ range }) => range),
      [
        { start: { line: 2, character: 3 }, end: { line: 2, character: 17 } },
        { start: { line: 4, character: 3 }, end: { line: 4, character: 17 } },
      ],
    );
    service.change(uri, 2, [
      { range: { start: { line: 3, character: 4 }, end: { line: 3, character: 4 } }, text: ' A box.' },
    ]);
    assert.deepEqual(view(service), view(serve(text.replace('   -\r\n', '   - A box.\r\n'))));
  });

  for (const seed of seeds)
    it(`of any kind leave what opening the text makes (seed ${seed})`, function () {
      this.timeout(60_000);
      const edits = fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.nat(8),
          newText: fc.constantFrom(
            '',
            'a',
            '?',
            '\n',
            '🚪',
            ' - ',
            '\n1. What is a port?\n',
            '____',
            '\r\n',
            '```\n',
            '# ',
          ),
        }),
        { minLength: 1, maxLength: 6 },
      );
      fc.assert(
        fc.property(worksheets, edits, ({ text }, todo) => {
          const service = serve(text);
          let current = text;
          todo.forEach(({ at, length, newText }, index) => {
            const lines = LineIndex.of(current);
            // As positions have it: not inside a line break.
            const place = (offset: number) => lines.offsetAt(lines.positionAt(offset));
            const start = place(Math.floor(at * current.length));
            const end = Math.max(start, place(Math.min(current.length, start + length)));
            service.change(uri, index + 2, [change(current, start, end, newText)]);
            current = current.slice(0, start) + newText + current.slice(end);
            assert.deepEqual(view(service), view(serve(current)), JSON.stringify(current));
          });
        }),
        { seed, numRuns: 60 },
      );
    });
});

describe('documents', () => {
  it('have the version they were last changed to', () => {
    const service = serve('1. What is a port?\n');
    assert.equal(service.version(uri), 1);
    service.change(uri, 5, [{ text: '' }]);
    assert.equal(service.version(uri), 5);
  });

  it('that are not open have nothing', () => {
    const service = serve('1. What is a port?\n');
    service.close(uri);
    for (const closed of [uri, 'file:///course/other.md']) {
      service.change(closed, 2, [{ text: 'text' }]);
      assert.deepEqual(
        [service.version(closed), service.document(closed), service.worksheet(closed), service.outline(closed)],
        [null, null, null, null],
      );
      assert.deepEqual([service.hover(closed, origin), service.nextUnanswered(closed, origin)], [null, null]);
      assert.deepEqual(service.diagnostics(closed), []);
      assert.deepEqual(service.completion(closed, origin, null), []);
      assert.deepEqual(service.codeActions(closed, { start: origin, end: origin }, []), []);
    }
  });

  it('do not disturb each other', () => {
    const service = serve('1. What is a port?\n2. What is a hub?\n3. What is a bit?\n');
    const before = view(service);
    service.open('file:///course/other.md', 1, '# Pumps\n');
    service.change('file:///course/other.md', 2, [{ text: '1. What is a pump?\n' }]);
    service.close('file:///course/other.md');
    assert.deepEqual(view(service), before);
  });

  it('of any text are read', () => {
    const texts = [
      '',
      '\n',
      '\r',
      '\uFEFF1. What is a port?\n',
      '---',
      '---\n---',
      '>',
      '- ',
      '____',
      '\0',
      '\uD83D',
      '| |\n|-|\n',
    ];
    for (const text of texts) assert.doesNotThrow(() => view(serve(text)), JSON.stringify(text));
  });

  it('of any Markdown are read', () => {
    const marks = fc.constantFrom(
      ...[
        '- ',
        '1. ',
        '> ',
        '# ',
        '**',
        '_',
        '____',
        '`',
        '```',
        '\n',
        '\r\n',
        '\t',
        '    ',
        'What is a port?',
        'A: ',
        'Q: ',
        '|',
        '---',
        '<h3>',
      ],
      ...['</h3>', '<!--', '[a](b)', '\\', 'TODO', 'a. b', '?', 'Takeaway 1:', '-', '>'],
    );
    for (const seed of seeds)
      fc.assert(
        fc.property(fc.array(marks, { maxLength: 30 }), (parts) => {
          const service = serve(`---\nworksheets: worksheet\n---\n${parts.join('')}`);
          for (const { range } of service.diagnostics(uri)) service.codeActions(uri, range, []);
          const { lines } = service.document(uri)!;
          for (let line = 0; line < lines.lineCount; line++) service.completion(uri, { line, character: 0 }, null);
        }),
        { seed, numRuns: 300 },
      );
  });
});

describe('a survey', () => {
  /** The last of the steps, and how many there were. */
  function surveyed(service: WorksheetService, text: string) {
    const steps = service.survey('file:///other.md', text, true);
    for (let count = 0; ; count++) {
      const step = steps.next();
      if (step.done) return { ...step.value, count };
    }
  }

  for (const [name, end] of [
    ['line feeds', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`reads page by page what is not open, and sees what an editor would show, with ${name}`, () => {
      const questions = Array.from({ length: 200 }, (_, index) => `## ${index}. What is a port?\n\n`);
      const text = `# Ports\n\n${questions.join('')}\`\`\`\n## What is code?\n`.replaceAll('\n', end);
      const service = serve(text);
      const { overview, diagnostics, count } = surveyed(service, text);
      assert.equal(overview?.length, 200);
      assert.deepEqual(overview, service.overview(uri));
      assert.deepEqual(diagnostics, service.diagnostics(uri));
      assert.ok(count > 4, `${count} steps`);
    });
  }
});

describe('knowledge and settings', () => {
  const text = '---\nworksheets: worksheet\n---\n\n1. What is a port?\n   -\n';
  const slot = { line: 5, character: 4 };
  const labels = (service: WorksheetService) => service.completion(uri, slot, null).map(({ label }) => label);

  it('count from the next request on', () => {
    const service = serve(text, noKnowledge);
    assert.deepEqual(labels(service), []);
    service.setKnowledge(someKnowledge);
    assert.deepEqual(labels(service), ['Answer', 'Short answer', 'Key points to write from']);
    service.setSettings({ assistance: 'hints' });
    assert.deepEqual(labels(service), []);
    service.setSettings({ assistance: 'answers' });
    service.setKnowledge(noKnowledge);
    assert.deepEqual(labels(service), []);
  });

  it('make a worksheet of what a key knows', () => {
    const notes =
      'A yak is an animal.\n\n## What is a port?\n\nA number.\n\n## Which steps does a hub take with a frame?\n\nTwo.\n';
    const service = serve(notes, noKnowledge);
    assert.equal(service.outline(uri)!.worksheet, false);
    service.setKnowledge(someKnowledge);
    assert.equal(service.outline(uri)!.worksheet, true);
    service.setKnowledge(noKnowledge);
    assert.deepEqual(view(service), view(serve(notes, noKnowledge)));
  });

  it('offer what was answered in another open worksheet', () => {
    const service = serve('---\nworksheets: worksheet\n---\n\n### What is a yak?\n\n', noKnowledge);
    service.open(
      'file:///course/class%2010.md',
      1,
      '---\nworksheets: worksheet\n---\n\n1. What is a yak?\n   - An animal.\n',
    );
    const items = service.completion(uri, { line: 6, character: 0 }, null);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Your answer in class 10.md'],
    );
  });
});
