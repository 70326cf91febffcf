import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

describe('a worksheet in the editor', () => {
  it('opens as Markdown and takes an answer', async () => {
    await workbench.openFile('reading-questions.md');
    await workbench.page.locator('.statusbar-item', { hasText: 'Markdown' }).first().waitFor();
    await workbench.placeCursor('header.');
    await workbench.typeText(' The server agrees.');
    await workbench.seeLine('header. The server agrees.');
    assert.ok(await workbench.page.locator('.tab.active.dirty').isVisible());
  });
});
