import { t } from '@vscode/l10n';
import type { Question } from '../worksheet/model.ts';
import type { Rule } from './rule.ts';
import { answerWords, plainWords } from './wording.ts';

/** Reports answers that say nothing but what the question says. */
export const copiedQuestion: Rule = {
  id: 'copied-question',
  severity: 'information',
  summary: 'An answer only repeats its question.',
  explanation:
    'That is often left over where a question was copied to be answered later. An answer may take up the words of its question and ' +
    'go on from there; only one that adds nothing is reported.',
  examples: [
    {
      name: 'The question stands where its answer belongs',
      markdown:
        '---\nworksheets: worksheet\n---\n1. What does a router do with a packet?\n   - <|What does a router do with a packet?|>\n' +
        '2. What does a hub do with a frame?\n   - What a hub does with a frame is repeat it.\n',
    },
  ],
  checkQuestion({ document }, question) {
    if (!copiesQuestion(question)) return [];
    return [
      {
        rule: 'copied-question',
        severity: 'information',
        span: answerWords(document.text, question),
        message: t('This repeats the question.'),
        question,
      },
    ];
  },
};

/** Whether an answer says what its question says, in the same words and up to its end or nearly so, and nothing else. */
export function copiesQuestion({ text, answer, filled }: Question): boolean {
  if (!answer || filled) return false;
  const said = plainWords(answer.text);
  if (said === '') return false;
  const asked = plainWords(text);
  return said === asked || (asked.startsWith(`${said} `) && said.includes(' ') && said.length >= asked.length * 0.85);
}
