import type { OutlineQuestion } from '../../service.ts';
import { isAnswered, isOpen } from '../../worksheet/status.ts';
import { isAboutAccess } from '../formats/format.ts';
import type { Entry, PrintedFinding } from './entries.ts';

/** How many questions there are, by the status of their answers. */
export interface Counts {
  readonly questions: number;
  readonly answered: number;
  /** Answers that their authors doubt. */
  readonly unsure: number;
  /** Blank ones, and those where something only holds the place of an answer. */
  readonly open: number;
}

/** A worksheet as one line of a table. */
export interface WorksheetRow extends Counts {
  readonly file: string;
  /** Whether its questions are known; without them all counts of them are 0. */
  readonly outlined: boolean;
  /** How much of the key answers its answers cover on average (0..1); `null` where no key knows an answered question. */
  readonly coverage: number | null;
  readonly findings: readonly PrintedFinding[];
  /** Questions that are not answered. */
  readonly missing: readonly OutlineQuestion[];
}

/** A question, and what a class made of it. */
export interface QuestionRow extends Counts {
  /** As the key words it, where one knows it; else as it is worded where it was first met. */
  readonly text: string;
  /** The key's name; `null` where no key knows the question. */
  readonly key: string | null;
  /** In how many worksheets something is wrong with the answer: a finding that is a warning, or worse. */
  readonly wrong: number;
  /** In how many worksheets it is not answered, in doubt, or wrong. */
  readonly trouble: number;
  /** Of the answered ones, on average (0..1); `null` where no key knows the question or nobody answered. */
  readonly coverage: number | null;
}

/** What a class made of its worksheets. */
export interface ClassSummary extends Counts {
  /** In the order of the entries. */
  readonly worksheets: readonly WorksheetRow[];
  /** Those that gave most trouble first. */
  readonly byQuestion: readonly QuestionRow[];
  /** Files that could not be read: each with why. */
  readonly failed: readonly { readonly file: string; readonly message: string }[];
}

/** Puts together what a class made of its worksheets. Other files are left out. */
export function summarize(entries: readonly Entry[]): ClassSummary {
  const worksheets = entries.filter(({ worksheet }) => worksheet).map(worksheetRow);
  return {
    ...countsOf(entries.flatMap(({ worksheet, questions }) => (worksheet ? (questions ?? []) : []))),
    worksheets,
    byQuestion: questionRows(entries.filter(({ worksheet }) => worksheet)),
    failed: entries.flatMap(({ file, findings }) =>
      (findings ?? []).filter(isAboutAccess).map(({ message }) => ({ file, message })),
    ),
  };
}

function worksheetRow({ file, findings, questions }: Entry): WorksheetRow {
  const asked = questions ?? [];
  return {
    file,
    outlined: questions !== null,
    ...countsOf(asked),
    coverage: meanCoverage(asked),
    findings: findings ?? [],
    missing: asked.filter(isOpen),
  };
}

/** A question in one worksheet, and whether its answer is wrong there. */
interface Asked {
  readonly question: OutlineQuestion;
  readonly wrong: boolean;
}

function questionRows(entries: readonly Entry[]): readonly QuestionRow[] {
  const groups = new Map<string, Asked[]>();
  for (const { questions, findings } of entries) {
    const wrong = wrongOnes(questions ?? [], findings ?? []);
    for (const question of questions ?? []) {
      const identity = identityOf(question);
      const group = groups.get(identity) ?? [];
      groups.set(identity, group);
      group.push({ question, wrong: wrong.has(question) });
    }
  }
  return [...groups.values()]
    .map(questionRow)
    .sort((a, b) => b.trouble - a.trouble || (a.coverage ?? 1) - (b.coverage ?? 1) || b.questions - a.questions);
}

function questionRow(group: readonly Asked[]): QuestionRow {
  const questions = group.map(({ question }) => question);
  const { text, match } = questions[0]!;
  return {
    text: match?.question ?? text,
    key: match?.key ?? null,
    ...countsOf(questions),
    wrong: group.filter(({ wrong }) => wrong).length,
    trouble: group.filter(({ question, wrong }) => wrong || !isAnswered(question)).length,
    coverage: meanCoverage(questions),
  };
}

/** Worksheets differ in how they number and mark a question, and keys know it under other wordings. */
function identityOf({ text, match }: OutlineQuestion): string {
  if (match) return `${match.key}\n${match.question}`;
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}

/** The questions with a serious finding between them and the next question. */
function wrongOnes(
  questions: readonly OutlineQuestion[],
  findings: readonly PrintedFinding[],
): ReadonlySet<OutlineQuestion> {
  const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return new Set(serious.flatMap(({ range }) => questions.findLast(({ line }) => line - 1 <= range.start.line) ?? []));
}

function countsOf(questions: readonly OutlineQuestion[]): Counts {
  const having = (wanted: OutlineQuestion['status']): number =>
    questions.filter(({ status }) => status === wanted).length;
  return {
    questions: questions.length,
    answered: having('answered'),
    unsure: having('unsure'),
    open: questions.filter(isOpen).length,
  };
}

function meanCoverage(questions: readonly OutlineQuestion[]): number | null {
  const covered = questions.flatMap(({ status, coverage }) =>
    status === 'answered' && typeof coverage === 'number' ? coverage : [],
  );
  return covered.length === 0 ? null : covered.reduce((sum, value) => sum + value, 0) / covered.length;
}
