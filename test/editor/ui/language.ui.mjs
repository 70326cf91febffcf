import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyWorkspace } from '../workspace.mjs';
import { isWeb } from './session.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** What a language without a region of its own is called that only shows which texts are translated. */
const LANGUAGE = 'qps-ploc';

/** The extension with a language in which each text stands in brackets. */
function copyExtension(folder) {
  for (const part of ['package.json', 'package.nls.json', 'dist', 'media', 'snippets', 'syntaxes', 'l10n'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const texts = JSON.parse(readFileSync(path.join(root, 'l10n', 'bundle.l10n.json'), 'utf8'));
  const translated = Object.fromEntries(Object.keys(texts).map((text) => [text, `⟦${text}⟧`]));
  writeFileSync(path.join(folder, 'l10n', `bundle.l10n.${LANGUAGE}.json`), JSON.stringify(translated));
  return folder;
}

/** In a window of its own: the language is that of a window. */
describe('in another language', () => {
  let vscode;
  let workbench;
  let scratch;

  before(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'language-'));
    const extension = copyExtension(path.join(scratch, 'extension'));
    const { startVSCode } = await import('../../support/vscode/start.mjs');
    vscode = await startVSCode({
      workspace: copyWorkspace(scratch),
      extensions: [extension],
      web: isWeb,
      language: LANGUAGE,
      settings: { 'editor.hover.delay': 100 },
    });
    vscode.page.setDefaultTimeout(20_000);
    await vscode.ready();
    workbench = new Workbench(vscode.page);
    await workbench.openFile('1-websockets.md');
  });

  after(async () => {
    await vscode?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });

  it('the client speaks it', async () => {
    await workbench.languageStatus('⟦3 of 8 answered⟧');
  });

  it('the server speaks it', async () => {
    await workbench.lenses('⟦Answer⟧').first().waitFor();
    assert.match(await workbench.hoverOver('TODO', 'holds the place'), /⟦"TODO" holds the place of an answer\.⟧/);
    await workbench.screenshot('another-language');
  });
});
