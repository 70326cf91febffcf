import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { builtIn } from './key.ts';
import { hoverOver, hovers, open, openText, rangeOf, save, until, uriOf } from './support.ts';

describe('terms', () => {
  for (const [text, says, source] of [
    [
      'OSI Model',
      /^\*\*OSI model\*\* · .*seven layers.*7 Application .*1 Physical /s,
      'https://www.itu.int/rec/T-REC-X.200',
    ],
    ['transport layer', /^\*\*Transport layer\*\* · .*> 4 Transport /s, 'https://www.rfc-editor.org/rfc/rfc1122'],
    ['TCP lives', /^\*\*TCP\*\* · /, 'https://www.rfc-editor.org/rfc/rfc9293'],
    ['three-way handshake', /^\*\*Three-way handshake\*\* · .*SYN-SENT /s, 'https://www.rfc-editor.org/rfc/rfc9293'],
    [
      'opening handshake',
      /^\*\*Opening handshake\*\* · .*101 Switching Protocols/s,
      'https://www.rfc-editor.org/rfc/rfc6455',
    ],
    ['WebSocket frame', /^\*\*WebSocket frame\*\* · .*\+-/s, 'https://www.rfc-editor.org/rfc/rfc6455#section-5'],
  ] as const) {
    it(`are explained: ${text}`, async () => {
      const { document } = await open('networks.md');
      const said = await hoverOver(document, text);
      assert.match(said, says);
      assert.ok(said.includes(`](${source}`), said);
    });
  }

  it('are found behind characters of more than one code unit', async () => {
    const { document } = await openText('emoji.md', '# 🧦👩‍👩‍👧 sockets\n\n1. 🎉🎉 What is a WebSocket 🧦?\n   -\n');
    const { start, end } = rangeOf(document, 'WebSocket');
    for (const at of [start, end.translate(0, -1)]) {
      assert.match((await hovers(document, at)).join(), /^\*\*WebSocket\*\*/);
    }
    for (const at of [start.translate(0, -1), end]) {
      assert.doesNotMatch((await hovers(document, at)).join(), /^\*\*WebSocket\*\*/);
    }
    assert.deepEqual(
      (await highlights(document, start)).map((range) => document.getText(range)),
      ['WebSocket'],
    );
  });

  it('lead to their definitions, which nobody can change by mistake', async () => {
    const { document } = await open('networks.md');
    const [location] = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        rangeOf(document, 'transport layer').start,
      );
      return found.length > 0 && found;
    });
    assert.equal(location?.uri.toString(), builtIn('osi.glossary.md').toString());
    const editor = await vscode.window.showTextDocument(location!.uri, { selection: location!.range });
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '## Transport layer');
    assert.equal(editor.document.languageId, 'markdown');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.getText(), before);
  });

  it('are found in all open worksheets', async () => {
    const text = 'A ping frame is a control frame; so is a pong frame. A ping frame is short.';
    const { document: other } = await openText('other.md', '# Notes\n\nThe ping frame again.\n');
    const { document } = await openText('frames.md', `# Frames\n\n1. What is a ping frame for?\n\n   ${text}\n`);
    const found = await until('references in both files', async () => {
      const all = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        rangeOf(document, 'ping frame').start,
      );
      return all.some(({ uri }) => uri.toString() === other.uri.toString()) && all;
    });
    const names = found.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`);
    assert.deepEqual(names.filter((name) => /^(frames|other)\.md/.test(name)).sort(), [
      'frames.md:2',
      'frames.md:4',
      'frames.md:4',
      'other.md:2',
    ]);
    assert.ok(
      names.some((name) => name.startsWith('websocket.glossary.md:')),
      names.join(),
    );
    assert.equal((await highlights(document, rangeOf(document, 'ping frame').start)).length, 3);
  });

  it('are found by name in the workspace', async () => {
    await open('networks.md');
    const names = await until('symbols', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'three-way',
      );
      return symbols.length > 0 && symbols.map(({ name, containerName }) => `${name}, ${containerName}`);
    });
    assert.ok(names.includes('Three-way handshake, TCP'), names.join('; '));
  });
});

describe('links', () => {
  it('lead to the RFC a text speaks of', async () => {
    const { document } = await open('networks.md');
    const [link] = await until('a link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.length > 0 && links;
    });
    assert.equal(link && document.getText(link.range), 'RFC 6455, section 4.1');
    assert.equal(link?.target?.toString(true), 'https://www.rfc-editor.org/rfc/rfc6455#section-4.1');
  });
});

describe('a glossary of the workspace', () => {
  const glossary = (definition: string) =>
    `---\nworksheets: glossary\n---\n# Tides\n\n## Neap tide\n\n${definition}\n\n- Source: [Tide tables](https://example.org/tides)\n`;

  async function openTides(): Promise<vscode.TextDocument> {
    const { document } = await openText('tides.md', '# The sea\n\n1. When is a neap tide?\n   -\n');
    return document;
  }

  const untilHover = (document: vscode.TextDocument, expected: RegExp) =>
    until(`a hover that says ${expected}`, async () =>
      expected.test((await hovers(document, rangeOf(document, 'neap').start)).join()),
    );

  it('is in force at once, follows its file, and goes with it', async () => {
    const document = await openTides();
    await save('tides.glossary.md', glossary('The smallest tide.'));
    await untilHover(document, /^\*\*Neap tide\*\* · Tides\s+The smallest tide\.\s+\[Tide tables\]/);
    await save('tides.glossary.md', glossary('The tide at half moon.'));
    await untilHover(document, /The tide at half moon\./);
    await vscode.workspace.fs.delete(uriOf('tides.glossary.md'));
    await untilHover(document, /^$/);
  });

  it('is offered a word that is selected and not in it yet', async () => {
    await save('tides.glossary.md', glossary('The smallest tide.'));
    const { document } = await openText(
      'tides.md',
      '# The sea\n\n1. When is a neap tide?\n   - Not at a spring tide.\n',
    );
    await untilHover(document, /The smallest tide/);
    const titles = async (text: string) => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, text),
      );
      return actions.map(({ title }) => title);
    };
    await until('the quick fix', async () => (await titles('spring tide')).includes('Add "spring tide" to a glossary'));
    assert.ok(!(await titles('neap tide')).some((title) => title.startsWith('Add ')));
    await vscode.workspace.fs.delete(uriOf('tides.glossary.md'));
  });

  it('is begun in the folder of the worksheet where there is none', async () => {
    const { uri: folder } = vscode.workspace.workspaceFolders![1]!;
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'more.md'));
    await vscode.commands.executeCommand('worksheets.addToGlossary', 'Spring tide', []);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), vscode.Uri.joinPath(folder, 'glossary.md').toString());
    assert.match(document.getText(), /^---\nworksheets: glossary\n---\n\n# Glossary\n\n## Spring tide\n\n\n$/);
    assert.equal(
      document.getText(new vscode.Range(selection.active.translate(-2, -selection.active.character), selection.active)),
      '## Spring tide\n\n',
    );
    await vscode.workspace.fs.delete(document.uri);
  });

  it('goes with its folder', async () => {
    const document = await openTides();
    await save('sea/tides.glossary.md', glossary('A tide of little range.'));
    await untilHover(document, /A tide of little range\./);
    await vscode.workspace.fs.delete(uriOf('sea'), { recursive: true });
    await untilHover(document, /^$/);
  });
});

async function highlights(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range[]> {
  const found = await until('highlights', async () => {
    const all = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    return all && all.length > 0 && all;
  });
  return found.map(({ range }) => range);
}
