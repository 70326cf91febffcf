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

  it('underlines what is not answered and says so on hover', async () => {
    await workbench.openFile('reading-questions.md');
    await workbench.squiggles('info').first().waitFor();
    assert.match(await workbench.hoverOver('a ping frame for?', 'Not answered yet.'), /Not answered yet\./);
    await workbench.screenshot('unanswered');
    assert.ok((await workbench.problems('Not answered yet.')).length >= 2);
  });
});
