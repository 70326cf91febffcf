import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

const fillIn = 'Answer from "The WebSocket protocol"';
const toldNoMore = ['Ignore this here', 'Turn off unanswered in this file'];

describe('quick fixes', () => {
  beforeEach(async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.squiggles('info').nth(4).waitFor();
  });

  it('are opened and applied by keys', async () => {
    const titles = await workbench.lightbulbAt('How is a WebSocket connection', fillIn);
    assert.deepEqual(titles, [fillIn, 'Answer with key points to fill in', ...toldNoMore]);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.languageStatus('4 of 8 answered');
  });

  it('are opened by a click on the lightbulb, and applied by another', async () => {
    const titles = await workbench.clickLightbulbAt('The client asks');
    assert.deepEqual(titles, ['Replace ____ with "Upgrade"', 'Answer "Upgrade"', ...toldNoMore]);
    await workbench.choose('Replace ____');
    await workbench.seeLine('with the header Upgrade: websocket.');
    await workbench.languageStatus('4 of 8 answered');
  });

  it('are offered by the hover of a finding', async () => {
    await workbench.hoverOver('What are ping', 'Quick Fix');
    await workbench.page.locator('.monaco-hover:not(.hidden) .action', { hasText: 'Quick Fix' }).click();
    await workbench.choose(fillIn);
    await workbench.languageStatus('4 of 8 answered');
  });
});
