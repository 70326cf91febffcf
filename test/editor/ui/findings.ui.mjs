import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

describe('findings in the editor', () => {
  beforeEach(() => workbench.openFile('1-websockets.md'));

  it('are quiet lines, which say more on hover', async () => {
    await workbench.squiggles('info').nth(4).waitFor();
    assert.equal(await workbench.squiggles('info').count(), 5);
    assert.equal(await workbench.squiggles('warning').count(), 0);
    const said = await workbench.hoverOver('need', /Not answered yet\./);
    assert.match(said, /^Not answered yet\.\s*worksheets\W*unanswered/);
    assert.match(await workbench.hoverOver('TODO', 'TODO'), /"TODO" holds the place of an answer\./);
  });

  it('are listed in the Problems panel, which leads to them', async () => {
    const entries = await workbench.problems('holds the place');
    assert.deepEqual(
      entries.slice(1).map((entry) => entry.replace(/ worksheets.*/, '')),
      [
        'Not answered yet.',
        'Not answered yet.',
        '"TODO" holds the place of an answer.',
        'Not answered yet.',
        'Not answered yet.',
      ],
    );
    await workbench.screenshot('problems');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'TODO' }).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 23' }).waitFor();
  });
});

describe('the language status', () => {
  it('counts the answers, and leads to the next open question', async () => {
    await workbench.openFile('1-websockets.md');
    await workbench.placeCursor('## The opening handshake');
    const status = await workbench.languageStatus('3 of 8 answered');
    await workbench.screenshot('language-status');
    await status.getByText('Next Unanswered Question').click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 20, Col 5' }).waitFor();
    await workbench.typeText(' Upgrade');
    await workbench.seeLine('- Upgrade');
    await workbench.languageStatus('4 of 8 answered');
  });

  it('says nothing where there is no worksheet', async () => {
    await workbench.openFile('notes.md');
    const status = await workbench.languageStatus(/./);
    assert.doesNotMatch(await status.locator('xpath=..').innerText(), /answered/);
  });
});
