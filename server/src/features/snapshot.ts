import type { Knowledge, QuestionMatch } from '../knowledge/model.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Assistance, Question, Worksheet } from '../worksheet/model.ts';

/** What a user may set; see `worksheets.*` in package.json. */
export interface Settings {
  readonly assistance: Assistance;
  /** URI of the folder with the rules' pages, with a final slash; null where they cannot be opened. */
  readonly ruleDocs?: string | null;
  /** Whether the user's settings name a file as a worksheet (true) or as none (false); null where they don't say. */
  isDeclared?(uri: string): boolean | null;
}

/** Everything a feature may look at: one version of one document. Immutable. */
export interface Snapshot extends RuleContext {
  readonly version: number;
  readonly ruleDocs: string | null;
}

const strictness: readonly Assistance[] = ['answers', 'hints', 'off'];

/** The least help that any of these allows. */
export function strictest(...given: readonly (Assistance | null)[]): Assistance {
  return strictness[Math.max(0, ...given.map((assistance) => (assistance ? strictness.indexOf(assistance) : 0)))]!;
}

/** Puts a snapshot together. Matches are looked up once for each question and remembered. */
export function createSnapshot(
  uri: string,
  version: number,
  document: MarkdownDocument,
  worksheet: Worksheet,
  knowledge: Knowledge,
  settings: Settings,
): Snapshot {
  const matches = new Map<Question, QuestionMatch | null>();
  return {
    uri,
    version,
    document,
    worksheet,
    knowledge,
    assistance: strictest(settings.assistance, worksheet.frontMatter.assistance),
    ruleDocs: settings.ruleDocs ?? null,
    match(question) {
      let match = matches.get(question);
      if (match === undefined) {
        match = knowledge.match(question);
        matches.set(question, match);
      }
      return match;
    },
  };
}
