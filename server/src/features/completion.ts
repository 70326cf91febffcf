import { t } from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver-types';
import { withoutKeyPointMarks } from '../knowledge/key-answer.ts';
import type { KeyQuestion } from '../knowledge/model.ts';
import { keyPointList } from '../rules/unanswered.ts';
import { containsOffset } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { writeAnswer } from '../worksheet/slot.ts';
import { type EarlierAnswer, earlierAnswers, type Others } from './earlier-answers.ts';
import { sourceLinks } from './markup.ts';
import { toTextEdit } from './positions.ts';
import { proseCompletion } from './prose-completion.ts';
import { shownMarkdown } from './shown-markdown.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What could stand at a position: the key's answer where an answer belongs, the accepted words in a blank, terms and recurrent
 * lists in prose.
 *
 * @param trigger the character just typed that asked; null where a person did. Only an open slot answers to a character.
 * @param others the other worksheets at hand, for what was answered there
 */
export function completion(
  snapshot: Snapshot,
  position: Position,
  trigger: string | null,
  others: Others = () => [],
): CompletionItem[] {
  const offset = snapshot.document.lines.offsetAt(position);
  const question = openQuestionAt(snapshot, offset);
  if (!question) return trigger === null ? proseCompletion(snapshot, offset) : [];
  if (snapshot.assistance !== 'answers') return [];
  const key = snapshot.match(question)?.question;
  const blank = question.blanks.find((span) => containsOffset(span, offset));
  if (blank) return key ? words(snapshot, key, (word) => ({ span: blank, newText: word })) : [];
  const { slot } = question;
  if (!slot) return [];
  const write = (answer: string) => writeAnswer(snapshot.document.text, snapshot.document.lines, slot, answer, offset);
  const own = earlierAnswers(snapshot, question, others);
  const fromKey = !key ? [] : question.kind === 'fill-in' ? words(snapshot, key, write) : answers(snapshot, key, write);
  return [...fromKey, ...own.map((earlier, index) => earlierItem(snapshot, earlier, write, index))];
}

/** The question in whose slot or blank an offset stands; null where it stands in none. */
function openQuestionAt({ worksheet }: Snapshot, offset: number): Question | null {
  return (
    worksheet.questions.find(
      ({ slot, blanks }) =>
        (slot && containsOffset(slot.area, offset)) || blanks.some((blank) => containsOffset(blank, offset)),
    ) ?? null
  );
}

type Write = (answer: string) => ReturnType<typeof writeAnswer>;

function words(snapshot: Snapshot, key: KeyQuestion, write: Write): CompletionItem[] {
  return key.accept.map((word, index) => item(snapshot, key, word, word, write, index, CompletionItemKind.Value));
}

function answers(snapshot: Snapshot, key: KeyQuestion, write: Write): CompletionItem[] {
  const items = [item(snapshot, key, t('Answer'), key.answer, write, 0, CompletionItemKind.Snippet)];
  if (key.shortAnswer !== '' && key.shortAnswer !== key.answer) {
    items.push(item(snapshot, key, t('Short answer'), key.shortAnswer, write, 1, CompletionItemKind.Snippet));
  }
  if (key.keyPoints.length > 0) {
    items.push(
      item(snapshot, key, t('Key points to write from'), keyPointList(key), write, 2, CompletionItemKind.Snippet),
    );
  }
  return items;
}

function earlierItem({ document }: Snapshot, earlier: EarlierAnswer, write: Write, order: number): CompletionItem {
  const edit = write(earlier.text);
  return {
    label: t('Your answer in {0}', earlier.file),
    kind: CompletionItemKind.Reference,
    documentation: shownMarkdown(earlier.text),
    textEdit: toTextEdit(document.lines, edit),
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    filterText: document.text.slice(edit.span.start, edit.span.end) || earlier.file,
    sortText: `9${order}`,
  };
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
  const edit = write(withoutKeyPointMarks(answer));
  return {
    label,
    labelDetails: { description: t('{0} (key)', key.key) },
    kind,
    documentation: shownMarkdown(`${answer}\n\n${sourceLinks(key.sources)}`.trimEnd()),
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
