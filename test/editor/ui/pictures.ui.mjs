import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { workbench } from './session.mjs';
import { screenshotFolder } from './workbench.mjs';

/** Narrow, so that the letters are large where a page shows the picture. */
const WINDOW = { width: 900, height: 640 };
/** The editor with its tabs, without the bars of the window. */
const EDITOR = { x: 0, y: 30, width: 900, height: 578 };
const MOST_BYTES = 150_000;
const LOOKS = [
  { theme: 'Light Modern', suffix: '' },
  { theme: 'Dark Modern', suffix: '-dark' },
];

/** They are copied to docs/images; see ../ui.mjs. */
for (const { theme, suffix } of LOOKS) {
  describe(`the pictures of the documentation, ${theme}:`, () => {
    let usual;

    before(async () => {
      usual = workbench.page.viewportSize();
      await workbench.page.setViewportSize(WINDOW);
      await workbench.useTheme(theme);
    });

    after(async () => {
      await workbench.useTheme('Light Modern');
      await workbench.page.setViewportSize(usual);
    });

    async function picture(name) {
      const file = `${name}${suffix}`;
      await workbench.screenshot(file, EDITOR);
      assert.ok(statSync(path.join(screenshotFolder, `${file}.png`)).size < MOST_BYTES);
    }

    it(`diagnostics${suffix}.png`, async () => {
      await workbench.openFile('1-websockets.md');
      await workbench.squiggles('info').nth(1).waitFor();
      await workbench.lenses('Answer').first().waitFor();
      await workbench.hoverOver('TODO', /holds the place/);
      await picture('diagnostics');
    });

    it(`hover${suffix}.png`, async () => {
      await workbench.openFile('2-socket-io.md');
      await workbench.squiggles('info').first().waitFor();
      await workbench.lenses('Answer').first().waitFor();
      await workbench.hoverOver('io.on()', /registers a listener/);
      await picture('hover');
    });

    it(`completion${suffix}.png`, async () => {
      await workbench.openFile('1-websockets.md');
      await workbench.squiggles('info').nth(1).waitFor();
      await workbench.lenses('Answer').first().waitFor();
      // Where the mouse is, Ctrl would underline a word that leads to a definition.
      await workbench.placeCursorBelow('something to say', 3);
      await workbench.suggest(/^Answer/);
      await workbench.suggestionDetails('RFC 6455');
      // At first VS Code measures them for another width.
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.suggestionDetails(/^Because[\s\S]{0,150}RFC 6455/);
      await workbench.page.keyboard.press('ArrowUp');
      await workbench.suggestionDetails(/^Because[\s\S]{150,}RFC 6455/);
      await picture('completion');
    });

    it(`quick-fix${suffix}.png`, async () => {
      await workbench.openFile('2-socket-io.md');
      await workbench.squiggles('info').first().waitFor();
      await workbench.lenses('Answer').first().waitFor();
      await workbench.lightbulbAt('What does socket.emit', /^Answer from/);
      await workbench.putMouseAway();
      await picture('quick-fix');
    });
  });
}
