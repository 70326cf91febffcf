import type { Hover, Position } from 'vscode-languageserver-types';
import { termMarkup } from './markup.ts';
import { questionAt, termAt } from './places.ts';
import { toRange } from './positions.ts';
import { questionMarkup } from './question-markup.ts';
import { shownMarkdown } from './shown-markdown.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What the term at a position means, else how the question there is understood; null where neither stands. A term of several
 * glossaries shows all its definitions.
 */
export function hover(snapshot: Snapshot, position: Position): Hover | null {
  const { lines } = snapshot.document;
  const offset = lines.offsetAt(position);
  const term = termAt(snapshot, offset);
  if (term) {
    return {
      contents: shownMarkdown(term.terms.map((each) => termMarkup(each)).join('\n\n---\n\n')),
      range: toRange(lines, term.span),
    };
  }
  const question = questionAt(snapshot, offset);
  const value = question && questionMarkup(snapshot, question);
  return value ? { contents: shownMarkdown(value), range: toRange(lines, question.span) } : null;
}
