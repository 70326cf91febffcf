import { t } from '@vscode/l10n';
import { compareFilling, type FilledIn, filledIn, haveSameBlank, takesNoun } from '../knowledge/fill-in.ts';
import type { KeyQuestion } from '../knowledge/model.ts';
import { shift } from '../text/span.ts';
import { answerText } from '../worksheet/answer-text.ts';
import type { Question } from '../worksheet/model.ts';
import { comparedKey, type Rule, type RuleContext, relatedKey } from './rule.ts';

/** Reports words in a blank that its key doesn't accept. */
export const wrongFillIn: Rule = {
  id: 'wrong-fill-in',
  severity: 'warning',
  summary: 'The word in a blank is not the one the sentence takes.',
  explanation:
    'Compared with the words that an answer key accepts there. Case, plural, spacing, articles and typing errors make no difference, nor ' +
    'does it whether the word stands in the blank itself, below the sentence, or in the sentence written out once more. A word in ' +
    'another form, such as "requested" for "request", is told as that. An answer that explains instead of filling in is left alone. ' +
    'Where the worksheet allows hints only, the accepted word is not named.',
  examples: [
    {
      name: 'Another form of the word',
      markdown:
        '---\nworksheets: worksheet\n---\n1. The answer to a WebSocket ping frame is a ____ frame.\n   - A pong\n' +
        '2. Web Sockets provide a standardized way for the server to send content to a client without first receiving a ____ from that ' +
        'client.\n   - <|requested|>\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. The answer to a WebSocket ping frame is a ____ frame.\n   - A pong\n' +
        '2. Web Sockets provide a standardized way for the server to send content to a client without first receiving a ____ from that ' +
        'client.\n   - request\n',
    },
    {
      name: 'Another word, in the blank itself',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What is a frame?\n   - A unit of data.\n' +
        '2. The answer to a WebSocket ping frame is a _____<|ping|>_____ frame.\n',
      fixed:
        '---\nworksheets: worksheet\n---\n1. What is a frame?\n   - A unit of data.\n' +
        '2. The answer to a WebSocket ping frame is a _____pong_____ frame.\n',
    },
  ],
  checkQuestion(context, question) {
    const wrong = wrongFilling(context, question);
    if (!wrong) return [];
    const { key, filling, fits } = wrong;
    return [
      {
        rule: 'wrong-fill-in',
        severity: 'warning',
        span: filling.span,
        message: context.assistance === 'answers' ? correction(key, filling.text, fits) : hint(key, filling.text, fits),
        question,
        related: relatedKey(context, key),
      },
    ];
  },
  fix(context, { span, question }) {
    const key = question && context.assistance === 'answers' ? comparedKey(context, question, ANY_SCORE) : null;
    const word = key?.accept[0];
    if (word === undefined) return [];
    const { text } = context.document;
    const title = t('Replace "{0}" with "{1}"', text.slice(span.start, span.end), word);
    // The doubt was about the word that goes.
    const doubt = /^\?*/.exec(text.slice(span.end, span.end + MOST_DOUBT))![0].length;
    return [{ title, edits: [{ span: { ...span, end: span.end + doubt }, newText: word }], preferred: true }];
  },
};

/** In question marks. */
const MOST_DOUBT = 10;

interface WrongFilling {
  readonly key: KeyQuestion;
  readonly filling: FilledIn;
  readonly fits: 'form' | 'other';
}

/** The word in a blank that its key doesn't accept; null where it does, or no key knows. */
export function wrongFilling(context: RuleContext, question: Question): WrongFilling | null {
  const key = comparedKey(context, question, ANY_SCORE);
  const filling = key && fillingOf(context, question, key);
  if (!filling) return null;
  const fits = compareFilling(key, filling.text, context.knowledge);
  return fits === 'accepted' ? null : { key, filling, fits };
}

/** Whether it is the same sentence is told by the words around the blank. */
const ANY_SCORE = 0;

/** What stands in the blank, with its place in the document; null where an accepted word is anywhere in the answer. */
function fillingOf({ document, knowledge }: RuleContext, question: Question, key: KeyQuestion): FilledIn | null {
  const place = question.filled ?? question.answer;
  if (key.accept.length === 0 || !place) return null;
  const isSame = question.filled ? filledIn(key.text, question.text) !== null : haveSameBlank(question.text, key.text);
  if (!isSame) return null;
  const { text, start, sentences } = answerText(document.text, place);
  const [first] = sentences;
  if (!first || compareFilling(key, text, knowledge) === 'accepted') return null;
  const sentence = text.slice(first.start, first.end);
  for (const written of [sentence, sentence.split(/[\r\n]/, 1)[0]!]) {
    const filling = filledIn(key.text, written);
    if (filling) return { text: filling.text, span: shift(filling.span, start + first.start) };
  }
  return null;
}

/** In "a ____ from" no word that ends like this is a noun, if it is a form of one that fits. */
const isVerbForm = (word: string) => /(?:ed|ing)$/i.test(word);

function correction({ accept, misconceptions, text }: KeyQuestion, word: string, fits: 'form' | 'other'): string {
  const [accepted] = accept as [string];
  if (fits === 'form') {
    return isVerbForm(word) && takesNoun(text)
      ? t('"{0}" doesn\'t fit the sentence: it takes a noun, such as "{1}".', word, accepted)
      : t('"{0}" doesn\'t fit the sentence: it takes another form, "{1}".', word, accepted);
  }
  const known = misconceptions.find(({ claim }) => claim.toLowerCase() === word.toLowerCase());
  return known
    ? t('"{0}" doesn\'t fit the sentence: {1}', word, known.correction)
    : t('"{0}" doesn\'t fit the sentence: it takes "{1}".', word, accepted);
}

function hint({ text }: KeyQuestion, word: string, fits: 'form' | 'other'): string {
  if (fits === 'other') return t('"{0}" doesn\'t fit the sentence: try another word.', word);
  return isVerbForm(word) && takesNoun(text)
    ? t('"{0}" doesn\'t fit the sentence: it takes a noun.', word)
    : t('"{0}" doesn\'t fit the sentence: it takes another form of the word.', word);
}
