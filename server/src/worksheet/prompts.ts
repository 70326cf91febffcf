import type { Evidence } from './evidence.ts';
import { isPrompt } from './is-prompt.ts';
import type { KnowsQuestion } from './known-question.ts';
import { asksForQuestions, leadsToExamples, tellsOfQuestions } from './lead-in.ts';
import type { Above, Role } from './line-role.ts';
import { type AskingNothing, endsPart, headsTerms, partWithoutAnswers } from './parts-without-answers.ts';
import type { PlacedLine } from './segment.ts';
import { goesOnList, isTableOfQuestions, leadsToParts } from './siblings.ts';
import { answersInAWord, asksForParts, belongsToAnswer, demoteTitles, titlesNext } from './titles.ts';

/** What the lines before a segment mean for the lines in it. */
export interface Entering {
  readonly above: Above | null;
  /** The part without answers that the lines stand in; null outside of such parts. */
  readonly part: AskingNothing | null;
  /** Whether the line above ends in a colon. */
  readonly leadIn: boolean;
  /** Whether the line above stands in the block that such a line leads to. */
  readonly isLedTo: boolean;
}

/** At the start of a document. */
export const outset: Entering = { above: null, part: null, leadIn: false, isLedTo: false };

/** What is decided about the lines of a segment, one role a line, and what that means for the lines after it. */
export interface Assigned {
  readonly roles: readonly Role[];
  readonly leaving: Entering;
}

/**
 * Decides for each line whether a question starts there, a topic, or neither.
 *
 * @param next the line after these, which says something about the last of them; null where there is none
 */
export function assignRoles(
  segment: readonly PlacedLine[],
  evidence: Evidence,
  knows: KnowsQuestion,
  entering: Entering = outset,
  next: PlacedLine | null = null,
): Assigned {
  const roles: Role[] = segment.map(() => 'other');
  const lines = next ? [...segment, next] : segment;
  // The questions in a block that a colon leads to are what an answer tells of.
  let { above, part, leadIn, isLedTo } = entering;
  const answer = () => {
    if (above && !above.answered) above = { line: above.line, answered: true };
  };
  for (let index = 0; index < segment.length; index++) {
    const { line, block } = lines[index]!;
    if (line.isWrapped) continue;
    if (isLedTo && block !== lines[index - 1]?.block && !block.continues) isLedTo = goesOnList(lines, index);
    if (line.kind === 'table' && !part && isTableOfQuestions(lines, index)) {
      roles[index] = line.layout === 'table' ? 'prompt' : 'excluded';
      above = null;
      continue;
    }
    const startsTable = line.kind === 'table' && lines[index - 1]?.line.kind !== 'table';
    if (startsTable && headsTerms(line) && !(above && asksForParts.test(above.line.text))) {
      part = { kind: 'terms', depth: 7 };
      above = null;
    }
    if (line.kind === 'table' && part?.kind === 'terms') {
      roles[index] = 'excluded';
      continue;
    }
    if (line.kind !== 'text' || (line.text === '' && !line.announces)) {
      if (line.kind === 'code' || line.kind === 'table') {
        leadIn = false;
        answer();
      }
      continue;
    }
    const opened = partWithoutAnswers(line);
    const isAnswer = opened?.kind === 'terms' && belongsToAnswer(lines, index, above, evidence);
    if (opened && !isAnswer && !answersInAWord(lines, index, above, evidence)) {
      roles[index] = 'topic';
      above = null;
      part = opened;
      continue;
    }
    if (part && !endsPart(line, part, evidence.questionLayouts.has(line.layout))) {
      roles[index] = 'excluded';
      continue;
    }
    part = null;
    if (leadIn) isLedTo = true;
    const introduced = isLedTo && line.layout !== above?.line.layout && line.heading === 0 && line.label === null;
    let asksForMore = false;
    if (line.announces) {
      roles[index] = 'topic';
      above = null;
    } else if (evidence.questionLayouts.has(line.layout) && leadsToParts(lines, index)) {
      // Its parts are the questions.
      roles[index] = 'excluded';
      above = null;
    } else if (!introduced && isPrompt(lines, index, above, evidence, knows)) {
      roles[index] = 'prompt';
      above = { line, answered: line.sameLineAnswer !== null };
      isLedTo = false;
      asksForMore = asksForQuestions(line.text);
    } else if (
      line.heading > 0
        ? !belongsToAnswer(lines, index, above, evidence)
        : titlesNext(lines, roles, index, above, evidence)
    ) {
      roles[index] = 'topic';
      above = null;
    } else answer();
    const isTold = roles[index] === 'other' || (roles[index] === 'topic' && !line.announces);
    leadIn = asksForMore || (isTold && (leadsToExamples(line, above !== null) || tellsOfQuestions(line)));
  }
  demoteTitles(segment, roles);
  return { roles, leaving: { above, part, leadIn, isLedTo } };
}
