import { URI, Utils } from 'vscode-uri';

/** The same place always as the same text: editors differ in which characters they escape. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/**
 * The URI of a path a user wrote.
 *
 * @param folder URI of the folder that a relative path starts from, and in whose file system an absolute one is; `null` where there is none
 * @returns `null` for a relative path without a folder
 */
export function resolvePath(path: string, folder: string | null): string | null {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return normalizeUri(path);
  const base = folder === null ? null : URI.parse(folder);
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(path)) {
    const isElsewhere = base !== null && base.scheme !== 'file' && path.startsWith('/');
    return (isElsewhere ? base.with({ path }) : URI.file(path)).toString();
  }
  return base && Utils.joinPath(base, path).toString();
}
