import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

describe('the colours of a worksheet', () => {
  for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light Modern'])
    it(`tell blanks and labels from what is written: ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.openFile('labelled-answers.md');
      const prose = await workbench.colorOf('Web Sockets provide');
      // Colours come a moment after the text.
      await workbench.until('a blank in another colour', async () => (await workbench.colorOf('____')) !== prose);
      assert.notEqual(await workbench.colorOf('A: poll'), prose);
      assert.equal(await workbench.colorOf('poll'), prose);
      assert.equal(await workbench.colorOf('Open two windows'), prose);
      await workbench.screenshot(`syntax-${theme.replaceAll(' ', '-').toLowerCase()}`);
    });
});
