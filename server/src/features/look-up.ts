import type { Knowledge, Source, Term } from '../knowledge/model.ts';

/** What a term means, for programs. */
export interface LookedUpTerm {
  readonly term: string;
  readonly glossary: string;
  /** Markdown. */
  readonly definition: string;
  /** Where to read more, as text; null where the glossary doesn't say. */
  readonly source: string | null;
}

/** What a term means in each glossary that has it, best first; empty where none has. */
export function lookUp(knowledge: Knowledge, query: string): readonly LookedUpTerm[] {
  return knowledge.lookUp(query).map(lookedUp);
}

/** A term as programs get it. */
export function lookedUp({ name, definition, sources, glossary }: Term): LookedUpTerm {
  return { term: name, definition, source: sources[0] ? cite(sources[0]) : null, glossary };
}

/** A source as plain text. */
export function cite({ title, url }: Source): string {
  return url === null ? title : `${title} (${url})`;
}
