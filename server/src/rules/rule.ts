import type { AnswerKey, KeyQuestion, Knowledge, QuestionMatch } from '../knowledge/model.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Assistance, Question, Worksheet } from '../worksheet/model.ts';

/** `error`: only where a user asks for it; `warning`: something is wrong; `information`: something is open; `hint`: a matter of style. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place that explains a finding, such as the key question it comes from. */
export interface RelatedPlace {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

/** What a rule reports about one place. Offsets are those of the document version that was checked. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** One sentence: what, and what to do. */
  readonly message: string;
  /** The question it is about; null where it is about none. */
  readonly question: Question | null;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** Text that could go without loss; editors fade it. */
  readonly unnecessary?: boolean | undefined;
  /** The same finding relative to its question, the same object for as long as that stays as it is; none where it is not about one question. */
  readonly relative?: Finding | undefined;
  /** 0-based line of the question that `relative` is relative to: all places in the finding move with it. */
  readonly line?: number | undefined;
}

/** An edit that mends a finding, named by what it does. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is what most people want; at most one fix of a finding is. */
  readonly preferred: boolean;
  /** Whether it can be applied without a look at it: what the text says stays as it is. Only a preferred fix is. */
  readonly safe?: boolean;
}

/** What rules look at: one version of a document and the knowledge in force. */
export interface RuleContext {
  readonly uri: string;
  readonly document: MarkdownDocument;
  readonly worksheet: Worksheet;
  readonly knowledge: Knowledge;
  /** The ids of all rules, whether they are in force or not. */
  readonly ruleIds: ReadonlySet<string>;
  /** The least help that the user's settings, the worksheet and the workspace's keys allow. */
  readonly assistance: Assistance;
  /** The same object for as long as knowledge, the key in force, assistance and the document's role (and of a key its URI) are the same; what depends on these is cached by it. */
  readonly scope: object;
  /** The keys in force: those that the worksheet names, or else all. */
  readonly keys: readonly AnswerKey[];
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

/**
 * One check: one rule a file. It looks at the smallest thing it can, with `checkQuestion`, `checkNeighbors` or
 * `check`: what the first two say is kept for as long as the questions do not change.
 */
export interface Rule {
  /** Kebab-case: also the file's name, the diagnostic's code and the name of its page. */
  readonly id: string;
  readonly severity: Severity;
  /** What it reports, as one sentence for people who choose their rules. */
  readonly summary: string;
  /** Why it matters and what to do, in Markdown, for the rule's page. */
  readonly explanation: string;
  readonly examples: readonly RuleExample[];
  /**
   * What it reports about one question. May look at the question, its text and answer in the document, its match and the
   * knowledge, and at nothing else: not at where it stands, nor at other questions.
   */
  checkQuestion?(context: RuleContext, question: Question): Finding[];
  /** The same for a question and the one before it that it stands together with. */
  checkNeighbors?(context: RuleContext, previous: Question, question: Question): Finding[];
  /** What it reports about the document as a whole. Runs after each keystroke: no more work for each question than a look. */
  check?(context: RuleContext): Finding[];
  /** Fixes for one of this rule's findings, most useful first; none where assistance forbids them. */
  fix?(context: RuleContext, finding: Finding): Fix[];
}

/** Whether it is a key: that a question of it has no answer, or no word for a blank, is told by rules for authors. */
export const isForAuthors = ({ role }: Worksheet): boolean => role === 'key';

/** The key question of a finding's question, where the worksheet's owner allows answers and a key other than this has one; null otherwise. */
export function allowedAnswer(context: RuleContext, question: Question | null): KeyQuestion | null {
  if (!question || context.assistance !== 'answers') return null;
  const key = context.match(question)?.question;
  return key && key.uri !== context.uri && key.answer !== '' ? key : null;
}

/** From this score on a question asks what the key question does, and not only something near it. */
const SURELY_THE_SAME = 0.85;

/**
 * The key question to compare an answer with; null where there is no answer or no key that surely knows the question, where the
 * question is that key's own, and where the worksheet's owner wants no help at all: to be told what is wrong is help.
 *
 * @param least the score that makes sure
 */
export function comparedKey(context: RuleContext, question: Question, least = SURELY_THE_SAME): KeyQuestion | null {
  if (context.assistance === 'off' || (question.status !== 'answered' && question.status !== 'unsure')) return null;
  const match = context.match(question);
  if (!match || match.question.uri === context.uri) return null;
  return match.score >= least ? match.question : null;
}

/** What a finding about an answer points at: the key question, where answers are allowed; what is there is one. */
export function relatedKey(
  { assistance }: RuleContext,
  { uri, line, text, key }: KeyQuestion,
): readonly RelatedPlace[] {
  return assistance === 'answers' ? [{ uri, line, message: `${text} (${key})` }] : [];
}
