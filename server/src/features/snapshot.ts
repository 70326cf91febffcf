import type { Knowledge, QuestionMatch } from '../knowledge/model.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Assistance, Question, Worksheet } from '../worksheet/model.ts';

/** What a user may set; see `worksheets.*` in package.json. */
export interface Settings {
  readonly assistance: Assistance;
}

/** Everything a feature may look at: one version of one document. Immutable. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly document: MarkdownDocument;
  readonly worksheet: Worksheet;
  readonly knowledge: Knowledge;
  /** The strictest of the user's setting and the worksheet's front matter. */
  readonly assistance: Assistance;
  /** The key question a question was recognised as; remembered for the snapshot's lifetime. */
  match(question: Question): QuestionMatch | null;
}
