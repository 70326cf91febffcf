import type { Knowledge, Source } from '../knowledge/model.ts';

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
  return knowledge.lookUp(query).map(({ name, glossary, definition, sources }) => ({
    term: name,
    glossary,
    definition,
    source: sources[0] ? cite(sources[0]) : null,
  }));
}

/** A source as plain text. */
export function cite({ title, url }: Source): string {
  return url === null ? title : `${title} (${url})`;
}
