import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

describe('the Markdown preview', () => {
  /** The document inside the two frames that a webview is. */
  const preview = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  const styleOf = (locator, property) =>
    locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

  for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light High Contrast', 'Light Modern'])
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
      // From the style sheet.
      assert.equal(await styleOf(marks.first(), 'border-top-style'), 'solid');
      assert.equal(await styleOf(term, 'text-decoration-style'), 'dotted');
      await workbench.screenshot(`preview-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await workbench.runCommand('View: Close Editor');
    });
});
