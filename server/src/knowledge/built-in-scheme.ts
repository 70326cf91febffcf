/** The scheme of the URIs of built-in glossaries and keys: `worksheets-built-in:/osi.glossary.md`. */
export const BUILT_IN_SCHEME = 'worksheets-built-in';

/** Whether the URI of a glossary or key is that of a built-in one. */
export function isBuiltIn(uri: string): boolean {
  return uri.startsWith(`${BUILT_IN_SCHEME}:`);
}
