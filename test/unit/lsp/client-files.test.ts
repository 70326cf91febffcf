import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { clientFiles } from '../../../server/src/lsp/client-files.ts';

/** A connection to a client that has these files. */
function clientWith(texts: Record<string, string>): Connection {
  const answers: Record<string, (params: { uri: string; limit?: number }) => unknown> = {
    'worksheets/findFiles': ({ uri }) => Object.keys(texts).filter((each) => each.startsWith(uri)),
    'worksheets/readFile': ({ uri, limit }) => texts[uri]?.slice(0, limit) ?? null,
  };
  const sendRequest = async (method: string, params: { uri: string }) => answers[method]?.(params);
  return { sendRequest } as unknown as Connection;
}

describe('clientFiles', () => {
  it('finds what .gitignore files do not exclude', async () => {
    const files = clientFiles(
      clientWith({
        'vscode-vfs://host/r/.gitignore': 'drafts/\n',
        'vscode-vfs://host/r/b.md': '',
        'vscode-vfs://host/r/a%20b.markdown': '',
        'vscode-vfs://host/r/drafts/x.md': '',
        'vscode-vfs://host/r/keys/.gitignore': 'my secret.md\n',
        'vscode-vfs://host/r/keys/my%20secret.md': '',
        'vscode-vfs://host/r/keys/open.md': '',
      }),
    );
    assert.deepEqual(await files.findFiles('vscode-vfs://host/r'), [
      'vscode-vfs://host/r/a%20b.markdown',
      'vscode-vfs://host/r/b.md',
      'vscode-vfs://host/r/keys/open.md',
    ]);
  });

  it('reads texts, or their start', async () => {
    const files = clientFiles(clientWith({ 'vscode-vfs://host/a.md': 'abcdef' }));
    assert.equal(await files.read('vscode-vfs://host/a.md'), 'abcdef');
    assert.equal(await files.read('vscode-vfs://host/a.md', 3), 'abc');
    assert.equal(await files.read('vscode-vfs://host/b.md'), null);
  });
});
