import { t } from '@vscode/l10n';
import type { Term } from '../knowledge/model.ts';
import { otherTopic } from '../knowledge/topics.ts';
import { answerText } from '../worksheet/answer-text.ts';
import { inSentence } from './listed.ts';
import { comparedKey, type Rule, relatedKey } from './rule.ts';
import { answerWords } from './wording.ts';

/** Reports answers that belong to another question. */
export const offTopicAnswer: Rule = {
  id: 'off-topic-answer',
  severity: 'warning',
  summary: 'An answer speaks of something else than its question asks about.',
  explanation:
    'Mostly an answer that was pasted in the wrong place, or that answers what was asked before. Reported only where there is no doubt: the ' +
    'answer has two sentences or so, names something of another topic again and again, and has not a word of what a key expects. Short ' +
    'answers, comparisons with everyday life and questions about your own goals are left alone.',
  examples: [
    {
      name: 'The topic of another question',
      markdown:
        '---\nworksheets: worksheet\n---\n## OSI Model Explained\n\n### What are a couple of key takeaways from this video?\n\n' +
        '<|With WebSockets a page shows news at once, for example scores and prices. A chat without WebSockets would have to ask the server ' +
        'again and again.|>\n\n## TCP Handshakes Explained\n\n### Translate the gist of this video to a non-technical friend\n\n' +
        'You call a friend and say hello. Your friend says hello as well and asks whether you can hear it. You say yes, and the talk can begin.\n',
    },
  ],
  checkQuestion(context, question) {
    const key = comparedKey(context, question);
    if (!key || key.kind === 'fill-in' || question.status !== 'answered' || !question.answer) return [];
    const { text } = answerText(context.document.text, question.answer);
    const topics = otherTopic(text, question, key, context.knowledge);
    if (!topics) return [];
    return [
      {
        rule: 'off-topic-answer',
        severity: 'warning',
        span: answerWords(context.document.text, question),
        message: t(
          'This answer speaks of {0}; the question asks about {1}.',
          withArticle(topics.spoken),
          withArticle(topics.asked),
        ),
        question,
        related: relatedKey(context, key),
      },
    ];
  },
};

/** "the OSI model", but "WebSocket": names of several words are of something that there is one of. */
function withArticle({ name }: Term): string {
  return /\s\p{Ll}+$/u.test(name) ? t('the {0}', inSentence(name)) : name;
}
