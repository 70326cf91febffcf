import type { Location, Position } from 'vscode-languageserver-types';
import { questionAt, termAt } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** Where the term at a position is defined, or the question there answered by a key; empty where neither is known. */
export function definition(snapshot: Snapshot, position: Position): Location[] {
  const offset = snapshot.document.lines.offsetAt(position);
  const term = termAt(snapshot, offset);
  if (term) return term.terms.map(entryOf);
  const question = questionAt(snapshot, offset);
  const match = question && snapshot.assistance === 'answers' ? snapshot.match(question) : null;
  return match && match.question.uri !== snapshot.uri ? [entryOf(match.question)] : [];
}

/** The line of a glossary entry or key question. */
export function entryOf({ uri, line }: { readonly uri: string; readonly line: number }): Location {
  return { uri, range: { start: { line, character: 0 }, end: { line, character: 0 } } };
}
