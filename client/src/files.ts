import * as vscode from 'vscode';
import type { BaseLanguageClient, ClientCapabilities } from 'vscode-languageclient';
import {
  type ClientExtras,
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol.ts';

/** Tells the server what this client does beyond the protocol. */
export function announceExtras(client: BaseLanguageClient): void {
  const worksheets: ClientExtras = { status: true, files: true, builtIn: true, addToGlossary: true, list: true };
  client.registerFeature({
    fillClientCapabilities(capabilities: ClientCapabilities) {
      capabilities.experimental = { ...capabilities.experimental, worksheets };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  });
}

/** Reads files for a server that cannot reach them itself. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable[] {
  const { asUri } = client.protocol2CodeConverter;
  return [
    client.onRequest(FIND_FILES, async ({ uri }: FindFilesParams): Promise<FindFilesResult> => {
      const found = await findFiles(asUri(uri));
      return found.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
    client.onRequest(READ_FILE, async ({ uri, limit }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(asUri(uri));
        return new TextDecoder().decode(bytes.subarray(0, limit));
      } catch {
        return null;
      }
    }),
  ];
}

async function findFiles(place: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const { type } = await vscode.workspace.fs.stat(place);
    if ((type & vscode.FileType.File) !== 0) return [place];
  } catch {
    return [];
  }
  return await vscode.workspace.findFiles(
    new vscode.RelativePattern(place, '**/{*.md,*.markdown,*.glossary.yml,*.glossary.yaml,.gitignore}'),
  );
}
