import type { MarkdownDocument } from '../markdown/document.ts';
import { once } from '../text/once.ts';
import { gatherEvidence } from './evidence.ts';
import { isPageOfSite, readFrontMatter } from './front-matter.ts';
import type { KnowsQuestion } from './known-question.ts';
import type { Worksheet } from './model.ts';
import { placeQuestions } from './place-questions.ts';
import { type QuestionGroup, setQuestionGroups } from './placed-question.ts';
import { type QuestionGroups, readGroups } from './question-groups.ts';
import { judgeLooks } from './role.ts';
import { cutSegments, type Segments } from './segment.ts';
import { decideRoles, type SegmentRoles } from './segment-roles.ts';

/** What is known about a document besides its text. */
export interface ReadOptions {
  /** Whether a key knows a question with this text. Return null for all where no key is at hand. */
  readonly knows: KnowsQuestion;
  /** The user's settings say that this file is a worksheet, or is none; null where they don't say. */
  readonly declared?: boolean | null;
}

/** What the next version of a document can take over. */
interface State {
  readonly document: MarkdownDocument;
  readonly segments: Segments;
  readonly roles: SegmentRoles;
  readonly groups: QuestionGroups;
}

const states = new WeakMap<Worksheet, State>();

/**
 * Reads a document's questions. Never throws. A document that is no worksheet has none.
 *
 * @param previous the worksheet of an earlier version, read with the same options: what did not change is taken from there
 */
export function readWorksheet(
  document: MarkdownDocument,
  options: ReadOptions,
  previous: Worksheet | null = null,
): Worksheet {
  const frontMatter = readFrontMatter(document);
  if (frontMatter.role === 'glossary' || frontMatter.role === 'none') {
    const reason = `its front matter says "${frontMatter.role === 'glossary' ? 'glossary' : 'off'}"`;
    return { role: frontMatter.role, reasons: [reason], questions: [], frontMatter };
  }
  const { knows } = options;
  const old = (previous && states.get(previous)) ?? null;
  const { segments, common } = cutSegments(document, old);
  const roles = decideRoles(segments.all, gatherEvidence(segments.layouts), knows, old?.roles ?? null, common);
  const groups = readGroups(document, segments.all, roles, knows, old?.groups ?? null, common);
  const placed = placeQuestions(document, segments.all, groups);
  const declared = declaration(frontMatter, options);
  const looks = declared
    ? { isWorksheet: declared.isWorksheet, reasons: [declared.reason] }
    : judgeLooks(groups.tally, countKnown(placed.groups, knows), placed.blank, isPageOfSite(document));
  const questions = once(() => placed.groups.flatMap((group) => group.placed));
  const worksheet: Worksheet = looks.isWorksheet
    ? {
        role: frontMatter.role ?? 'worksheet',
        reasons: looks.reasons,
        get questions() {
          return questions();
        },
        frontMatter,
      }
    : {
        role: 'none',
        reasons: looks.reasons.length ? looks.reasons : ['too few questions with room for answers'],
        questions: [],
        frontMatter,
      };
  states.set(worksheet, { document, segments, roles, groups });
  if (looks.isWorksheet) setQuestionGroups(worksheet, placed.groups);
  return worksheet;
}

/** What somebody said about the document, which its looks need not bear out; null where nobody did. */
function declaration({ role, key }: Worksheet['frontMatter'], { declared }: ReadOptions) {
  if (role) return { isWorksheet: true, reason: `its front matter says "${role}"` };
  if (key !== null) return { isWorksheet: true, reason: 'its front matter names a key' };
  if (declared === true) return { isWorksheet: true, reason: 'the settings name it in worksheets.files' };
  if (declared === false) return { isWorksheet: false, reason: 'the settings say it is none' };
  return null;
}

/** As many questions as tell whether a key knows a document. */
const tried = 40;

function countKnown(groups: readonly QuestionGroup[], knows: KnowsQuestion): number {
  let known = 0;
  let left = tried;
  for (const { questions } of groups) {
    for (const { question } of questions) {
      if (left-- === 0) return known;
      if (knows(question.text) !== null && ++known === 2) return known;
    }
  }
  return known;
}
