import { workbench } from './session.mjs';

/** To be looked at: out/screenshots/looks-*.png. Pictures of the preview are taken by its own tests. */
describe('the look of it all', () => {
  afterEach(async () => {
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.useTheme('Light Modern');
  });

  for (const theme of ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`in ${theme}`, async () => {
      const name = theme.replaceAll(' ', '-').toLowerCase();
      await workbench.useTheme(theme);
      await workbench.openFile('1-websockets.md');
      await workbench.lenses('Answer').first().waitFor();
      await workbench.squiggles('info').nth(3).waitFor();
      const view = await workbench.worksheets();
      const row = view.locator('.monaco-list-row[aria-label^="2-socket-io.md"]');
      await workbench.toggleRow(row);
      await view.locator('.monaco-list-row[aria-level="3"]').first().waitFor();
      await workbench.problems('holds the place');
      await workbench.screenshot(`looks-all-${name}`);
      await workbench.toggleRow(row);
      await workbench.runCommand('View: Hide Panel');
      await workbench.hoverOver('TODO', /holds the place/);
      await workbench.screenshot(`looks-finding-${name}`);
      await workbench.putMouseAway();
      await workbench.languageStatus('3 of 8 answered');
      await workbench.screenshot(`looks-status-${name}`);
    });
});
