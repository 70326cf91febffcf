/**
 * The files of the extensions registered so far: the path that a file has in its extension, and the address of its text.
 *
 * @type {Map<string, string>}
 */
export const files = new Map();

/** Called by each extension's package as it is loaded. */
export function registerExtension() {
  return { registerFileUrl: (path, url) => files.set(path, url), whenReady: async () => {} };
}
