import type { Position } from 'vscode-languageserver-types';
import type { Question } from '../worksheet/model.ts';
import { termAt } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** A question as commands name it: the document may have changed by the time they are run. */
export interface QuestionPlace {
  readonly uri: string;
  readonly text: string;
  /** A place on the question where a hover is about the question, not about a term in it. */
  readonly position: Position;
}

/** How commands name a question. */
export function placeOf(snapshot: Snapshot, { text, span }: Question): QuestionPlace {
  let offset = span.start;
  for (let term = termAt(snapshot, offset); term && term.span.end < span.end; term = termAt(snapshot, offset))
    offset = term.span.end;
  return { uri: snapshot.uri, text, position: snapshot.document.lines.positionAt(offset) };
}

/** The question that a place names: of several in the same words, the one nearest to where it was; null where it is gone. */
export function questionOf({ worksheet }: Snapshot, { text, position }: QuestionPlace): Question | null {
  const distance = ({ line }: Question) => Math.abs(line - position.line);
  const same = worksheet.questions.filter((question) => question.text === text);
  return same.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
