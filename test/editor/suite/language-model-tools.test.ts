import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openText } from './support.ts';

/** What a tool answers, without any language model. */
async function invoke(name: string, input: object): Promise<unknown> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value);
}

/** Why a tool cannot answer. */
async function refusal(name: string, input: object): Promise<string> {
  try {
    return `No refusal: ${JSON.stringify(await invoke(name, input))}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the tools for language models', () => {
  afterEach(closeAll);

  it('are known to the editor', () => {
    const names = vscode.lm.tools.map(({ name }) => name);
    for (const name of ['worksheets_lookUpTerm', 'worksheets_openQuestions', 'worksheets_checkAnswer'])
      assert.ok(names.includes(name), names.join());
  });

  it('look up a term', async () => {
    const found = (await invoke('worksheets_lookUpTerm', { term: 'opening handshake' })) as Record<string, string>[];
    assert.equal(found[0]?.term, 'Opening handshake');
    assert.match(found[0]?.source ?? '', /RFC 6455/);
    assert.deepEqual(await invoke('worksheets_lookUpTerm', { term: 'frobnicator' }), []);
  });

  it('list what a worksheet still asks, by its file or in the active editor', async () => {
    await openText(
      'tools.md',
      '1. What is a WebSocket?\n   -\n2. What is a port?\n   - A number.\n3. What is a hub?\n   - TODO\n4. What is a bit?\n   - two states?\n',
    );
    const expected = {
      worksheet: true,
      questions: 4,
      answered: 1,
      open: [
        { line: 1, text: 'What is a WebSocket?', status: 'blank' },
        { line: 5, text: 'What is a hub?', status: 'placeholder' },
        { line: 7, text: 'What is a bit?', status: 'unsure' },
      ],
    };
    assert.deepEqual(await invoke('worksheets_openQuestions', {}), expected);
    await closeAll();
    assert.deepEqual(await invoke('worksheets_openQuestions', { file: 'tools.md' }), expected);
  });

  it('check an answer before it is written', async () => {
    const { document } = await openText(
      'tried-answer.md',
      '1. What is a WebSocket?\n   -\n2. What is a port?\n   - A number.\n',
    );
    const before = document.getText();
    const checked = (await invoke('worksheets_checkAnswer', {
      line: 1,
      answer: 'A protocol for one persistent, full-duplex connection over TCP.',
    })) as { status: string; keyPoints: { mentioned: number } };
    assert.equal(checked.status, 'answered');
    assert.ok(checked.keyPoints.mentioned > 0);
    assert.equal(document.getText(), before);
  });

  it('give away nothing that the worksheet does not allow', async () => {
    await open('no-help.md');
    const {
      open: [first],
    } = (await invoke('worksheets_openQuestions', {})) as { open: { line: number }[] };
    const checked = (await invoke('worksheets_checkAnswer', { line: first!.line })) as Record<string, unknown>;
    assert.deepEqual([checked.keyPoints, checked.hint], [null, null]);
  });

  it('see no file outside of the workspace, and say where there is no question', async () => {
    assert.match(await refusal('worksheets_openQuestions', { file: '../outside.md' }), /no file/);
    assert.match(await refusal('worksheets_openQuestions', { file: '/etc/hosts' }), /no file/);
    assert.match(await refusal('worksheets_checkAnswer', { file: 'readme.md', line: 1 }), /no question on line 1/);
  });
});
