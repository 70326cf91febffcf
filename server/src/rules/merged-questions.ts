import { t } from '@vscode/l10n';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Question } from '../worksheet/model.ts';
import { item, itemsAround, renumbered } from './list-items.ts';
import type { Rule } from './rule.ts';
import { plainWords, shortened } from './wording.ts';

/** Reports a question that stands in the list item of another one. */
export const mergedQuestions: Rule = {
  id: 'merged-questions',
  severity: 'information',
  summary: 'A second question starts in the list item of another one.',
  explanation:
    'Both are read as one paragraph then, the second is easily overlooked, and one of them has no place for its answer. Reported where ' +
    'the number or bullet of the second question got lost. The quick fix gives it an item of its own and numbers the ones below anew. ' +
    'A question that goes on in its own line ("Why is it there?") is one question, and so are two on one line.',
  examples: [
    {
      name: 'A number that got lost',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What is a port?\n   - a number\n2. Describe what a hub does with a frame\n<|What is a switch?|>\n' +
        '   -\n3. What is a router?\n   -\n4. Does a hub read addresses?\n   Why does it not need them?\n   -\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. What is a port?\n   - a number\n2. Describe what a hub does with a frame\n   -\n3. What is a switch?\n' +
        '   -\n4. What is a router?\n   -\n5. Does a hub read addresses?\n   Why does it not need them?\n   -\n',
    },
  ],
  checkNeighbors({ document }, first, second) {
    if (second.line !== first.line + 1 || !areMerged(document, first, second)) return [];
    return [
      {
        rule: 'merged-questions',
        severity: 'information',
        span: second.span,
        message: t('A second question starts here: "{0}"', shortened(second.text)),
        question: second,
      },
    ];
  },
  fix({ document, worksheet }, { question: second }) {
    const first = second && worksheet.questions[worksheet.questions.indexOf(second) - 1];
    if (!first) return [];
    return [{ title: t('Split into two questions'), edits: split(document, first, second), preferred: true }];
  },
};

/** What may stand before a question that has no marker of its own. */
const unmarked = /^[\s>]*[*_]*$/;
/** "Why is it so?" asks on about what the question above speaks of. */
const asksOn =
  /\b(?:it|its|they|them|their|he|she|this|that|these|those|one|ones|both|either|each|so|such|same|other|else|also|above|your|there|then)\b/i;

function areMerged({ text, lines }: MarkdownDocument, first: Question, second: Question): boolean {
  if (first.status !== 'blank') return false;
  const before = text.slice(lines.lineStart(second.line), second.span.start);
  if (!unmarked.test(before) || !item.test(text.slice(lines.lineStart(first.line), lines.lineEnd(first.line)))) {
    return false;
  }
  return !asksOn.test(second.text) && plainWords(second.text).split(' ').length >= 4;
}

/** The edits that give the second question an item of its own, and the first an empty place where the second has one. */
function split({ text, lines }: MarkdownDocument, first: Question, second: Question): Edit[] {
  const lineText = (line: number) => text.slice(lines.lineStart(line), lines.lineEnd(line));
  const [, indent, marker, digits, space] = item.exec(lineText(first.line))!;
  const siblings = itemsAround(lineText, lines.lineCount, first.line, indent!);
  const isCounted = digits !== undefined && siblings.above?.number !== Number(digits);
  const next = Number(digits) + 1;
  const start = lines.lineStart(second.line);
  const eol = text.slice(lines.lineEnd(first.line), start);
  const marks = /(?<![*_])[*_]*$/.exec(text.slice(start, second.span.start))![0].length;
  const lead = [...emptyPlaceBelow(lineText, second.line), ...(siblings.loose ? [''] : [])];
  const own = isCounted ? marker!.replace(digits, String(next)) : marker!;
  const edits: Edit[] = [
    {
      span: { start, end: second.span.start - marks },
      newText: lead.map((line) => line + eol).join('') + indent + own + space,
    },
  ];
  if (isCounted) edits.push(...renumbered(lineText, lines, siblings.below, next));
  return edits;
}

/** The lines up to a marker or label that waits for an answer right below a question; none where there is none. */
function emptyPlaceBelow(lineText: (line: number) => string, question: number): string[] {
  const below =
    lineText(question + 1).trim() === '' ? [lineText(question + 1), lineText(question + 2)] : [lineText(question + 1)];
  return /^[\s>]*(?:[-*+•]|>|A:)\s*$/i.test(below.at(-1)!) ? below : [];
}
