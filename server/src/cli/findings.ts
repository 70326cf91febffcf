import { type Diagnostic, type Range, uinteger } from 'vscode-languageserver-types';
import type { AnswerKey, Glossary } from '../knowledge/model.ts';
import { parseMarkdown } from '../markdown/document.ts';
import type { WorksheetService } from '../service.ts';
import type { Worksheet } from '../worksheet/model.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { knowledgeRole, mayBeKnowledge } from '../workspace/knowledge-role.ts';
import { inspect, serviceWith, type TextFile } from './session.ts';

/** How serious a finding is, in the words of LSP. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

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
  /** Where the rule is explained; `null` where nowhere. */
  readonly page: string | null;
}

/** A file and its findings. */
export interface CheckedFile {
  readonly file: string;
  readonly worksheet: boolean;
  readonly findings: readonly Finding[];
}

/** What files are checked against. */
export interface CheckOptions {
  /** Glossaries and keys besides the built-in ones. */
  readonly knowledge: readonly (Glossary | AnswerKey)[];
  /** Whether to find out which findings are fixable, which takes time. */
  readonly fixable: boolean;
}

/** The glossaries and keys among files. */
export function knowledgeAmong(files: readonly TextFile[]): readonly (Glossary | AnswerKey)[] {
  return files.filter(({ text }) => mayBeKnowledge(text)).flatMap(asKnowledge);
}

function asKnowledge({ uri, text }: TextFile): Glossary | AnswerKey | [] {
  const document = parseMarkdown(text);
  const role = knowledgeRole(document);
  return role === null ? [] : knowledgeLibrary.parse(role, uri, document);
}

/** A function that checks files, one after the other. */
export function createChecker({ knowledge, fixable }: CheckOptions): (file: TextFile) => CheckedFile {
  const service = serviceWith(knowledge);
  return (file) =>
    inspect(service, file, (uri) => {
      const diagnostics = service.diagnostics(uri);
      const mended = fixable ? mendedOnes(service, uri, diagnostics) : new Set();
      return {
        file: file.name,
        worksheet: isWorksheet(service.worksheet(uri)),
        findings: diagnostics.map((diagnostic) => ({
          rule: String(diagnostic.code ?? ''),
          severity: SEVERITIES[(diagnostic.severity ?? 1) - 1] ?? 'error',
          message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
          range: diagnostic.range,
          fixable: mended.has(diagnostic),
          question: questionOf(service, uri, diagnostic),
          page: diagnostic.codeDescription?.href ?? null,
        })),
      };
    });
}

/** An answer key is a worksheet as well: one its author has filled in. */
function isWorksheet(worksheet: Worksheet | null): boolean {
  return worksheet?.role === 'worksheet' || worksheet?.role === 'key';
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

function questionOf(service: WorksheetService, uri: string, { range }: Diagnostic): string | null {
  const start = service.document(uri)?.lines.offsetAt(range.start);
  return service.worksheet(uri)?.questions.find(({ span }) => span.start === start)?.text ?? null;
}
