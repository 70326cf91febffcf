import type { Connection } from 'vscode-languageserver';
import { decodeUri } from '../text/uri.ts';
import { type FileAccess, mayHoldKnowledge } from '../workspace/file-access.ts';
import { IgnoreRules } from '../workspace/ignore-rules.ts';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol.ts';

/** Files by way of the client, for a server that cannot reach them itself: in a browser, or in a virtual workspace. */
export function clientFiles(connection: Connection): FileAccess {
  const read = async (uri: string, limit?: number): Promise<string | null> => {
    const params: ReadFileParams = limit === undefined ? { uri } : { uri, limit };
    return await connection.sendRequest<ReadFileResult>(READ_FILE, params);
  };
  const findFiles = async (uri: string): Promise<readonly string[]> => {
    const params: FindFilesParams = { uri };
    const found = await connection.sendRequest<FindFilesResult>(FIND_FILES, params);
    const root = uri.endsWith('/') ? uri : `${uri}/`;
    const pathOf = (file: string): string => decodeUri(file.slice(root.length));
    const rules = new IgnoreRules();
    for (const file of found.filter((each) => each.endsWith('/.gitignore'))) {
      const text = await read(file);
      if (text !== null) rules.add(pathOf(file).replace(/\.gitignore$/, ''), text);
    }
    return found
      .filter((file) => mayHoldKnowledge(file) && (!file.startsWith(root) || !rules.ignores(pathOf(file))))
      .sort();
  };
  return { findFiles, read };
}
