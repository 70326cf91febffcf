import { t } from '@vscode/l10n';
import { oddSpellings } from '../knowledge/name-style.ts';
import type { Edit } from '../text/edit.ts';
import { perObject } from '../text/per-object.ts';
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
    const { names, everywhere } = oddSpellingsIn(context);
    const name = names.get(span.start);
    if (name === undefined) return [];
    const one: Fix = { title: t('Write "{0}"', name), edits: [{ span, newText: name }], preferred: true, safe: true };
    const all = everywhere.get(name)!;
    return all.edits.length < 2 ? [one] : [one, all];
  },
};

/** All the odd spellings of a document. */
interface OddSpellings {
  /** The right names, by where the odd ones start. */
  readonly names: ReadonlyMap<number, string>;
  /** The fix of all places of a name, by the name. */
  readonly everywhere: ReadonlyMap<string, Fix>;
}

/** The same for all findings of one version of a document. */
const oddSpellingsIn = perObject((context: RuleContext): OddSpellings => {
  const names = new Map<number, string>();
  const edits = new Map<string, Edit[]>();
  for (const { span, name } of context.worksheet.questions.flatMap((question) => places(context, question))) {
    names.set(span.start, name);
    const ofName = edits.get(name);
    if (ofName) ofName.push({ span, newText: name });
    else edits.set(name, [{ span, newText: name }]);
  }
  const everywhere = new Map(
    Array.from(edits, ([name, all]): [string, Fix] => [
      name,
      { title: t('Write "{0}" everywhere in this file', name), edits: all, preferred: false },
    ]),
  );
  return { names, everywhere };
});

function places({ document, knowledge }: RuleContext, question: Question): { span: Span; name: string }[] {
  // What fills a blank is often the question's own sentence, written out once more.
  const prose = question.kind === 'fill-in' ? null : proseOfAnswer(document.text, question);
  if (!prose) return [];
  return oddSpellings(knowledge.glossaries, prose.text).map(({ span, name }) => ({
    span: shift(span, prose.offset),
    name,
  }));
}
