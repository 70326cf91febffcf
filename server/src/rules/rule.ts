import type { KeyQuestion, Knowledge, QuestionMatch } from '../knowledge/model.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Assistance, Question, Worksheet } from '../worksheet/model.ts';

/** `warning`: something is wrong; `information`: something is open; `hint`: a matter of style. */
export type Severity = 'warning' | 'information' | 'hint';

/** What a rule reports about one place. Offsets are those of the document version that was checked. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** One sentence: what, and what to do. */
  readonly message: string;
  /** The question it is about; null where it is about none. */
  readonly question: Question | null;
}

/** An edit that mends a finding, named by what it does. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is what most people want; at most one fix of a finding is. */
  readonly preferred: boolean;
}

/** What rules look at: one version of a document and the knowledge in force. */
export interface RuleContext {
  readonly uri: string;
  readonly document: MarkdownDocument;
  readonly worksheet: Worksheet;
  readonly knowledge: Knowledge;
  /** The least help that the user's settings, the worksheet and the workspace's keys allow. */
  readonly assistance: Assistance;
  /** The key question a question was recognised as, null where no key knows it. */
  match(question: Question): QuestionMatch | null;
}

/** An example that is executed as a test and shown on the rule's page. `<|finding|>` marks what is reported. */
export interface RuleExample {
  readonly name: string;
  /** A document; what stands between `<|` and `|>` is what the rule reports, in order. */
  readonly markdown: string;
  /** The document after the preferred fix of every finding; left out where a rule has no fixes. */
  readonly fixed?: string;
}

/** One check: one rule a file. */
export interface Rule {
  /** Kebab-case: also the file's name, the diagnostic's code and the name of its page. */
  readonly id: string;
  readonly severity: Severity;
  /** What it reports, as one sentence for people who choose their rules. */
  readonly summary: string;
  /** Why it matters and what to do, in Markdown, for the rule's page. */
  readonly explanation: string;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext): Finding[];
  /** Fixes for one of this rule's findings, most useful first; none where assistance forbids them. */
  fix?(context: RuleContext, finding: Finding): Fix[];
}

/** The key question of a finding's question, where the worksheet's owner allows answers; null otherwise. */
export function allowedAnswer(context: RuleContext, question: Question | null): KeyQuestion | null {
  if (!question || context.assistance !== 'answers') return null;
  return context.match(question)?.question ?? null;
}
