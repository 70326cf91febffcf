import { t } from '@vscode/l10n';
import {
  type OppositeVerdict,
  oppositeVerdict,
  type StatedMisconception,
  statedMisconceptions,
} from '../knowledge/misconceptions.ts';
import type { KeyQuestion } from '../knowledge/model.ts';
import { type Span, shift } from '../text/span.ts';
import { answerText } from '../worksheet/answer-text.ts';
import { plainText } from '../worksheet/plain-text.ts';
import { comparedKey, type Finding, type RelatedPlace, type Rule, type RuleContext, relatedKey } from './rule.ts';
import { shortened } from './wording.ts';

/** Reports answers that state what the key calls a misconception. */
export const misconception: Rule = {
  id: 'misconception',
  severity: 'warning',
  summary: 'An answer states a common misunderstanding.',
  explanation:
    'Answer keys list wrong beliefs in `Misconception:` lines, with what is right. An answer is reported only where it states one of them in ' +
    'nearly the same words, of the same thing, and without a "not" that makes it right. What others are said to believe, questions, and ' +
    'comparisons are left alone. An author adds other wordings behind ` | `. Reported is a bare "no", too, where the key answers the ' +
    'same question with "yes", and the other way round. Where the worksheet allows hints only, what is right is not told.',
  examples: [
    {
      name: 'A wrong fact',
      markdown:
        '---\nworksheets: worksheet\n---\n### What is the difference between WebSocket and Socket.IO?\n\n' +
        'One is a protocol, and <|Socket.IO is a WebSocket implementation|>.\n\n' +
        '### What does socket.emit() do?\n\n<|It sends a message to all connected clients|>.\n',
    },
    {
      name: 'A no for a yes',
      markdown:
        '---\nworksheets: worksheet\n---\n### Can a socket server application have multiple socket connections?\n\n' +
        '<|No, because a server listens on one port|>.\n\n' +
        '### Can an application be both a socket server and a socket connection?\n\nYes, a chat server may ask another one.\n',
    },
    {
      name: 'A right one, and a wrong one',
      markdown:
        '---\nworksheets: worksheet\n---\n### What is the difference between WebSocket and Socket.IO?\n\n' +
        'WebSocket is the protocol. Socket.IO is not a WebSocket implementation.\n\n' +
        '### What does the event handler io.on() do?\n\n<|It establishes the connection|>.\n',
    },
  ],
  checkQuestion(context, question) {
    const key = comparedKey(context, question);
    if (!key || key.kind === 'fill-in' || !question.answer) return [];
    const { text, start, sentences } = answerText(context.document.text, question.answer);
    const isTold = context.assistance === 'answers';
    const report = (span: Span, message: string): Finding => ({
      rule: 'misconception',
      severity: 'warning',
      span: shift(span, start),
      message,
      question,
      related: sourceOf(context, key),
    });
    const said = ({ start, end }: Span) => shortened(text.slice(start, end).replace(/\s+/g, ' '));
    const verdict = oppositeVerdict(text, sentences, question.text, key);
    if (verdict) {
      const hint = () => t('"{0}" is not what the key says. Think about it once more.', said(verdict.span));
      return [report(verdict.span, isTold ? verdictOf(verdict) : hint())];
    }
    return statedMisconceptions(text, sentences, question.text, key, context.knowledge).map((stated) => {
      const hint = () => t('"{0}" is a common misunderstanding. Read about it once more.', said(stated.span));
      return report(stated.span, isTold ? correctionOf(stated) : hint());
    });
  },
};

/** What the key says, as a sentence. */
function verdictOf({ right, why }: OppositeVerdict): string {
  if (why === '') return right === 'yes' ? t('The key says yes.') : t('The key says no.');
  return right === 'yes' ? t('The key says yes: {0}', why) : t('The key says no: {0}', why);
}

/** What is right, as a sentence. */
function correctionOf({ misconception: { correction } }: StatedMisconception): string {
  const text = plainText(correction);
  const sentence = correction.startsWith('`') ? text : text[0]!.toUpperCase() + text.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function sourceOf(context: RuleContext, key: KeyQuestion): readonly RelatedPlace[] {
  const titles = key.sources.map(({ title }) => title).join(', ');
  return relatedKey(context, key).map((place) =>
    titles === '' ? place : { ...place, message: `${place.message} \u00b7 ${t('Source: {0}', titles)}` },
  );
}
