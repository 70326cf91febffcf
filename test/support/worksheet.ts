import { type MarkdownDocument, parseMarkdown } from '../../server/src/markdown/document.ts';
import type { KnowsQuestion } from '../../server/src/worksheet/known-question.ts';
import type { Question, Worksheet } from '../../server/src/worksheet/model.ts';
import { readWorksheet } from '../../server/src/worksheet/read-worksheet.ts';

export const knowsNothing: KnowsQuestion = () => null;

/** A document with its questions, read without the help of a key unless one is given. */
export interface ReadText {
  readonly document: MarkdownDocument;
  readonly worksheet: Worksheet;
  readonly questions: readonly Question[];
}

/**
 * Reads a text.
 *
 * @param declared whether it is taken for a worksheet whatever its looks; null to let its looks decide
 */
export function read(text: string, declared: boolean | null = true, knows: KnowsQuestion = knowsNothing): ReadText {
  const document = parseMarkdown(text);
  const worksheet = readWorksheet(document, { knows, declared });
  return { document, worksheet, questions: worksheet.questions };
}

const signs = { blank: '[ ]', placeholder: '[~]', unsure: '[?]', answered: '[x]' } as const;

/**
 * A question in one line, `[x] 3 What is a port? = a number | of a process`: its status, its 1-based line, its text with `____`
 * before that of a fill-in, and behind `=` what fills its blank or else the lines of its answer.
 */
export function describeQuestion({ status, line, kind, text, filled, answer }: Question): string {
  const words = filled?.text ?? answer?.text.replace(/\n/g, ' | ');
  return `${signs[status]} ${line + 1} ${kind === 'fill-in' ? '____ ' : ''}${text}${words === undefined ? '' : ` = ${words}`}`;
}

/** Each question of a text in one line; see {@link describeQuestion}. */
export function describeQuestions(text: string, declared: boolean | null = true, knows?: KnowsQuestion): string[] {
  return read(text, declared, knows).questions.map(describeQuestion);
}
