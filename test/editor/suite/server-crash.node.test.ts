import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import * as vscode from 'vscode';
import { openText, until, untilFindings } from './support.ts';

/** Whatever an extension may tell a person with. */
const ways = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'] as const;
type Message = [text: string, ...buttons: string[]];

const text = (answer: string) =>
  `---\nworksheets: worksheet\n---\n1. What is a doorbell for?\n   - ${answer}\n2. What is a doormat for?\n   -\n`;
const blank = ['unanswered: What is a doorbell for?', 'unanswered: What is a doormat for?'];
const answered = ['unanswered: What is a doormat for?'];

// In this order: crashes count for three minutes, up to those that end a test.
describe('when the language server is killed', () => {
  const { window } = vscode;
  const shown = Object.fromEntries(ways.map((way) => [way, window[way]]));
  const processes: ChildProcess[] = [];
  let messages: Message[];
  /** Takes a button of the last message. */
  let take: (button: string) => void;

  const started = (message: unknown) => {
    processes.push((message as { process: ChildProcess }).process);
  };
  // What a process runs is known only after its start has been told.
  const servers = () => processes.filter(({ spawnargs }) => spawnargs?.some((each) => /dist.server\.js$/.test(each)));

  before(() => subscribe('child_process', started));
  after(() => unsubscribe('child_process', started));
  beforeEach(async () => {
    messages = [];
    const show = (...message: Message) => {
      messages.push(message);
      return new Promise<string>((resolve) => {
        take = resolve;
      });
    };
    Object.assign(window, Object.fromEntries(ways.map((way) => [way, show])));
    // Of the one that may run already, the start was not seen.
    await vscode.commands.executeCommand('worksheets.restart');
  });
  afterEach(() => Object.assign(window, shown));

  /** Ends the server with no time to say anything; comes when it has gone. */
  async function kill(): Promise<void> {
    const server = servers().at(-1)!;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  async function type(characters: string): Promise<void> {
    for (const character of characters) await vscode.commands.executeCommand('type', { text: character });
  }

  /** A worksheet with findings, and the cursor where its first answer belongs. */
  async function begin(name: string): Promise<vscode.TextDocument> {
    const editor = await openText(name, text(''));
    await untilFindings(editor.document, blank);
    editor.selection = new vscode.Selection(4, 5, 4, 5);
    return editor.document;
  }

  it('five times, it says so once, and goes on when it is told to', async () => {
    const document = await begin('killed-often.md');
    for (let crash = 1; crash < 5; crash++) {
      const before = servers().length;
      await kill();
      await type(`${crash} `);
      await until('a server is started', () => servers().length > before);
      await untilFindings(document, answered);
      assert.deepEqual(messages, []);
    }
    const before = servers().length;
    await kill();
    await until('a message', () => messages.length > 0);
    await type('and more.');
    assert.equal(servers().length, before);
    take('Restart');
    await until('a server is started', () => servers().length > before);
    await untilFindings(document, answered);
    assert.equal(document.getText(), text('1 2 3 4 and more.'));
    assert.deepEqual(messages, [
      ['Markdown Worksheets has stopped: its server ended five times within three minutes.', 'Open Log', 'Restart'],
    ]);
  });

  it('before it has answered, over and over, it says so once', async () => {
    const document = await begin('killed-early.md');
    let seen = servers().length;
    await kill();
    while (messages.length === 0) {
      await until('a server or a message', () => servers().length > seen || messages.length > 0);
      if (servers().length > seen) await kill();
      seen = servers().length;
    }
    const before = servers().length;
    take('Restart');
    await until('a server is started', () => servers().length > before);
    await untilFindings(document, blank);
    assert.equal(messages.length, 1, JSON.stringify(messages));
  });

  it('in the middle of typing, all that was typed stays, and is looked at again', async () => {
    const document = await begin('killed.md');
    const before = servers().length;
    await type('It tells the ');
    const gone = kill();
    await type('people in the house ');
    await gone;
    await type('that somebody is there.');
    await until('a server is started', () => servers().length > before);
    await untilFindings(document, answered);
    assert.equal(document.getText(), text('It tells the people in the house that somebody is there.'));
    assert.equal(servers().length, before + 1);
    assert.deepEqual(messages, []);
  });
});
