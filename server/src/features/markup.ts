import type { Source, Term } from '../knowledge/model.ts';

/** Sources as Markdown links, one after the other; empty where there are none. */
export function sourceLinks(sources: readonly Source[]): string {
  return sources.map(({ title, url }) => (url ? `[${title}](${url})` : title)).join(' · ');
}

/** A term as hovers and completion show it: name and glossary, definition, other names, sources. */
export function termMarkup(term: Term): string {
  const names = [
    term.aliases.length ? `Also called: ${term.aliases.join(', ')}` : '',
    term.seeAlso.length ? `See also: ${term.seeAlso.join(', ')}` : '',
  ].filter(Boolean);
  return [`**${term.name}** · ${term.glossary}`, term.definition, names.join(' · '), sourceLinks(term.sources)]
    .filter(Boolean)
    .join('\n\n');
}
