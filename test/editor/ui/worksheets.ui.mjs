import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workbench, workspaceFolder } from './session.mjs';

const position = (text) => workbench.page.locator('[id="status.editor.selection"]', { hasText: text });

describe('the Worksheets view', () => {
  let view;

  /** The row whose name for screen readers starts like this: it says what the icon shows. */
  const row = (label) => view.locator(`.monaco-list-row[aria-label^="${label}"]`);

  async function expand(label) {
    await workbench.toggleRow(row(label));
    await view.locator(`.monaco-list-row[aria-label^="${label}"][aria-expanded="true"]`).waitFor();
  }

  beforeEach(async () => {
    view = await workbench.worksheets();
    await row('hints.md, ').waitFor();
  });

  afterEach(async () => {
    await row('workspace').click();
    await workbench.page.keyboard.press('Control+ArrowLeft');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  it('lists the worksheets of each folder with how far they are answered, and no other files', async () => {
    await row('more.md, 1 of 2 answered').waitFor();
    await row('1-websockets.md, 3 of 8 answered').waitFor();
    assert.equal(await row('notes.md').count(), 0);
    assert.equal(await row('my-class.key.md').count(), 0);
    assert.match(await row('1-websockets.md').innerText(), /3 of 8 · examples/);
    for (const label of ['workspace', 'second']) assert.equal(await row(label).count(), 1, label);
    await workbench.screenshot('worksheets-view');
  });

  it('shows the questions with the status of each, and leads to them', async () => {
    await expand('1-websockets.md');
    await row('What is a WebSocket?, Answered').waitFor();
    await row('What does the status code 101 mean?, Placeholder').waitFor();
    await workbench.screenshot('worksheets-view-questions');
    await row('Why do we need WebSockets?, Not answered yet').click();
    await position('Ln 9, Col 5').waitFor();
    await row('What is a WebSocket?, Answered').click();
    await position('Ln 5, Col 4').waitFor();
  });

  it('is used by keys alone', async () => {
    const { keyboard } = workbench.page;
    await expand('hints.md');
    await row('What is a Web Socket?, Not answered yet').first().waitFor();
    await workbench.runCommand('Explorer: Focus on Worksheets View');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await position('Ln 10').waitFor();
  });

  it('follows the keyboard', async () => {
    await workbench.openFile('reading-questions.md');
    await row('reading-questions.md, 1 of 3 answered').waitFor();
    await workbench.placeCursorBelow('What is a ping frame for?', 2);
    await workbench.typeText(' It asks whether the other side is still there.');
    await row('reading-questions.md, 2 of 3 answered').waitFor();
  });

  it('follows files that come, change, are renamed and go', async () => {
    const place = (name) => path.join(workspaceFolder, name);
    writeFileSync(place('fresh.md'), '1. What is a port?\n   -\n2. What is TCP?\n   -\n');
    await row('fresh.md, 0 of 2 answered').waitFor();
    writeFileSync(place('fresh.md'), '1. What is a port?\n   - A number.\n2. What is TCP?\n   -\n');
    await row('fresh.md, 1 of 2 answered').waitFor();
    renameSync(place('fresh.md'), place('renamed.md'));
    await row('renamed.md, 1 of 2 answered').waitFor();
    await row('fresh.md').waitFor({ state: 'detached' });
    rmSync(place('renamed.md'));
    await row('renamed.md').waitFor({ state: 'detached' });
  });

  it('follows folders that are moved here, renamed and go', async () => {
    const outside = mkdtempSync(path.join(path.dirname(workspaceFolder), 'moved-'));
    writeFileSync(path.join(outside, 'moved.md'), '1. What is a port?\n   -\n2. What is TCP?\n   -\n');
    const [here, there] = ['week-7', 'week-8'].map((name) => path.join(workspaceFolder, name));
    const folder = (name) => row('moved.md, 0 of 2 answered').filter({ hasText: name });
    renameSync(outside, here);
    await folder('week-7').waitFor();
    renameSync(here, there);
    await folder('week-8').waitFor();
    await folder('week-7').waitFor({ state: 'detached' });
    rmSync(there, { recursive: true });
    await row('moved.md').waitFor({ state: 'detached' });
  });

  it('has untitled worksheets while they are open', async () => {
    await workbench.runCommand('Worksheets: New Worksheet');
    await row('Untitled-1, 0 of 2 answered').waitFor();
    await workbench.runCommand('View: Revert and Close Editor');
    await row('Untitled-1').waitFor({ state: 'detached' });
  });

  it('names each icon', async () => {
    await expand('2-socket-io.md');
    const questions = view.locator('.monaco-list-row[aria-level="3"]');
    await questions.nth(5).waitFor();
    const labels = await questions.evaluateAll((all) => all.map((each) => each.ariaLabel));
    for (const label of labels) assert.match(label, /, (?:Answered|Not answered yet|Placeholder|Not sure)/);
  });
});

describe('code lenses', () => {
  it('stand above the open questions, and show a hint without a message', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.lenses('Hint').nth(3).waitFor();
    await workbench.screenshot('code-lenses');
    await workbench.lenses('Hint').first().click();
    const hover = workbench.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: 'Hint:' });
    await hover.first().waitFor();
    await workbench.screenshot('hint');
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    await workbench.page.keyboard.press('Escape');
  });
});

describe('the keys of a worksheet', () => {
  it('lead to the next open question and back', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.squiggles('info').nth(3).waitFor();
    await workbench.placeCursor('## The opening handshake');
    await workbench.pressUntil('Control+F8', position('Ln 20, Col 5'));
    await workbench.page.keyboard.press('Control+Shift+F8');
    await position('Ln 9, Col 5').waitFor();
  });

  it('are not held in other Markdown', async () => {
    await workbench.openFile('notes.md');
    await workbench.page.keyboard.press('F1');
    await workbench.page.locator('.quick-input-widget input[type="text"]').fill('>Worksheets: Next Unanswered');
    const entries = workbench.page.locator('.quick-input-list .monaco-list-row');
    await entries.first().waitFor();
    assert.doesNotMatch((await entries.allInnerTexts()).join('\n'), /^Worksheets: Next Unanswered Question/m);
    await workbench.page.keyboard.press('Escape');
  });
});

describe('the walkthrough', () => {
  it('has four steps with pictures', async () => {
    const { page } = workbench;
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.choosePick('Get Started with Worksheets');
    const steps = page.locator('.getting-started-step');
    await steps.nth(3).waitFor();
    assert.equal(await steps.count(), 4);
    const pictures = ['A worksheet', 'Finding the way', 'Help where it is wanted', 'Knowledge of your own'];
    for (const [step, picture] of pictures.entries()) {
      await steps.nth(step).click();
      const shown = page
        .frameLocator('iframe.webview.ready')
        .frameLocator('iframe#active-frame')
        .locator('svg', { hasText: picture });
      await shown.waitFor({ state: 'attached' });
      await workbench.screenshot(`walkthrough-${step + 1}`);
    }
  });
});
