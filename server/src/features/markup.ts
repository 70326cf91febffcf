import { t } from '@vscode/l10n';
import type { Source, Term } from '../knowledge/model.ts';

/** Sources as Markdown links, one after the other; empty where there are none. */
export function sourceLinks(sources: readonly Source[]): string {
  return sources.map(({ title, url }) => (url ? `[${title}](${url})` : title)).join(' · ');
}

/**
 * A term as hovers and completion show it: name and glossary, definition, other names, sources. A drawing takes the room of a
 * hover, so the sources stand in the first line where there is one.
 *
 * @param drawings whether there is room for drawings
 */
export function termMarkup({ name, glossary, definition, aliases, seeAlso, sources }: Term, drawings = true): string {
  const fence = definition.search(/^(?:```|~~~)/m);
  const drawn = drawings && fence >= 0;
  const names = [
    aliases.length ? t('Also called: {0}', aliases.join(', ')) : '',
    seeAlso.length ? t('See also: {0}', seeAlso.join(', ')) : '',
  ];
  const links = sourceLinks(sources);
  return [
    [`**${name}**`, glossary, drawn ? links : ''].filter(Boolean).join(' · '),
    drawn || fence < 0 ? definition : definition.slice(0, fence).trimEnd(),
    names.filter(Boolean).join(' · '),
    drawn ? '' : links,
  ]
    .filter(Boolean)
    .join('\n\n');
}
