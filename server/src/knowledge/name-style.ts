import { sameElements } from '../text/same-elements.ts';
import type { Span } from '../text/span.ts';
import type { Glossary } from './model.ts';

/** A name that is written in another way than its glossary has it. */
export interface OddSpelling {
  /** Without a plural's or possessive's s. */
  readonly span: Span;
  /** As the glossary has it. */
  readonly name: string;
}

interface StyledName {
  readonly name: string;
  /** Whether other names are made with it, such as "WebSocket frame": then it is the name of a subject, however it is written. */
  readonly isSubject: boolean;
}

interface StyledNames {
  readonly glossaries: readonly Glossary[];
  /** By their letters and digits in lower case. */
  readonly byLetters: ReadonlyMap<string, StyledName>;
  /** All ways to write them; null where there is no such name. */
  readonly pattern: RegExp | null;
}

/** `WebSocket`, `Socket.IO`, `JavaScript`: one word with a shape of its own. Not `readyState` or `io.on()`, which are code, and not `Content-Type`, whose case is free. */
const shaped = /^\p{Lu}\p{L}*\p{Ll}(?:\p{Lu}\p{L}*|\.\p{L}{2,})$/u;
/** Where a part of such a name starts. */
const joint = /(?<=\p{Ll})(?=\p{Lu})|\./u;
const plural = "(?:s|['’]s)?";

/**
 * Names in a text that are spelled in another way than the glossaries have them: in other case, with other marks between their
 * parts, or in two words. What stands in quotes, in a path, in a command or in capitals as a whole is passed over. Time grows
 * linearly with the text.
 */
export function oddSpellings(glossaries: readonly Glossary[], prose: string): readonly OddSpelling[] {
  const { pattern, byLetters } = stylesOf(glossaries);
  if (pattern === null) return [];
  return Array.from(prose.matchAll(pattern)).flatMap((match) => {
    const written = match[1]!;
    const styled = byLetters.get(lettersOf(written));
    const span = { start: match.index, end: match.index + written.length };
    return styled && isOdd(written, styled) && countsAsName(prose, span) ? [{ span, name: styled.name }] : [];
  });
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function isOdd(written: string, { name, isSubject }: StyledName): boolean {
  if (written === name || written === written.toUpperCase()) return false;
  // "close event" is no CloseEvent, but "Git Hub" and "web socket" can't be anything else.
  const parts = written.split(/[^\p{L}\p{N}]+/u);
  return isSubject || parts.length === 1 || name.includes('.') || parts.every((part) => /^\p{Lu}/u.test(part));
}

function countsAsName(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 30), start);
  const behind = prose.slice(end, end + 3);
  if (/[\p{L}\p{N}_@/\\#$.-]$/u.test(before) || /^(?:[/\\(=@]|[.:-][\p{L}\p{N}_/])/u.test(behind)) return false;
  const written = prose.slice(start, end);
  if (written !== written.toLowerCase()) return true;
  // In lower case it may be what a program reads: a string, a header's value, a package.
  return !/["'“‘]$|\p{L}{2}:\s*$|\b(?:npm|yarn|pnpm|install|require|import|package)\W+(?:\w+\W+)?$/iu.test(before);
}

const known = new WeakMap<Glossary, StyledNames>();

function stylesOf(glossaries: readonly Glossary[]): StyledNames {
  const [first] = glossaries;
  const old = first && known.get(first);
  if (old && sameElements(old.glossaries, glossaries)) return old;
  const made = styleNames(glossaries);
  if (first) known.set(first, made);
  return made;
}

function styleNames(glossaries: readonly Glossary[]): StyledNames {
  const names = glossaries.flatMap(({ terms }) => terms.map(({ name }) => name));
  const all = new Set(names);
  const subjects = new Set(names.filter((name) => name.includes(' ')).map((name) => name.split(' ', 1)[0]!));
  const byLetters = new Map<string, StyledName>();
  const several = new Set<string>();
  for (const name of names) {
    const letters = lettersOf(name);
    // A spelling that some glossary has as a name is fine.
    if (byLetters.has(letters) && byLetters.get(letters)!.name !== name) several.add(letters);
    if (!shaped.test(name) || (name.includes('.') && all.has(name.split('.', 1)[0]!))) continue;
    byLetters.set(letters, { name, isSubject: subjects.has(name) });
  }
  for (const letters of several) byLetters.delete(letters);
  if (byLetters.size === 0) return { glossaries, byLetters, pattern: null };
  const spellings = [...byLetters.values()].map(({ name }) => name.split(joint).join('[ \\t\\u00a0.-]?'));
  return {
    glossaries,
    byLetters,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])(${spellings.join('|')})${plural}(?![\\p{L}\\p{N}_])`, 'giu'),
  };
}
