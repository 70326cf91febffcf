import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { KnowsQuestion } from '../../../server/src/worksheet/known-question.ts';
import { describeQuestion, type ReadText, read } from '../../support/worksheet.ts';

const ask = {
  socket: 'What is a Web Socket?',
  handshake: 'Describe the Web Socket request/response handshake and what happens once the connection is established.',
  fillIn:
    'Web Sockets provide a standardized way for the server to send content to a client without first receiving a ____ from that client.',
  on: 'What does the event handler io.on() do?',
  proof: 'Describe some possible proof of life or proof that the code works as expected',
  emit: 'What does socket.emit() do?',
  difference: 'What is the difference between WebSocket and Socket.IO? (think Git and GitHub, or OAuth and Auth0).',
  useLibrary: 'When would you use Socket.IO?',
  useProtocol: 'When would you use WebSockets?',
  takeaways: 'What are a couple of key takeaways from this video?',
  translate: 'Translate the gist of this video to a non-technical friend',
  goals: 'What are your learning goals after reading and reviewing the class README?',
};

function readLayout(name: string, declared: boolean | null = null, knows?: KnowsQuestion): ReadText {
  const text = readFileSync(new URL(`../../fixtures/layouts/${name}.md`, import.meta.url), 'utf8');
  return read(text, declared, knows);
}

/** Sign, 1-based line and question, then the 1-based lines of the answer. */
type Row = [sign: '[ ]' | '[~]' | '[?]' | '[x]', line: number, question: string, answer?: [number, number]];

function check({ questions }: ReadText, expected: readonly Row[]): void {
  const rows = questions.map((question): unknown[] => {
    const sign = describeQuestion(question).slice(0, 3);
    const row = [sign, question.line + 1, question.text];
    return question.answer ? [...row, question.answer.lines.map((line) => line + 1)] : row;
  });
  assert.deepEqual(rows, expected);
}

describe('worksheets as people lay them out', () => {
  it('numbered items with nested bullets', () => {
    const layout = readLayout('numbered-items');
    assert.equal(layout.worksheet.role, 'worksheet');
    check(layout, [
      ['[ ]', 2, ask.socket],
      ['[ ]', 4, ask.handshake],
      ['[ ]', 6, ask.fillIn],
      ['[ ]', 10, ask.on],
      ['[ ]', 12, ask.proof],
      ['[ ]', 13, ask.emit],
      ['[x]', 17, ask.difference, [18, 18]],
      ['[x]', 19, ask.useLibrary, [20, 20]],
      ['[x]', 21, ask.useProtocol, [22, 22]],
      ['[x]', 25, ask.takeaways, [26, 26]],
      ['[x]', 29, ask.translate, [30, 36]],
    ]);
    assert.deepEqual(layout.questions[5]!.section, ['Sockets in the browser', 'First steps with Socket.IO']);
  });

  it('headings with paragraphs and lists below', () => {
    const layout = readLayout('headings');
    assert.equal(layout.worksheet.role, 'worksheet');
    check(layout, [
      ['[x]', 4, ask.socket, [6, 6]],
      ['[x]', 8, ask.handshake, [10, 10]],
      ['[?]', 12, ask.fillIn, [14, 14]],
      ['[x]', 18, ask.on, [20, 20]],
      ['[x]', 22, ask.proof, [24, 24]],
      ['[x]', 26, ask.emit, [28, 28]],
      ['[x]', 30, ask.useLibrary, [32, 32]],
      ['[x]', 37, ask.takeaways, [39, 42]],
      ['[x]', 47, ask.translate, [49, 49]],
      ['[x]', 53, ask.goals, [55, 55]],
    ]);
    assert.deepEqual(layout.questions[7]!.section, ['Films', 'Layers']);
    assert.deepEqual(layout.questions[9]!.section, ['Afterthoughts']);
  });

  it('headings with nothing below', () => {
    const layout = readLayout('empty-headings');
    assert.equal(layout.worksheet.role, 'worksheet');
    check(layout, [
      ['[x]', 5, ask.socket, [7, 7]],
      ['[ ]', 9, ask.handshake],
      ['[x]', 11, ask.fillIn, [13, 13]],
      ['[ ]', 17, ask.on],
      ['[~]', 20, ask.proof, [22, 22]],
      ['[x]', 24, ask.emit, [26, 26]],
      ['[x]', 31, ask.takeaways, [33, 33]],
      ['[ ]', 37, ask.translate],
      ['[ ]', 43, ask.goals],
    ]);
  });

  it('numbered items with labelled answers', () => {
    const layout = readLayout('labelled-answers');
    assert.equal(layout.worksheet.role, 'worksheet');
    check(layout, [
      ['[x]', 7, ask.socket, [9, 9]],
      ['[ ]', 11, ask.handshake],
      ['[x]', 15, ask.fillIn, [17, 17]],
      ['[ ]', 22, ask.on],
      ['[x]', 26, ask.proof, [28, 28]],
      ['[ ]', 30, ask.emit],
      ['[x]', 34, ask.goals, [36, 36]],
    ]);
    assert.equal(layout.questions[0]!.answer!.text, 'an open line between a browser and a server.');
  });

  it('labels of notes, which only a key knows for questions', () => {
    const labels = ['A Web Socket:', 'Web Socket Request/Response Handshake and Connection:', 'When to Use Socket.IO:'];
    const knows: KnowsQuestion = (text) => (labels.includes(text) ? { kind: 'open', verbatim: false } : null);
    assert.equal(readLayout('bold-labels').worksheet.role, 'none');
    const layout = readLayout('bold-labels', null, knows);
    assert.equal(layout.worksheet.role, 'worksheet');
    const starts = layout.questions.map(({ text, line, answer }) => [text, line + 1, answer!.lines[0] + 1]);
    assert.deepEqual(starts, [
      [labels[0], 1, 2],
      [labels[1], 5, 6],
      [labels[2], 15, 16],
      [ask.takeaways, 20, 21],
      [ask.translate, 22, 23],
    ]);
  });
});
