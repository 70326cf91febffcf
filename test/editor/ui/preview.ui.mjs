import assert from 'node:assert/strict';
import { isWeb, workbench } from './session.mjs';

describe('the Markdown preview', () => {
  before(function () {
    // VS Code's Markdown extension runs beside the other host here, out of reach: suite/preview.test.ts stands for it.
    if (isWeb) this.skip();
  });

  /** The document inside the two frames that a webview is. */
  const preview = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light Modern'])
    it(`marks open questions and explains terms: ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.openFile('2-socket-io.md');
      await workbench.squiggles('info').nth(1).waitFor();
      await workbench.runCommand('Markdown: Open Preview');
      const marks = preview().locator('.worksheets-open');
      await marks.first().waitFor();
      assert.equal(await marks.first().innerText(), 'Not answered yet');
      const term = preview().locator('abbr.worksheets-term, code.worksheets-term').first();
      assert.match(await term.getAttribute('title'), /^[^:]+: \w/);
      await workbench.screenshot(`preview-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await workbench.runCommand('View: Close Editor');
    });
});
