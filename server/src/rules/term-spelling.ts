import { t } from '@vscode/l10n';
import { type Misspelling, misspellings } from '../knowledge/term-spelling.ts';
import { shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { proseOfAnswer } from './answer-prose.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Reports typing errors in the words of terms. */
export const termSpelling: Rule = {
  id: 'term-spelling',
  severity: 'information',
  summary: 'A word looks like a misspelt term.',
  explanation:
    'A misspelt term is not found: it has no hover, and does not count where an answer is compared with a key. Reported are words of ' +
    'answers that are no ordinary English and nearly spelled like a term that belongs to the question, to its key answer or to the rest ' +
    'of the answer. All other spelling is left to spell checkers.',
  examples: [
    {
      name: 'A layer among layers, and the name of a segment',
      markdown:
        '---\nworksheets: worksheet\n---\n1. Name three layers of the OSI model.\n   - transport, network and <|pysical|>\n' +
        '2. How does TCP open a connection?\n   - SYN, then <|SYN-AKC|>, then ACK: a <|handshke|> in all ernest.\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. Name three layers of the OSI model.\n   - transport, network and physical\n' +
        '2. How does TCP open a connection?\n   - SYN, then SYN-ACK, then ACK: a handshake in all ernest.\n',
    },
  ],
  checkQuestion: (context, question) =>
    misspelt(context, question).map(({ span, looksLike }) => ({
      rule: 'term-spelling',
      severity: 'information',
      span,
      message: t('"{0}" looks like "{1}".', context.document.text.slice(span.start, span.end), looksLike),
      question,
    })),
  fix(context, { span, question }) {
    const found = question && misspelt(context, question).find((one) => one.span.start === span.start);
    if (!found) return [];
    return [{ title: t('Write "{0}"', found.word), edits: [{ span, newText: found.word }], preferred: true }];
  },
};

/** The misspellings in a question's answer; spans are those of the document. */
function misspelt({ document, knowledge, match }: RuleContext, question: Question): readonly Misspelling[] {
  const prose = proseOfAnswer(document.text, question);
  if (!prose) return [];
  const key = match(question)?.question;
  const context = [question.text, ...question.section, ...(key ? [key.text, key.answer] : [])];
  return misspellings(knowledge, prose.text, context, key?.accept).map((one) => ({
    ...one,
    span: shift(one.span, prose.offset),
  }));
}
