import { FILE_ACCESS, type InspectedFile } from '../inspect.ts';
import type { Pieces } from '../output.ts';

/** What a format may show or leave out. */
export interface Style {
  readonly color: boolean;
}

/** Turns files and their findings into text, as they come. */
export type Format = (files: AsyncIterable<InspectedFile>, style: Style) => Pieces;

/** Whether something is said of the file itself, which could not be read or changed, not of what is in it. */
export function isAboutAccess({ rule }: { readonly rule: string }): boolean {
  return rule === FILE_ACCESS;
}

/** A path with `/` between its parts, as URIs and other systems' tools have it. */
export function withSlashes(file: string): string {
  return file.replaceAll('\\', '/');
}

/**
 * Text as one line that is safe to show on a terminal: files have others as authors, and control characters could do more than be
 * read (ECMA-48; Unicode's bidirectional formatting).
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Control}]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
}

/** "1 file", "2 files". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
