import type { Source, Term } from '../knowledge/model.ts';

/** Sources as Markdown links, one after the other; empty where there are none. */
export function sourceLinks(sources: readonly Source[]): string {
  return sources.map(({ title, url }) => (url ? `[${title}](${url})` : title)).join(' · ');
}

/**
 * A term as hovers and completion show it: name and glossary, definition, other names, sources. A drawing comes last: a hover is
 * not high, and all else should be in sight.
 *
 * @param drawings whether there is room for drawings
 */
export function termMarkup(term: Term, drawings = true): string {
  const fence = term.definition.search(/^(?:```|~~~)/m);
  const prose = fence < 0 ? term.definition : term.definition.slice(0, fence).trimEnd();
  const names = [
    term.aliases.length ? `Also called: ${term.aliases.join(', ')}` : '',
    term.seeAlso.length ? `See also: ${term.seeAlso.join(', ')}` : '',
  ].filter(Boolean);
  return [
    `**${term.name}** · ${term.glossary}`,
    prose,
    names.join(' · '),
    sourceLinks(term.sources),
    drawings && fence >= 0 ? term.definition.slice(fence) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}
