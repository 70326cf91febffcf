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
import type { MarkdownDocument } from '../markdown/document.ts';
import { keyPointList } from '../rules/unanswered.ts';
import type { Edit } from '../text/edit.ts';
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
  const { document } = snapshot;
  const offset = document.lines.offsetAt(position);
  const question = openQuestionAt(snapshot, offset);
  if (!question) return trigger === null ? proseCompletion(snapshot, offset) : [];
  if (snapshot.assistance !== 'answers') return [];
  const key = snapshot.match(question)?.question;
  const blank = question.blanks.find((span) => containsOffset(span, offset));
  if (blank) return key ? words(key).map((offer) => item(document, offer, { span: blank, newText: offer.answer })) : [];
  const { slot } = question;
  if (!slot) return [];
  const fromKey = !key ? [] : question.kind === 'fill-in' ? words(key) : answers(key);
  const own = earlierAnswers(snapshot, question, others).map(earlierOffer);
  return [...fromKey, ...own].map((offer) =>
    item(document, offer, writeAnswer(document.text, document.lines, slot, offer.answer, offset)),
  );
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

/** An answer to choose, but for how it is written where the cursor stands. */
interface Offer extends Pick<CompletionItem, 'label' | 'labelDetails' | 'kind' | 'documentation' | 'sortText'> {
  readonly answer: string;
  readonly preselect?: boolean;
  /** What editors compare with the text where there is none yet. */
  readonly filterText: string;
}

function words(key: KeyQuestion): Offer[] {
  return key.accept.map((word, order) => keyOffer(key, word, word, order, CompletionItemKind.Value));
}

function answers(key: KeyQuestion): Offer[] {
  const { answer, shortAnswer, keyPoints } = key;
  if (answer === '') return [];
  const named: [label: string, answer: string][] = [[t('Answer'), answer]];
  if (shortAnswer !== '' && shortAnswer !== answer) named.push([t('Short answer'), shortAnswer]);
  if (keyPoints.length > 0) named.push([t('Key points to write from'), keyPointList(key)]);
  return named.map(([label, text], order) => keyOffer(key, label, text, order, CompletionItemKind.Snippet));
}

function keyOffer(key: KeyQuestion, label: string, answer: string, order: number, kind: CompletionItemKind): Offer {
  return {
    label,
    labelDetails: { description: t('{0} (key)', key.key) },
    kind,
    documentation: shownMarkdown(`${answer}\n\n${sourceLinks(key.sources)}`.trimEnd()),
    answer: withoutKeyPointMarks(answer),
    filterText: label,
    sortText: String(order),
    preselect: order === 0,
  };
}

function earlierOffer({ text, file }: EarlierAnswer, order: number): Offer {
  return {
    label: t('Your answer in {0}', file),
    kind: CompletionItemKind.Reference,
    documentation: shownMarkdown(text),
    answer: text,
    filterText: file,
    sortText: `9${order}`,
  };
}

function item({ text, lines }: MarkdownDocument, { answer: _, ...offer }: Offer, edit: Edit): CompletionItem {
  return {
    ...offer,
    textEdit: toTextEdit(lines, edit),
    insertTextFormat: InsertTextFormat.PlainText,
    // The edit has its own indentation: an editor that adds to it would break the list.
    insertTextMode: InsertTextMode.asIs,
    // Editors match items against the text they replace; a slot's own marks must not rule an answer out.
    filterText: text.slice(edit.span.start, edit.span.end) || offer.filterText,
  };
}
