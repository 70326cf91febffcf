import { fileNameOf } from '../text/uri.ts';
import type { Question } from '../worksheet/model.ts';
import type { Snapshot } from './snapshot.ts';

/** An answer that the same question got in another worksheet. */
export interface EarlierAnswer {
  /** The file's name, for people. */
  readonly file: string;
  /** As its author wrote it, without the marks of its layout. */
  readonly text: string;
}

/**
 * The other documents at hand.
 *
 * @param mention only those in which this stands, whatever its case: looking into a document costs more than looking for a word
 */
export type Others = (mention: string) => readonly Snapshot[];

/** More are no help. */
const most = 3;

/** What the same question was answered in other worksheets: by the key question it is recognised as, or in the same words. */
export function earlierAnswers(snapshot: Snapshot, question: Question, others: Others): EarlierAnswer[] {
  const key = snapshot.match(question)?.question;
  const words = normalized(question.text);
  const found: EarlierAnswer[] = [];
  for (const other of others(longestWord(question.text))) {
    if (other.uri === snapshot.uri || other.worksheet.role !== 'worksheet') continue;
    for (const asked of other.worksheet.questions) {
      if (asked.status !== 'answered' || !asked.answer || asked.filled || found.length >= most) continue;
      const same = normalized(asked.text) === words || (key && other.match(asked)?.question === key);
      if (same) found.push({ file: fileNameOf(other.uri), text: asked.answer.text });
    }
  }
  return found;
}

/** A word that a worksheet with the same question has too, in whatever words the rest is asked. */
const longestWord = (text: string) =>
  (text.match(/[\p{L}\d]+/gu) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

const normalized = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
