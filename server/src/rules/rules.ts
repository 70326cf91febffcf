import { alikeQuestions } from './alike-questions.ts';
import { claimedTwice } from './claimed-twice.ts';
import { copiedQuestion } from './copied-question.ts';
import { documentLimit } from './document-limit.ts';
import { emptyDefinition } from './empty-definition.ts';
import { emptyKeyAnswer } from './empty-key-answer.ts';
import { frontMatter } from './front-matter.ts';
import { incompleteList } from './incomplete-list.ts';
import { listOrder } from './list-order.ts';
import { mergedQuestions } from './merged-questions.ts';
import { misconception } from './misconception.ts';
import { missingKeyPoint } from './missing-key-point.ts';
import { missingQuestion } from './missing-question.ts';
import { noAcceptedWord } from './no-accepted-word.ts';
import { noKeyPoints } from './no-key-points.ts';
import { offTopicAnswer } from './off-topic-answer.ts';
import { placeholderAnswer } from './placeholder-answer.ts';
import { repeatedAlias } from './repeated-alias.ts';
import { repeatedAnswer } from './repeated-answer.ts';
import type { Rule } from './rule.ts';
import { strayAnswer } from './stray-answer.ts';
import { termSpelling } from './term-spelling.ts';
import { termStyle } from './term-style.ts';
import { unanswered } from './unanswered.ts';
import { unfilledBlank } from './unfilled-blank.ts';
import { unknownKeyPoint } from './unknown-key-point.ts';
import { unknownSeeAlso } from './unknown-see-also.ts';
import { unsureAnswer } from './unsure-answer.ts';
import { wrongFillIn } from './wrong-fill-in.ts';

/** All rules, in the order of their names. */
export const rules: readonly Rule[] = [
  alikeQuestions,
  claimedTwice,
  copiedQuestion,
  documentLimit,
  emptyDefinition,
  emptyKeyAnswer,
  frontMatter,
  incompleteList,
  listOrder,
  mergedQuestions,
  misconception,
  missingKeyPoint,
  missingQuestion,
  noAcceptedWord,
  noKeyPoints,
  offTopicAnswer,
  placeholderAnswer,
  repeatedAlias,
  repeatedAnswer,
  strayAnswer,
  termSpelling,
  termStyle,
  unanswered,
  unfilledBlank,
  unknownKeyPoint,
  unknownSeeAlso,
  unsureAnswer,
  wrongFillIn,
];
