import type { RatedLine } from './rated-lines.ts';

/** A part of a document that asks for no answers: somebody's own wishes and questions, what others ask often, what a lesson aims at, links to read, or terms explained. */
export interface AskingNothing {
  readonly kind: 'wishes' | 'asked' | 'aims' | 'links' | 'terms';
  /** Depth of the heading above it; 7 where its title is no heading. */
  readonly depth: number;
}

const wishes =
  /\bi\b.{0,20}\b(?:want|like|need|wish)\b.{0,12}\b(?:know|learn|understand|ask)\b|^things?\s+(?:that\s+)?i\b.*\b(?:want|like|need|wish)/i;
/** "FAQ", "Redux FAQ: Actions", "Frequently asked questions" */
const askedOften = /\bfaqs?\b|\b(?:frequently|commonly|often)\s+asked\b/i;
/** "Learning Objectives": orders there say what a student will be able to do. */
const aims = /^(?:learning\s+|lesson\s+)?(?:objectives|outcomes|goals)\b\W*$/i;
const links =
  /^(?:bookmarks?(?:\s+and\s+review)?|references?|resources?|sources?|citations?|works\s+cited|further\s+reading|additional\s+(?:resources|readings?|links)|(?:useful\s+)?links?|(?:table\s+of\s+)?contents)\b/i;

const terms =
  /^(?:(?:new|key|important)\s+)?(?:vocab(?:ulary)?|terms?|terminology|definitions?|glossary)(?:\s+(?:words|terms?|list))?\b/i;

/** The part that a title opens; null for a line that opens none. An answer may well begin with such a word: a title stands alone. */
export function partWithoutAnswers(line: RatedLine): AskingNothing | null {
  if (line.likeness >= 1 || line.marker !== null || line.text.length >= 60) return null;
  const depth = line.heading || 7;
  const mayBeTitle = line.heading > 0 || /^(?:things?|this|what|questions?|topics?|stuff)\b[^.!]*$/i.test(line.text);
  if (mayBeTitle && wishes.test(line.text)) return { kind: 'wishes', depth };
  if (line.heading > 0 && askedOften.test(line.text)) return { kind: 'asked', depth };
  if (line.heading > 0 && aims.test(line.text)) return { kind: 'aims', depth };
  const link = links.exec(line.text);
  const kind = link ? 'links' : 'terms';
  const title = (link ?? terms.exec(line.text))?.[0];
  if (title === undefined) return null;
  const rest = line.text
    .slice(title.length)
    .replace(/\([^)]{0,1000}\)/g, '')
    .trim();
  const alone = /^:?$/.test(rest);
  // A heading or a line in bold may say more: "Resources from class 1".
  const labelled = line.heading > 0 || (line.emphasis !== 'none' && line.restStart === null);
  return alone || (labelled && !/[.!]$/.test(rest)) ? { kind, depth } : null;
}

/** Whether a table's first row says that the others explain terms: `| Term | Meaning |`. */
export const headsTerms = ({ text }: RatedLine): boolean =>
  terms.test(text.split('|').map(withoutEmphasis).find(Boolean) ?? '');

const withoutEmphasis = (cell: string) => cell.replace(/[*_]/g, '').trim();

/** Whether a line ends such a part. */
export function endsPart(line: RatedLine, { kind, depth }: AskingNothing, isQuestionLayout: boolean): boolean {
  if (line.heading > 0) return line.heading <= depth;
  if (line.isLink) return false;
  const isLabel = line.emphasis !== 'none' && line.restStart === null && line.marker === null;
  if (isLabel && depth > 6) return true;
  if (kind !== 'links' && kind !== 'terms') return false;
  return line.likeness >= 0.95 || (line.likeness >= 0.8 && isQuestionLayout);
}
