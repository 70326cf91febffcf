import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Knowledge } from '../knowledge/model.ts';
import { entryOf } from './definition.ts';

/** More than anybody reads through. */
const most = 200;

/** The terms that a query could mean: by the start of a name or alias, then by any part of a name. Without a query, the first of all. */
export function workspaceSymbols(knowledge: Knowledge, query: string): WorkspaceSymbol[] {
  const all = knowledge.glossaries.flatMap(({ terms }) => terms);
  const wanted = query.trim().toLowerCase();
  const found = new Set(wanted === '' ? all : knowledge.complete(wanted, most));
  for (const term of all) if (wanted !== '' && term.name.toLowerCase().includes(wanted)) found.add(term);
  return [...found].slice(0, most).map((term) => ({
    name: term.name,
    kind: SymbolKind.Key,
    containerName: term.glossary,
    location: entryOf(term),
  }));
}
