import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types';
import type { KeyQuestion } from '../knowledge/model.ts';
import { keyPointList } from '../rules/unanswered.ts';
import { containsOffset } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { sourceLinks } from './markup.ts';
import { toTextEdit } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What could stand at a position: the key's answer where an answer belongs, the accepted words in a blank.
 *
 * @param trigger the character just typed that asked; null where a person did. Only an open slot answers to a character.
 */
export function completion(snapshot: Snapshot, position: Position, _trigger: string | null): CompletionItem[] {
  if (snapshot.assistance !== 'answers') return [];
  const offset = snapshot.document.lines.offsetAt(position);
  const question = snapshot.worksheet.questions.find(
    ({ slot, blanks }) =>
      (slot && containsOffset(slot.area, offset)) || blanks.some((blank) => containsOffset(blank, offset)),
  );
  const key = question && snapshot.match(question)?.question;
  if (!question || !key) return [];
  const blank = question.blanks.find((span) => containsOffset(span, offset));
  if (blank) return words(snapshot, key, (word) => ({ span: blank, newText: word }));
  const { slot } = question;
  if (!slot) return [];
  const write = (answer: string) => writeAnswer(snapshot.document.text, snapshot.document.lines, slot, answer, offset);
  return question.kind === 'fill-in' ? words(snapshot, key, write) : answers(snapshot, key, question, write);
}

type Write = (answer: string) => ReturnType<typeof writeAnswer>;

function words(snapshot: Snapshot, key: KeyQuestion, write: Write): CompletionItem[] {
  return key.accept.map((word, index) => item(snapshot, key, word, word, write, index, CompletionItemKind.Value));
}

function answers(snapshot: Snapshot, key: KeyQuestion, _question: Question, write: Write): CompletionItem[] {
  const items = [item(snapshot, key, 'Answer', key.answer, write, 0, CompletionItemKind.Snippet)];
  if (key.shortAnswer !== '' && key.shortAnswer !== key.answer) {
    items.push(item(snapshot, key, 'Short answer', key.shortAnswer, write, 1, CompletionItemKind.Snippet));
  }
  if (key.keyPoints.length > 0) {
    items.push(
      item(snapshot, key, 'Key points to write from', keyPointList(key), write, 2, CompletionItemKind.Snippet),
    );
  }
  return items;
}

function item(
  { document }: Snapshot,
  key: KeyQuestion,
  label: string,
  answer: string,
  write: Write,
  order: number,
  kind: CompletionItemKind,
): CompletionItem {
  const edit = write(answer);
  return {
    label,
    labelDetails: { description: `${key.key} (key)` },
    kind,
    documentation: { kind: MarkupKind.Markdown, value: `${answer}\n\n${sourceLinks(key.sources)}`.trimEnd() },
    textEdit: toTextEdit(document.lines, edit),
    insertTextFormat: InsertTextFormat.PlainText,
    // The edit has its own indentation: an editor that adds to it would break the list.
    insertTextMode: InsertTextMode.asIs,
    // Editors match items against the text they replace; a slot's own marks must not rule an answer out.
    filterText: document.text.slice(edit.span.start, edit.span.end) || label,
    sortText: String(order),
    preselect: order === 0,
  };
}
