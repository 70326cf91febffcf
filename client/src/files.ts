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

/** File systems in which VS Code finds files itself. In one without a search of its own it would look for ever. */
const SEARCHABLE = ['file', 'vscode-remote', 'vscode-vfs'];
const NEVER_SEARCHED = ['.git', 'node_modules'];
/** More files of a file system that cannot be searched are left alone. */
const MOST_FILES = 5000;

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
  if (!SEARCHABLE.includes(place.scheme)) return await walk(place);
  return await vscode.workspace.findFiles(
    new vscode.RelativePattern(place, '**/{*.md,*.markdown,*.glossary.yml,*.glossary.yaml,.gitignore}'),
  );
}

/** All files below a folder of a file system that cannot be searched, up to a limit; which of them count is for the server to say. */
async function walk(folder: vscode.Uri, found: vscode.Uri[] = []): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  for (const [name, type] of entries) {
    const place = vscode.Uri.joinPath(folder, name);
    if (found.length >= MOST_FILES) break;
    if (type === vscode.FileType.File) found.push(place);
    else if (type === vscode.FileType.Directory && !NEVER_SEARCHED.includes(name)) await walk(place, found);
  }
  return found;
}
