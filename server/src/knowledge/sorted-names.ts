import { firstWhere } from '../text/search.ts';
import type { Glossary, Term } from './model.ts';
import { keysOf } from './term-index.ts';

/** A name or alias of a term, by its words run together in lower case. */
interface SortedName {
  readonly key: string;
  readonly term: Term;
  /** Whether it is the term's own name rather than an alias. */
  readonly own: boolean;
}

/** The names and aliases of all terms in the order of their keys. */
export function sortedNames(glossaries: readonly Glossary[]): readonly SortedName[] {
  return glossaries
    .flatMap(({ terms }) => terms)
    .flatMap((term) =>
      [term.name, ...term.aliases].map((text) => ({ key: keysOf(text)[0], term, own: text === term.name })),
    )
    .sort((a, b) => compare(a.key, b.key));
}

/** The terms with a name that starts with a prefix, best first: the whole name, then own names before aliases, short before long. */
export function startingWith(names: readonly SortedName[], prefix: string, limit: number): readonly Term[] {
  const [wanted] = keysOf(prefix);
  if (wanted === '') return [];
  const ranks = new Map<Term, number>();
  for (
    let index = firstWhere(names.length, (at) => names[at]!.key >= wanted);
    names[index]?.key.startsWith(wanted);
    index++
  ) {
    const { key, term, own } = names[index]!;
    const rank = (key === wanted ? 0 : 1000) + (own ? 0 : 500) + Math.min(key.length, 499);
    ranks.set(term, Math.min(rank, ranks.get(term) ?? Number.POSITIVE_INFINITY));
  }
  return [...ranks]
    .sort((a, b) => a[1] - b[1] || a[0].name.localeCompare(b[0].name))
    .slice(0, limit)
    .map(([term]) => term);
}

/** By UTF-16 code units, as `<` does. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
