/** The scheme of the URIs of built-in glossaries and keys: `worksheets-built-in:/osi.glossary.md`. */
export const BUILT_IN_SCHEME = 'worksheets-built-in';
