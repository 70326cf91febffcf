import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { nextUnanswered } from '../../../server/src/features/next-unanswered.ts';
import { outline } from '../../../server/src/features/outline.ts';
import { strictest } from '../../../server/src/features/snapshot.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { keyUri, someKnowledge } from '../../support/knowledge.ts';
import { withCursor } from '../../support/marked-text.ts';
import { snapshotOf, uri, version } from '../../support/snapshot.ts';

/** Not only to be told no more. */
const mends = ({ title }: CodeAction) => !/^(?:Ignore|Turn off) /.test(title);

const front = '---\nworksheets: worksheet\n---\n\n';

describe('code actions', () => {
  function actionsAt(marked: string, reported: readonly Diagnostic[] = [], assistance: Assistance = 'answers') {
    const { text, position } = withCursor(front + marked);
    const actions = codeActions(
      snapshotOf(text, someKnowledge, { assistance }),
      { start: position, end: position },
      reported,
    );
    return actions.filter(mends);
  }

  const places: [name: string, marked: string][] = [
    ['on the question', '1. What is a p<|>ort?\n   -\n'],
    ['in its slot', '1. What is a port?\n   -<|>\n'],
    ['on a blank line below', '### What is a port?\n\n<|>\n'],
  ];
  for (const [name, marked] of places)
    it(`offers to answer ${name}`, () => {
      const [first, ...more] = actionsAt(marked);
      assert.deepEqual([first!.title, first!.isPreferred], ['Answer from "Ports and hubs"', true]);
      assert.ok(more.every(({ isPreferred }) => !isPreferred));
    });

  it('has edits for exactly this version of this document', () => {
    for (const { edit, kind } of actionsAt('1. What is a port?\n   -<|>\n')) {
      const [change, ...more] = edit!.documentChanges as TextDocumentEdit[];
      assert.deepEqual(change!.textDocument, { uri, version });
      assert.deepEqual(more, []);
      assert.equal(kind, 'quickfix');
      assert.equal(edit!.changes, undefined);
    }
  });

  it('names the diagnostics that a fix mends, and no others', () => {
    const { text, position } = withCursor(`${front}1. What is a p<|>ort?\n   -\n2. What is a hub?\n   - a box?\n`);
    const snapshot = snapshotOf(text, someKnowledge);
    const all = diagnostics(snapshot);
    assert.deepEqual(
      all.map(({ code }) => code),
      ['unanswered', 'unsure-answer'],
    );
    const elsewhere = { ...all[0]!, code: 'spelling', source: 'dictionary' };
    const [action] = codeActions(snapshot, { start: position, end: position }, [elsewhere, ...all]);
    assert.deepEqual(action!.diagnostics, [all[0]]);
  });

  it('offers nothing elsewhere', () => {
    for (const marked of [
      '# Po<|>rts\n\n1. What is a port?\n',
      '1. What is a yak?<|>\n',
      '1. What is a port?\n   - A number.<|>\n',
    ])
      assert.deepEqual(actionsAt(marked), [], marked);
  });

  for (const assistance of ['hints', 'off'] as const)
    it(`reveals nothing with assistance "${assistance}"`, () =>
      assert.deepEqual(actionsAt('1. What is a port?\n   -<|>\n', [], assistance), []));

  it('covers all findings of a selection', () => {
    const text = `${front}1. What is a port?\n   -\n2. What is a hub?\n   - a box?\n`;
    const snapshot = snapshotOf(text, someKnowledge);
    const end = snapshot.document.lines.positionAt(text.length);
    const titles = codeActions(snapshot, { start: { line: 0, character: 0 }, end }, [])
      .filter(mends)
      .map(({ title }) => title);
    assert.deepEqual(titles, [
      'Answer from "Ports and hubs"',
      'Answer with key points to fill in',
      'Remove the question mark',
    ]);
  });
});

describe('diagnostics', () => {
  it('stand at the question, in document order, with code and source', () => {
    const text = `${front}1. What is a hub?\n   - a box?\n2. **What is a 🚪?**\n`;
    const [unsure, blank] = diagnostics(snapshotOf(text));
    assert.deepEqual([unsure!.code, blank!.code], ['unsure-answer', 'unanswered']);
    assert.deepEqual(blank, {
      range: { start: { line: 6, character: 5 }, end: { line: 6, character: 18 } },
      severity: 3,
      source: 'worksheets',
      code: 'unanswered',
      message: 'Not answered yet.',
    });
  });

  it('lead to the page of their rule where the pages can be opened', () => {
    const [blank] = diagnostics(
      snapshotOf(`${front}1. What is a hub?\n`, someKnowledge, {
        assistance: 'answers',
        ruleDocs: 'file:///docs/rules/',
      }),
    );
    assert.deepEqual(blank!.codeDescription, { href: 'file:///docs/rules/unanswered.md' });
  });

  it('lead to the key where it may be seen, and to other places in any case', () => {
    const text = `${front}1. What is a hub?\n`;
    const rule: Rule = {
      ...{ id: 'places', severity: 'hint', summary: '', explanation: '', examples: [] },
      checkQuestion: (_, question) => [
        {
          ...{ rule: 'places', severity: 'hint', span: question.span, message: 'Look there.', question },
          related: [
            { uri, line: 0, message: 'Here' },
            { uri: keyUri, line: 9, message: 'The key' },
          ],
          unnecessary: true,
        },
      ],
    };
    const related = (assistance: Assistance) => {
      const [finding] = diagnostics({ ...snapshotOf(text, someKnowledge, { assistance }), rules: [rule] });
      assert.deepEqual(finding!.tags, [1]);
      return finding!.relatedInformation?.map(({ location, message }) => [location.uri, message]);
    };
    assert.deepEqual(related('answers'), [
      [uri, 'Here'],
      [keyUri, 'The key'],
    ]);
    assert.deepEqual(related('hints'), [[uri, 'Here']]);
  });

  it('speak of front matter that cannot be understood, and of the questions still', () => {
    const text = '---\nworksheets: { role: worksheet, assistance: much }\n---\n\n1. What is a hub?\n';
    assert.deepEqual(
      diagnostics(snapshotOf(text)).map(({ code }) => code),
      ['front-matter', 'unanswered'],
    );
  });
});

describe('the next unanswered question', () => {
  const text = `${front}1. What is a bit?\n   - Two states.\n2. What is a port?\n   -\n3. What is a hub?\n   - TODO\n4. What is a yak?\n`;
  const next = (line: number, character = 0) => nextUnanswered(snapshotOf(text), { line, character });
  const at = (line: number, character: number, end = character) => ({
    start: { line, character },
    end: { line, character: end },
  });

  it('is the first below the cursor', () => assert.deepEqual(next(0), at(7, 4)));
  it('is another one from where it leads to', () => assert.deepEqual(next(7, 4)?.start.line, 9));
  it('is the question itself where there is no mark to write behind', () =>
    assert.deepEqual(next(9, 9), at(10, 3, 17)));
  it('starts again at the top', () => assert.deepEqual(next(10, 17), at(7, 4)));
  it('is none where all are answered', () => {
    const done = snapshotOf(`${front}1. What is a bit?\n   - Two states.\n`);
    assert.equal(nextUnanswered(done, { line: 0, character: 0 }), null);
  });

  it('is one whose answer is doubted, too: behind that answer', () => {
    const doubted = snapshotOf(`${front}1. What is a bit?\n   - two states?\n2. What is a port?\n   - A number.\n`);
    assert.deepEqual(nextUnanswered(doubted, { line: 7, character: 0 }), at(5, 16));
  });

  it('visits every open question once before it comes back', () => {
    const snapshot = snapshotOf(text);
    const visited: number[] = [];
    let position = { line: 0, character: 0 };
    for (let step = 0; step < 4; step++) {
      position = nextUnanswered(snapshot, position)!.start;
      visited.push(position.line);
    }
    assert.deepEqual(visited, [7, 9, 10, 7]);
  });
});

describe('the previous unanswered question', () => {
  const text = `${front}1. What is a port?\n   -\n2. What is a bit?\n   - Two states.\n3. What is a hub?\n   - TODO\n4. What is a yak?\n\n\n# The end\n`;
  const previous = (line: number, character = 0) =>
    nextUnanswered(snapshotOf(text), { line, character }, 'previous')?.start.line;

  it('is the last above the cursor', () => assert.equal(previous(8), 5));
  it('is another one from anywhere in the place for an answer', () => {
    assert.equal(previous(9, 9), 5);
    assert.equal(previous(10, 17), 9);
    assert.equal(previous(11), 9);
  });
  it('starts again at the end', () => {
    assert.equal(previous(5, 4), 10);
    assert.equal(previous(0), 10);
  });
  it('is another one from behind an answer that is doubted', () => {
    const doubted = snapshotOf(`${front}1. What is a port?\n   -\n2. What is a hub?\n   - a box?\n`);
    assert.equal(nextUnanswered(doubted, { line: 7, character: 12 }, 'previous')?.start.line, 5);
  });

  it('goes the way back that next came', () => {
    const snapshot = snapshotOf(text);
    const there = [5, 9, 10, 5];
    let position = { line: 0, character: 0 };
    for (const line of there) {
      position = nextUnanswered(snapshot, position)!.end;
      assert.equal(position.line, line);
    }
    for (const line of [10, 9, 5]) {
      position = nextUnanswered(snapshot, position, 'previous')!.end;
      assert.equal(position.line, line);
    }
  });
});

describe('the outline', () => {
  it('counts lines from one and says what each question was recognised as', () => {
    const text = `${front}### What is a port?\n\nA number of 16 bits\nthat tells the processes of a host apart.\n\n### What is a yak?\n\n### A hub has ____ sides.\n\nTBD\n`;
    const { worksheet, questions } = outline(snapshotOf(text, someKnowledge));
    assert.equal(worksheet, true);
    assert.deepEqual(
      questions.map(({ line, text, kind, status, answerLines, match }) => [
        line,
        text,
        kind,
        status,
        answerLines,
        match?.question,
      ]),
      [
        [5, 'What is a port?', 'open', 'answered', [7, 8], 'What is a port?'],
        [10, 'What is a yak?', 'open', 'blank', null, undefined],
        [12, 'A hub has ____ sides.', 'fill-in', 'placeholder', [14, 14], undefined],
      ],
    );
    assert.equal(questions[0]!.match!.key, 'Ports and hubs');
    assert.ok(questions[0]!.coverage! > 0.5 && questions[0]!.coverage! <= 1);
    assert.equal(questions[1]!.coverage, null);
  });

  it('is empty for a page that is no worksheet', () =>
    assert.deepEqual(outline(snapshotOf('# Pumps\n\nThey run.\n')), {
      worksheet: false,
      reasons: ['too few questions with room for answers'],
      questions: [],
    }));
});

describe('assistance', () => {
  it('is the least that anybody allows', () => {
    assert.equal(strictest('answers', null), 'answers');
    assert.equal(strictest('answers', 'hints'), 'hints');
    assert.equal(strictest('off', 'answers'), 'off');
    assert.equal(strictest(), 'answers');
  });
});
