import { t } from '@vscode/l10n';
import type { CodeLens, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import { checkDocument } from '../rules/check.ts';
import { allowedAnswer } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Question } from '../worksheet/model.ts';
import { isOpen } from '../worksheet/status.ts';
import { ANSWER, HINT, OPEN_KEY } from './commands.ts';
import { entryOf } from './definition.ts';
import { toTextEdit } from './positions.ts';
import { placeOf, type QuestionPlace, questionOf } from './question-places.ts';
import type { Snapshot } from './snapshot.ts';

/** What is offered above each open question that a key knows: its answer, a hint, the key; less where assistance allows less. */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  if (snapshot.worksheet.role !== 'worksheet') return [];
  const { lines } = snapshot.document;
  return snapshot.worksheet.questions.filter(isOpen).flatMap((question) => {
    const start = lines.positionAt(question.span.start);
    const lens = (title: string, command: string): CodeLens => ({
      range: { start, end: start },
      command: { title, command, arguments: [placeOf(snapshot, question)] },
    });
    const answer = allowedAnswer(snapshot, question);
    return [
      ...(answer ? [lens(t('Answer'), ANSWER)] : []),
      ...(hintFor(snapshot, question) ? [lens(t('Hint'), HINT)] : []),
      ...(answer ? [lens(t('Key'), OPEN_KEY)] : []),
    ];
  });
}

/** The edit that answers a question, as its preferred quick fix does, for exactly this version; null where there is none. */
export function answerQuestion(snapshot: Snapshot, place: QuestionPlace): WorkspaceEdit | null {
  const question = questionOf(snapshot, place);
  const finding =
    question && checkDocument(snapshot, rules).find((each) => each.question?.span.start === question.span.start);
  const fixes = finding ? rules.find(({ id }) => id === finding.rule)?.fix?.(snapshot, finding) : [];
  const fix = fixes?.find(({ preferred }) => preferred);
  if (!fix) return null;
  const { uri, version, document } = snapshot;
  const edits = fix.edits.map((edit) => toTextEdit(document.lines, edit));
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The hint for a question, in Markdown; null where no key has one, or assistance is off. */
export function questionHint(snapshot: Snapshot, place: QuestionPlace): string | null {
  const question = questionOf(snapshot, place);
  return question && hintFor(snapshot, question);
}

/** The question of a key that a question was recognised as; null where there is none, or answers are not given away. */
export function keyPlace(snapshot: Snapshot, place: QuestionPlace): Location | null {
  const question = questionOf(snapshot, place);
  const key = allowedAnswer(snapshot, question);
  return key && entryOf(key);
}

function hintFor(snapshot: Snapshot, question: Question): string | null {
  return snapshot.assistance === 'off' ? null : (snapshot.match(question)?.question.hint ?? null);
}
