import { type Diagnostic, type Range, uinteger } from 'vscode-languageserver-types';
import type { RuleLevels } from '../features/rules-in-force.ts';
import type { AnswerKey, Glossary, Knowledge } from '../knowledge/model.ts';
import { isContextivePath } from '../knowledge/parse-contextive.ts';
import { knowledgeProblems } from '../knowledge/problems.ts';
import { DEFAULT_SETTINGS } from '../lsp/settings.ts';
import { SharedPieces } from '../markdown/document.ts';
import type { Severity } from '../rules/rule.ts';
import { createWorksheetService, type OutlineQuestion, type WorksheetService } from '../service.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Assistance, DocumentRole } from '../worksheet/model.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { fixFile } from './fix.ts';
import { uriOf } from './knowledge.ts';
import type { NamedFile } from './operands.ts';
import { readWhole } from './read-files.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Stands for the rule of what is said about a file that cannot be read, or not be mended. */
export const FILE_ACCESS = 'file-access';

/** What a rule reports about a file. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** 0-based, in UTF-16 code units, as in LSP. */
  readonly range: Range;
  /** Whether a quick fix mends it; false where that was not asked. */
  readonly fixable: boolean;
  /** The question that the finding is about; `null` where it is about something in its answer, or no question. */
  readonly question: string | null;
}

/** A file and what was found in it. */
export interface InspectedFile {
  readonly file: string;
  readonly role: DocumentRole;
  /** Why it has this role, one short clause each. */
  readonly reasons: readonly string[];
  readonly findings: readonly Finding[];
  readonly questions: readonly OutlineQuestion[];
  /** How many findings were mended, in the file itself. */
  readonly fixed: number;
}

/** What is looked for in files, and by what they are judged. Can be handed to another thread. */
export interface InspectOptions {
  /** Glossaries and keys besides the built-in ones. */
  readonly knowledge: readonly (Glossary | AnswerKey)[];
  readonly assistance: Assistance;
  readonly rules: RuleLevels;
  /** `fixable` also finds out which ones are, which takes time; `fix` mends what can be mended without a look at it. */
  readonly findings: 'none' | 'plain' | 'fixable' | 'fix';
  readonly questions: boolean;
}

/** A function that inspects files, one after the other. It doesn't throw: what is wrong with a file is a finding. */
export function createInspector(options: InspectOptions): (file: NamedFile) => InspectedFile {
  const knowledge = knowledgeLibrary.combine(options.knowledge);
  const { assistance, rules } = options;
  const settings = { ...DEFAULT_SETTINGS, assistance, rules };
  const service = createWorksheetService({ knowledge, settings, shared: new SharedPieces() });
  return (file) => {
    const read = readWhole(file);
    if ('reason' in read) return unreadable(file, `This file cannot be read: ${read.reason}.`);
    if (isContextivePath(file.path)) return inspectContextive(file, read.text, knowledge, options);
    const uri = uriOf(file);
    service.open(uri, 0, read.text);
    try {
      const fixed = options.findings === 'fix' ? fixFile(service, uri, file) : 0;
      const inspected = inspectOpen(service, uri, options);
      if (typeof fixed === 'number') return { ...inspected, file: file.name, fixed };
      const findings = [fileFinding(`This file cannot be changed: ${fixed}.`), ...inspected.findings];
      return { ...inspected, file: file.name, findings, fixed: 0 };
    } catch (error) {
      return unreadable(file, `This file could not be checked: ${(error as Error).message}.`);
    } finally {
      service.close(uri);
    }
  };
}

function unreadable({ name }: NamedFile, message: string): InspectedFile {
  return { file: name, role: 'none', reasons: [message], findings: [fileFinding(message)], questions: [], fixed: 0 };
}

function fileFinding(message: string): Finding {
  const start = { line: 0, character: 0 };
  return {
    rule: FILE_ACCESS,
    severity: 'error',
    message,
    range: { start, end: start },
    fixable: false,
    question: null,
  };
}

/** Whether a file's answers, or those of its author, are looked at: an answer key is a worksheet as well. */
export function isWorksheet({ role }: Pick<InspectedFile, 'role'>): boolean {
  return role === 'worksheet' || role === 'key';
}

function inspectOpen(
  service: WorksheetService,
  uri: string,
  { findings, questions }: InspectOptions,
): Omit<InspectedFile, 'file' | 'fixed'> {
  const worksheet = service.worksheet(uri)!;
  const diagnostics = findings === 'none' ? [] : service.diagnostics(uri);
  const mended = findings === 'fixable' ? mendedOnes(service, uri, diagnostics) : new Set();
  const { lines } = service.document(uri)!;
  const asked = new Map(worksheet.questions.map(({ span, text }) => [span.start, text]));
  return {
    role: worksheet.role,
    reasons: worksheet.reasons,
    questions: questions ? service.outline(uri)!.questions : [],
    findings: diagnostics.map((diagnostic) => ({
      rule: String(diagnostic.code ?? ''),
      severity: SEVERITIES[(diagnostic.severity ?? 1) - 1] ?? 'error',
      message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
      range: diagnostic.range,
      fixable: mended.has(diagnostic),
      question: asked.get(lines.offsetAt(diagnostic.range.start)) ?? null,
    })),
  };
}

/** The diagnostics that a quick fix mends: the preferred ones do, others only silence the rule. */
function mendedOnes(
  service: WorksheetService,
  uri: string,
  diagnostics: readonly Diagnostic[],
): ReadonlySet<Diagnostic> {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: uinteger.MAX_VALUE, character: 0 } };
  const fixes = service.codeActions(uri, everywhere, diagnostics).filter(({ isPreferred }) => isPreferred);
  return new Set(fixes.flatMap((fix) => fix.diagnostics ?? []));
}

/** The service knows Markdown: a glossary of Contextive's is compared with the others here. */
function inspectContextive(
  file: NamedFile,
  text: string,
  knowledge: Knowledge,
  { findings, rules }: InspectOptions,
): InspectedFile {
  const lines = LineIndex.of(text);
  const problems = findings === 'none' ? [] : knowledgeProblems(knowledge, uriOf(file));
  return {
    file: file.name,
    role: 'glossary',
    reasons: ["a glossary of Contextive's"],
    questions: [],
    fixed: 0,
    findings: problems.flatMap(({ rule, span, message }) => {
      const severity = rules[rule] ?? 'warning';
      if (severity === 'off') return [];
      const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
      return [{ rule, severity, message, range, fixable: false, question: null }];
    }),
  };
}
