import picomatch from 'picomatch';
import { decodeUri, fileNameOf } from '../text/uri.ts';

/**
 * Reads the setting `worksheets.files`: whether it names a file as a worksheet (true) or as none (false); null where no pattern fits.
 *
 * @param patterns globs relative to a workspace folder; a leading `!` says "none"; the last that fits decides
 * @param folders URIs of the workspace folders; a file outside of all of them is matched by its name alone
 */
export function declaredFiles(
  patterns: readonly string[],
  folders: readonly string[],
): (uri: string) => boolean | null {
  const rules = patterns.map((pattern) => {
    const none = pattern.startsWith('!');
    return { says: !none, fits: picomatch(none ? pattern.slice(1) : pattern, { dot: true }) };
  });
  if (rules.length === 0) return () => null;
  return (uri) => {
    const path = relativePath(uri, folders);
    return rules.findLast(({ fits }) => fits(path))?.says ?? null;
  };
}

function relativePath(uri: string, folders: readonly string[]): string {
  const folder = folders.map((each) => each.replace(/\/?$/, '/')).find((each) => uri.startsWith(each));
  return folder ? decodeUri(uri.slice(folder.length)) : fileNameOf(uri);
}
