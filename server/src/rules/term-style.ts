import { t } from '@vscode/l10n';
import { oddSpellings } from '../knowledge/name-style.ts';
import { type Span, shift } from '../text/span.ts';
import type { Question } from '../worksheet/model.ts';
import { proseOfAnswer } from './answer-prose.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';

/** Reports names that are written in another way than their authors write them. */
export const termStyle: Rule = {
  id: 'term-style',
  severity: 'hint',
  summary: 'A name is written in another way than its authors write it.',
  explanation:
    'The heading of a glossary entry says how a name is written: "Socket.IO", not "Socket.io"; "WebSocket", not "Web Socket". Only names ' +
    'of one word with a capital or a dot inside are looked for, and only in answers: never in questions, code, links and file names. ' +
    'It is a matter of style and changes nothing about what an answer is worth.',
  examples: [
    {
      name: 'Names in answers',
      markdown:
        '---\nworksheets: worksheet\n---\n1. When would you use Socket.io?\n   - I would use <|socket.io|> for a chat.\n' +
        '2. What is the npm package for a Web Socket server?\n   - `ws` is one, and `socket.io` comes with <|Web Socket|>s too.\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. When would you use Socket.io?\n   - I would use Socket.IO for a chat.\n' +
        '2. What is the npm package for a Web Socket server?\n   - `ws` is one, and `socket.io` comes with WebSockets too.\n',
    },
  ],
  checkQuestion: (context, question) =>
    places(context, question).map(({ span, name }) => ({
      rule: 'term-style',
      severity: 'hint',
      span,
      message: t('Its authors write "{0}".', name),
      question,
    })),
  fix(context, { span }) {
    const all = context.worksheet.questions.flatMap((question) => places(context, question));
    const here = all.find((place) => place.span.start === span.start && place.span.end === span.end);
    if (!here) return [];
    const same = all.filter(({ name }) => name === here.name);
    const write = (title: string, spans: readonly Span[], preferred: boolean): Fix => ({
      title,
      edits: spans.map((place) => ({ span: place, newText: here.name })),
      preferred,
      safe: preferred,
    });
    const one = write(t('Write "{0}"', here.name), [here.span], true);
    if (same.length < 2) return [one];
    const everywhere = write(
      t('Write "{0}" everywhere in this file', here.name),
      same.map((place) => place.span),
      false,
    );
    return [one, everywhere];
  },
};

function places({ document, knowledge }: RuleContext, question: Question): { span: Span; name: string }[] {
  // What fills a blank is often the question's own sentence, written out once more.
  const prose = question.kind === 'fill-in' ? null : proseOfAnswer(document.text, question);
  if (!prose) return [];
  return oddSpellings(knowledge.glossaries, prose.text).map(({ span, name }) => ({
    span: shift(span, prose.offset),
    name,
  }));
}
