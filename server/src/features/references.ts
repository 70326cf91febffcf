import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import type { Term } from '../knowledge/model.ts';
import { entryOf } from './definition.ts';
import { allTerms, shareTerm, termAt } from './places.ts';
import { toRange } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** The other places of the term at a position, in the same document. */
export function documentHighlights(snapshot: Snapshot, position: Position): DocumentHighlight[] {
  const at = termAt(snapshot, snapshot.document.lines.offsetAt(position));
  return at ? rangesOf(snapshot, at.terms).map((range) => ({ range })) : [];
}

/**
 * The places of the term at a position.
 *
 * @param others the documents to search besides; the snapshot's own comes first
 * @param withDefinition whether the glossary entries count too
 */
export function references(
  snapshot: Snapshot,
  position: Position,
  others: readonly Snapshot[],
  withDefinition: boolean,
): Location[] {
  const at = termAt(snapshot, snapshot.document.lines.offsetAt(position));
  if (!at) return [];
  const places = [snapshot, ...others.filter(({ uri }) => uri !== snapshot.uri)].flatMap((each) =>
    rangesOf(each, at.terms).map((range) => ({ uri: each.uri, range })),
  );
  return withDefinition ? [...at.terms.map(entryOf), ...places] : places;
}

function rangesOf(snapshot: Snapshot, terms: readonly Term[]) {
  return allTerms(snapshot)
    .filter((place) => shareTerm(place.terms, terms))
    .map(({ span }) => toRange(snapshot.document.lines, span));
}
