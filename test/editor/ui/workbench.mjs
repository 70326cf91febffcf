import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where screenshots go. */
export const screenshotFolder = path.resolve(import.meta.dirname, '../../../out/screenshots');

const MODIFIER = 'Control';

/**
 * VS Code as a person sees and uses it: by mouse and keyboard. Every wait is for something to be seen; the time it may
 * take is the page's default timeout.
 */
export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    this.editor = page.locator('.editor-instance .monaco-editor').first();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name) {
    await this.#pick(`${MODIFIER}+p`, name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command by the title that the command palette shows. */
  async runCommand(title) {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Chooses a colour theme by its name in the list, which is empty for as long as VS Code looks for themes. */
  async useTheme(name) {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    const entry = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await this.#repeatUntil(entry, async () => {
      await this.page.keyboard.press('Escape');
      await this.runCommand('Preferences: Color Theme');
      await input.fill(name);
    });
    await entry.click();
    await input.waitFor({ state: 'hidden' });
  }

  /** Picks an entry of a list that a key opens: again where the list goes away, as it does with the focus. */
  async #pick(key, filter, label) {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    const entry = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
    for (let attempt = 1; ; attempt++) {
      await this.pressUntil(key, input);
      try {
        await input.fill(filter, { timeout: 3000 });
        return await entry.click({ timeout: 3000 });
      } catch (error) {
        if (attempt === 5) throw error;
        // What was not there yet only comes into a list that is opened anew.
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Picks an entry of the list that a command has opened. */
  async choosePick(label) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** Moves the cursor behind the first occurrence of `text` that is in sight. */
  async placeCursor(text) {
    const box = await this.#find(text);
    await this.page.mouse.click(box.x + box.width, box.y + box.height / 2);
  }

  /** Selects a word by a double click on its first occurrence in sight. */
  async selectWord(word) {
    const box = await this.#find(word);
    await this.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** The colour in which the first occurrence of `text` in sight begins. */
  async colorOf(text) {
    return (await this.#find(text)).color;
  }

  /** Types at the cursor. */
  async typeText(text) {
    await this.page.keyboard.type(text);
  }

  /**
   * Points at the middle of `text`.
   *
   * @param {string | RegExp} [expected] What the hover is to contain: a hover may fill up step by step.
   * @returns {Promise<string>} what the hover says
   */
  async hoverOver(text, expected = /\S/) {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ hasText: expected });
    await this.#repeatUntil(hover.first(), async () => {
      await this.putMouseAway();
      // Code lenses, which come later, move it.
      const box = await this.#find(text);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 2 });
    });
    const [said] = await hover.allInnerTexts();
    return said.trim();
  }

  /** Puts the cursor at the end of a line below the one `text` is in. */
  async placeCursorBelow(text, lines) {
    await this.placeCursor(text);
    for (let line = 0; line < lines; line++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('End');
  }

  /**
   * Asks for suggestions where the cursor stands.
   *
   * @param {string | RegExp} expected A label that is to be among them.
   * @returns {Promise<string[]>} the labels in sight
   */
  async suggest(expected) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.pressUntil(`${MODIFIER}+Space`, rows.filter({ hasText: expected }).first());
    return rows.locator('.label-name').allInnerTexts();
  }

  /**
   * Opens the menu of quick fixes behind `text`.
   *
   * @param {string} [expected] A title that is to be among them.
   * @returns {Promise<string[]>} the titles
   */
  async lightbulbAt(text, expected = '') {
    await this.placeCursor(text);
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await this.pressUntil(`${MODIFIER}+.`, rows.filter({ hasText: expected }).first());
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /**
   * Clicks on the lightbulb that comes up when the cursor stands behind `text`.
   *
   * @returns {Promise<string[]>} the titles of the quick fixes
   */
  async clickLightbulbAt(text) {
    await this.placeCursor(text);
    const bulb = this.editor.locator('.lightBulbWidget, .margin [class*="lightbulb"]').locator('visible=true').first();
    // Until it is there it may still stand where the cursor was before. Code lenses may stand between it and the text.
    const isNear = async (box) => {
      const { y, height } = await this.#find(text);
      return box && Math.abs(box.y - y) < 3 * height;
    };
    await this.until(`a lightbulb at ${text}`, async () => isNear(await bulb.boundingBox()));
    await bulb.click();
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /**
   * Shows the documentation of the selected suggestion.
   *
   * @param {string | RegExp} expected What it is to contain.
   * @returns {Promise<string>} what it says
   */
  async suggestionDetails(expected) {
    const details = this.page.locator('.suggest-details').locator('visible=true').filter({ hasText: expected });
    if (!(await details.isVisible())) await this.pressUntil(`${MODIFIER}+Space`, details);
    return details.innerText();
  }

  /** Takes an entry of the open suggestions or quick fixes. */
  async choose(label) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row, .action-widget .monaco-list-row.action');
    await rows.filter({ hasText: label }).first().click();
  }

  /**
   * Waits for ghost text.
   *
   * @returns {Promise<string>} what it says
   */
  async ghostText() {
    const ghost = this.editor.locator('.ghost-text-decoration, .ghost-text').first();
    await ghost.waitFor();
    const [said] = await ghost.allInnerTexts();
    return said;
  }

  /**
   * Opens the Problems panel.
   *
   * @param {string} [expected] What one of its entries is to contain.
   * @returns {Promise<string[]>} its entries, each on one line
   */
  async problems(expected = '') {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press(`${MODIFIER}+Shift+M`);
    await rows.filter({ hasText: expected }).first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /**
   * Points at the language status.
   *
   * @param {string | RegExp} expected What one of its entries is to contain.
   * @returns {Promise<import('playwright-core').Locator>} that entry
   */
  async languageStatus(expected) {
    const entry = this.page.locator('.hover-language-status').filter({ hasText: expected }).first();
    await this.#repeatUntil(entry, async () => {
      await this.putMouseAway();
      await this.page.locator('[id="status.languageStatus"]').hover();
    });
    return entry;
  }

  /** The code lenses in sight with this title. */
  lenses(title) {
    return this.editor.locator('.codelens-decoration a', { hasText: title });
  }

  /** The squiggly lines in sight: `error`, `warning`, `info` or `hint`. */
  squiggles(severity) {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Waits for a line of the editor that contains `text`. */
  async seeLine(text) {
    await this.#line(text).waitFor();
  }

  /** The line in sight that contains `text`; where it is wrapped, as much as stands in one row with it. */
  async lineWith(text) {
    return (await this.#line(text).textContent()).replaceAll('\u00a0', ' ');
  }

  /**
   * Saves what is to be seen as out/screenshots/NAME.png.
   *
   * @param {{ x: number, y: number, width: number, height: number }} [clip] Only this part of the page.
   */
  async screenshot(name, clip) {
    mkdirSync(screenshotFolder, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshotFolder, `${name}.png`), animations: 'disabled', clip });
  }

  /** Moves the mouse to where it points at nothing. */
  async putMouseAway() {
    await this.page.mouse.move(5, 5);
  }

  /** Presses a key until `target` is in sight: a press is lost now and then while the editor is busy. */
  async pressUntil(key, target) {
    await this.#repeatUntil(target, () => this.page.keyboard.press(key));
  }

  /** Leaves the open file and whatever menu or widget stands over it, and throws away what was typed. */
  async reset() {
    await this.putMouseAway();
    const widget = this.page
      .locator('.action-widget, .suggest-widget.visible, .quick-input-widget')
      .locator('visible=true');
    while (await widget.first().isVisible()) await this.page.keyboard.press('Escape');
    if (await this.page.locator('.part.panel').isVisible()) await this.runCommand('View: Hide Panel');
    const tabs = this.page.locator('.editor-group-container .tab');
    for (let left = await tabs.count(); left > 0; left--) {
      await this.runCommand('View: Revert and Close Editor');
      await tabs.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  /**
   * Opens the Worksheets view, with all the room that the side bar has.
   *
   * @returns {Promise<import('playwright-core').Locator>} the view
   */
  async worksheets() {
    await this.runCommand('Explorer: Focus on Worksheets View');
    const header = this.page.locator('.sidebar .pane-header');
    await header.filter({ hasText: 'Worksheets' }).waitFor();
    const others = this.page.locator('.sidebar .pane-header.expanded').filter({ hasNotText: 'Worksheets' });
    while ((await others.count()) > 0) await others.first().click();
    return this.page.locator('.sidebar .pane', { has: this.page.locator('.pane-header', { hasText: 'Worksheets' }) });
  }

  /**
   * Opens or closes a row of a tree by its arrow: on the row itself a click would open what it stands for. The arrow is told directly,
   * as the tree may move under the mouse.
   *
   * @param {import('playwright-core').Locator} row
   */
  async toggleRow(row) {
    await row.locator('.monaco-tl-twistie').dispatchEvent('click');
  }

  async #repeatUntil(target, act, attempts = 10) {
    for (let attempt = 1; ; attempt++) {
      await act();
      try {
        return await target.waitFor({ timeout: 1500 });
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }

  #line(text) {
    return this.editor.locator('.view-line', { hasText: text }).first();
  }

  /** The box around the first occurrence of `text` in the editor. The editor draws spaces as no-break spaces. */
  #find(text) {
    return this.until(`"${text}" in the editor`, () => this.editor.evaluate(boxOf, text));
  }

  /** Asks again and again until there is an answer. */
  async until(what, ask) {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(`There is no ${what}.`);
      await delay(50);
    }
  }
}

/** Runs in the page. */
function boxOf(editor, text) {
  for (const line of editor.querySelectorAll('.view-line')) {
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let offset = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const end = offset + node.data.length;
      if (offset <= start && start < end) range.setStart(node, start - offset);
      if (offset < start + text.length && start + text.length <= end) range.setEnd(node, start + text.length - offset);
      offset = end;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    const { color } = getComputedStyle(range.startContainer.parentElement);
    return { x, y, width, height, color };
  }
  return undefined;
}
