import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { read } from '../../support/worksheet.ts';
import { keyAnswer, laidOut } from './key.ts';
import {
  findings,
  hoverOver,
  open,
  quickFixes,
  rangeOf,
  replace,
  reported,
  suggestions,
  takeFix,
  takeSuggestion,
  until,
  untilChanged,
  untilFindings,
} from './support.ts';

const handshake =
  'Describe the Web Socket request/response handshake and what happens once the connection is established.';
const fillIn =
  'Web Sockets provide a standardized way for the server to send content to a client without first receiving a ____ from that client.';
const ioOn = 'What does the event handler io.on() do?';
const proof = 'Describe some possible proof of life or proof that the code works as expected';
const socketIo = 'When would you use Socket.IO?';
const gist = 'Translate the gist of this video to a non-technical friend';
const goals = 'What are your learning goals after reading and reviewing the class README?';

interface Layout {
  readonly file: string;
  readonly findings: readonly string[];
  readonly hover: {
    /** Where the term stands. */
    readonly text: string;
    readonly says: RegExp;
    readonly source: string;
  };
  readonly answer: {
    /** An answer to take out first, and what is left in its place. */
    readonly clear?: readonly [answer: string, left: string];
    /** The question, as it is worded here and, if that differs, in the key. */
    readonly question: string;
    readonly key?: string;
    /** How far below the question the cursor stands, which is where the answer comes. */
    readonly below: number;
    /** How the first line of the answer starts, and how the others do. */
    readonly first: string;
    readonly further: string;
    /** Lines that come with the answer, to keep it apart from what follows. */
    readonly after?: readonly string[];
  };
  /** What is still reported after every quick fix was taken. */
  readonly left: readonly string[];
}

const layouts: readonly Layout[] = [
  {
    file: 'layouts/numbered-items.md',
    findings: [
      'unanswered: What is a Web Socket?',
      `unanswered: ${handshake}`,
      `unanswered: ${fillIn}`,
      `unanswered: ${ioOn}`,
      `unanswered: ${proof}`,
      'merged-questions: What does socket.emit() do?',
      'unanswered: What does socket.emit() do?',
      'missing-key-point: -in a chat with rooms, and without much work',
      'missing-key-point: -where both ends are mine and every byte counts',
      'stray-answer: Ann: "Can you hear me?"',
    ],
    hover: {
      text: 'Web Socket?',
      says: /^\*\*WebSocket\*\* · .*two-way connection/s,
      source: 'https://www.rfc-editor.org/rfc/rfc6455',
    },
    answer: { question: handshake, below: 1, first: '  - ', further: '    ' },
    left: [
      'missing-key-point: -in a chat with rooms, and without much work',
      'missing-key-point: -where both ends are mine and every byte counts',
    ],
  },
  {
    file: 'layouts/headings.md',
    findings: [
      'wrong-fill-in: question',
      'missing-key-point: For a game in the browser, because I need rooms and would rather not write them.',
    ],
    hover: {
      text: 'io.on()',
      says: /^\*\*io\.on\(\)\*\* · .*registers a listener/s,
      source: 'https://socket.io/docs/',
    },
    answer: {
      clear: ['For a game in the browser, because I need rooms and would rather not write them.', ''],
      question: socketIo,
      below: 2,
      first: '',
      further: '',
    },
    left: [],
  },
  {
    file: 'layouts/empty-headings.md',
    findings: [
      'missing-key-point: A way to keep talking to a server after the page has loaded.',
      `unanswered: ${handshake}`,
      `unanswered: ${ioOn}`,
      'placeholder-answer: TODO',
      `unanswered: ${gist}`,
      `unanswered: ${goals}`,
    ],
    hover: {
      text: 'Web Socket request/response handshake',
      says: /^\*\*Opening handshake\*\* · .*101 Switching Protocols/s,
      source: 'https://www.rfc-editor.org/rfc/rfc6455',
    },
    answer: { question: ioOn, below: 2, first: '', further: '', after: [''] },
    // No key can know what is in "this video" below a heading that does not say it.
    left: ['missing-key-point: A way to keep talking to a server after the page has loaded.', `unanswered: ${gist}`],
  },
  {
    file: 'layouts/bold-labels.md',
    findings: [
      'term-style: Socket.io',
      'missing-key-point: Wherever a small program has to talk to something that is not mine.',
    ],
    hover: {
      text: 'socket.emit()',
      says: /^\*\*socket\.emit\(\)\*\* · .*sends an event/s,
      source: 'https://socket.io/docs/',
    },
    answer: {
      clear: ['- Wherever reconnecting, rooms and acknowledgements come in handy.', '-'],
      question: 'When to Use Socket.IO:',
      key: socketIo,
      below: 1,
      first: '- ',
      further: '  ',
    },
    left: ['missing-key-point: Wherever a small program has to talk to something that is not mine.'],
  },
  {
    file: 'layouts/labelled-answers.md',
    findings: [
      'missing-key-point: an open line between a browser and a server.',
      `unanswered: ${handshake}`,
      'wrong-fill-in: poll',
      `unanswered: ${ioOn}`,
      'unanswered: What does socket.emit() do?',
    ],
    hover: {
      text: 'Web Socket request/response handshake',
      says: /^\*\*Opening handshake\*\* · .*101 Switching Protocols/s,
      source: 'https://www.rfc-editor.org/rfc/rfc6455',
    },
    answer: { question: handshake, below: 2, first: '    A: ', further: '    ' },
    left: ['missing-key-point: an open line between a browser and a server.'],
  },
];

/** The title of a quick fix that leaves nothing to do. */
const mends =
  /^(?:Answer from "|Answer "request"$|Replace "\w+" with "request"$|Write "Socket\.IO"$|Remove the question mark$|Split into two questions$|Move this text into the answer$)/;

const questionsOf = (document: vscode.TextDocument) => read(document.getText()).questions.map(({ text }) => text);

for (const { file, findings: expected, hover, answer, left } of layouts) {
  describe(file, () => {
    let document: vscode.TextDocument;

    beforeEach(async () => {
      ({ document } = await open(file));
    });

    it('has exactly its findings', () => untilFindings(document, expected));

    it('explains a term and says where that is from', async () => {
      const said = await hoverOver(document, hover.text);
      assert.match(said, hover.says);
      assert.ok(said.includes(`](${hover.source}`), said);
    });

    it('takes an answer in its own form and leaves all else alone', async () => {
      if (answer.clear) await replace(document, ...answer.clear);
      const { line } = rangeOf(document, answer.question).start;
      const at = line + answer.below;
      const before = document.getText().split('\n');
      await takeSuggestion(document, document.lineAt(at).range.end, 'Answer');
      const written = laidOut(await keyAnswer(answer.key ?? answer.question), answer.first, answer.further);
      assert.deepEqual(document.getText().split('\n'), [
        ...before.slice(0, at),
        ...written,
        ...(answer.after ?? []),
        ...before.slice(at + 1),
      ]);
    });

    it('shows a short answer as ghost text in the same place, for a Tab to take', async () => {
      if (answer.clear) await replace(document, ...answer.clear);
      const at = rangeOf(document, answer.question).start.line + answer.below;
      const { end } = document.lineAt(at).range;
      vscode.window.activeTextEditor!.selection = new vscode.Selection(end, end);
      await until('suggestions', async () => (await suggestions(document, end)).length);
      const before = document.getText().split('\n');
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      await untilChanged(document, 'editor.action.inlineSuggest.commit');
      const [short] = (await keyAnswer(answer.key ?? answer.question))[0]!.split(/(?<=\.) /);
      const written = document
        .getText()
        .split('\n')
        .filter((line) => !before.includes(line));
      assert.deepEqual(written, [`${answer.first}${short}`]);
    });

    it('is answered by quick fixes, which leave its questions as they were', async () => {
      await untilFindings(document, expected);
      if (answer.clear) {
        await replace(document, ...answer.clear);
        await until('its question is open', () => findings(document).includes(`unanswered: ${answer.question}`));
      }
      const questions = questionsOf(document);
      assert.notDeepEqual(questions, []);
      for (let open = reported(document); open.length > left.length; open = reported(document)) {
        const [range] = open
          .map((diagnostic) => diagnostic.range)
          .filter((range) => !left.some((each) => each.endsWith(document.getText(range))));
        assert.ok(range);
        await takeFix(document, range, mends);
        await until('one finding less', () => reported(document).length < open.length);
      }
      await untilFindings(document, left);
      assert.deepEqual(questionsOf(document), questions);
    });
  });
}

describe('quick fixes', () => {
  it('name what they do, the best first and preferred', async () => {
    const { document } = await open('layouts/numbered-items.md');
    const titles = async (text: string) => {
      const fixes = await until('quick fixes', async () => {
        const found = await quickFixes(document, rangeOf(document, text));
        return found.length > 0 && found;
      });
      return fixes.map(({ title, isPreferred }) => (isPreferred ? `${title} *` : title));
    };
    assert.deepEqual(await titles(ioOn), [
      'Answer from "WebSockets and Socket.IO" *',
      'Answer with key points to fill in',
    ]);
    assert.deepEqual(await titles(fillIn), ['Replace ____ with "request" *', 'Answer "request"']);
  });

  it('put a word into its sentence', async () => {
    const { document } = await open('layouts/numbered-items.md');
    const { line } = rangeOf(document, fillIn).start;
    await takeFix(document, rangeOf(document, fillIn), 'Replace ____ with "request"');
    assert.equal(document.lineAt(line).text, `3. ${fillIn.replace('____', 'request')}`);
    await until('it is answered', () => !findings(document).some((finding) => finding.includes('standardized way')));
  });
});
