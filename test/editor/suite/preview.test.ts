import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { skip } from '../../support/skip.ts';
import { openText, until } from './support.ts';

const text = '1. What is a WebSocket?\n   -\n2. What is a port?\n   - A number.\n';

/** What VS Code's Markdown extension draws of a document, or of a text that is none. */
const render = (source: vscode.TextDocument | string) =>
  vscode.commands.executeCommand<string>('markdown.api.render', source);

/** What the page looks like then: ../ui/preview.ui.mjs. */
describe('the Markdown preview', () => {
  before(function () {
    // Extensions see each other in one host only. Desktop VS Code runs its own in Node, even where it runs this one in a web worker.
    const isElsewhere = vscode.extensions.getExtension('vscode.markdown-language-features') === undefined;
    if (isElsewhere && vscode.env.uiKind === vscode.UIKind.Desktop)
      skip(this, 'the Markdown extension runs in another extension host.');
  });

  it('marks open questions and explains terms, once the server has said where', async () => {
    const { document } = await openText('preview.md', text);
    const html = await until('marks', async () => {
      const drawn = await render(document);
      return drawn.includes('worksheets-open') && drawn;
    });
    assert.match(
      html,
      /What is a <abbr class="worksheets-term" title="[^"]+">WebSocket<\/abbr>\? <span class="worksheets-open">/,
    );
    assert.equal(html.split('worksheets-open').length, 2);
  });

  it('leaves other Markdown as it is', async () => {
    assert.match(await render(text), /What is a WebSocket\?/);
    assert.doesNotMatch(await render(text), /worksheets/);
  });
});
