import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workbench, workspaceFolder } from './session.mjs';

const title = 'Add "connection" to a glossary';

async function addSelected() {
  await workbench.openFile('1-websockets.md');
  await workbench.squiggles('info').nth(1).waitFor();
  await workbench.selectWord('connection');
  const rows = workbench.page.locator('.action-widget .monaco-list-row.action');
  await workbench.pressUntil('Control+.', rows.filter({ hasText: title }).first());
  await workbench.choose(title);
}

describe('a selected word', () => {
  it('is added to the glossary of the workspace, and its definition is typed at once', async () => {
    await addSelected();
    await workbench.page.locator('.tab.active.dirty', { hasText: 'my-class.glossary.md' }).waitFor();
    await workbench.seeLine('## connection');
    await workbench.typeText('A way for two programs to talk until one of them ends it.');
    assert.match(await workbench.lineWith('A way for'), /^A way for two programs to talk/);
    await workbench.screenshot('add-to-glossary');
  });

  it('is added to the glossary that is chosen where there are several', async () => {
    const file = path.join(workspaceFolder, 'boats.glossary.md');
    writeFileSync(file, '---\nworksheets: glossary\n---\n# Boats\n\n## News\n\nWhat the lookout calls.\n');
    try {
      await workbench.openFile('1-websockets.md');
      await workbench.hoverOver('news', 'What the lookout calls');
      await addSelected();
      await workbench.page.locator('.quick-input-title', { hasText: 'Add to which glossary?' }).waitFor();
      await workbench.screenshot('add-to-which-glossary');
      await workbench.choosePick('boats.glossary.md');
      await workbench.page.locator('.tab.active.dirty', { hasText: 'boats.glossary.md' }).waitFor();
      await workbench.typeText('A way to talk.');
      await workbench.seeLine('A way to talk.');
      await workbench.reset();
    } finally {
      rmSync(file);
    }
  });
});
