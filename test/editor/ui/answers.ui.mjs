import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

const ioOn = 'What does the event handler io.on() do?';

describe('suggestions where an answer belongs', () => {
  it('show the whole answer with its source, and the answer is taken by Enter', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.placeCursorBelow('What are ping and pong frames for?', 1);
    await workbench.squiggles('info').first().waitFor();
    assert.deepEqual(await workbench.suggest(/^Answer/), ['Answer', 'Short answer', 'Key points to write from']);
    const details = await workbench.suggestionDetails(/RFC 6455/);
    assert.match(details, /pong[\s\S]*RFC 6455, section/);
    const [start] = details.match(/^(\S+ ){4}/);
    await workbench.page.keyboard.press('Enter');
    await workbench.seeLine(start.trim());
    assert.ok((await workbench.lineWith(start)).startsWith(`   - ${start}`));
    await workbench.languageStatus('4 of 8 answered');
    await workbench.screenshot('answered');
  });

  for (const { file, below, line } of [
    { file: 'numbered-items.md', below: 1, line: '  - `io.on()` registers a listener' },
    { file: 'empty-headings.md', below: 2, line: '`io.on()` registers a listener' },
    { file: 'labelled-answers.md', below: 2, line: '    A: `io.on()` registers a listener' },
  ]) {
    it(`are taken by the arrow keys and Tab: ${file}`, async () => {
      await workbench.openFile(file);
      await workbench.placeCursorBelow(ioOn, below);
      await workbench.suggest('Short answer');
      await workbench.page.locator('.suggest-widget .monaco-list-row.focused', { hasText: /^Answer/ }).waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.locator('.suggest-widget .monaco-list-row.focused', { hasText: 'Short answer' }).waitFor();
      await workbench.page.keyboard.press('Tab');
      await workbench.seeLine('registers a listener');
      assert.ok((await workbench.lineWith('registers a listener')).startsWith(line));
      await workbench.screenshot(`answered-${file.replace('.md', '')}`);
    });
  }
});

describe('suggestions in prose', () => {
  it('are terms, with what they mean', async () => {
    await workbench.openFile('notes.md');
    await workbench.placeCursorBelow('A page without', 0);
    await workbench.typeText(' three-w');
    assert.equal((await workbench.suggest('Three-way handshake'))[0], 'Three-way handshake');
    assert.match(await workbench.suggestionDetails('SYN-ACK'), /^Three-way handshake/m);
    await workbench.putMouseAway();
    await workbench.screenshot('completion-of-a-term');
    await workbench.page.keyboard.press('Tab');
    await workbench.seeLine('question. Three-way handshake');
  });
});

describe('ghost text', () => {
  it('is the short answer, taken by Tab', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.placeCursorBelow('Why do we need', 1);
    await workbench.runCommand('Trigger Inline Suggestion');
    assert.match(await workbench.ghostText(), /Because/);
    await workbench.screenshot('ghost-text');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.languageStatus('4 of 8 answered');
    assert.match(await workbench.lineWith('Because'), /^ {3}- Because \S/);
  });
});
