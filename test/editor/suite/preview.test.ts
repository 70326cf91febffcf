import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { extensionId, openText, until } from './support.ts';

const text = '1. What is a WebSocket?\n   -\n2. What is a port?\n   - A number.\n';

/** VS Code's own Markdown extension may run in another host than the tests; it uses the extension like this. */
describe('the plugin for the Markdown preview', () => {
  it('marks open questions and explains terms, once the server has said where', async () => {
    const { document } = await openText('preview.md', text);
    const { extendMarkdownIt } = await vscode.extensions.getExtension(extensionId)!.activate();
    const markdown = extendMarkdownIt(new MarkdownIt()) as InstanceType<typeof MarkdownIt>;
    const html = await until('marks', () => {
      const drawn = markdown.render(document.getText(), { currentDocument: document.uri });
      return drawn.includes('worksheets-open') && drawn;
    });
    assert.match(
      html,
      /What is a <abbr class="worksheets-term" title="[^"]+">WebSocket<\/abbr>\? <span class="worksheets-open">/,
    );
    assert.equal(html.split('worksheets-open').length, 2);
  });

  it('leaves other Markdown as it is', async () => {
    const { extendMarkdownIt } = await vscode.extensions.getExtension(extensionId)!.activate();
    assert.equal(extendMarkdownIt(new MarkdownIt()).render(text), new MarkdownIt().render(text));
  });
});
