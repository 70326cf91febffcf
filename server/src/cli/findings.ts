import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { AnswerKey, Glossary } from '../knowledge/model.ts';
import { parseMarkdown } from '../markdown/document.ts';
import type { WorksheetService } from '../service.ts';
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

/**
 * Checks files. Glossaries and keys among them are in force for all.
 *
 * @param knowledge glossaries and keys besides the built-in ones
 * @param ask whether to find out which findings are fixable, which takes time
 */
export function checkFiles(
  files: readonly TextFile[],
  knowledge: readonly (Glossary | AnswerKey)[],
  ask: { readonly fixable: boolean },
): readonly CheckedFile[] {
  const known = new Set(knowledge.map(({ uri }) => uri));
  const found = files.filter(({ uri, text }) => !known.has(uri) && mayBeKnowledge(text)).flatMap(asKnowledge);
  const service = serviceWith([...knowledge, ...found]);
  return files.map((file) =>
    inspect(service, file, (uri) => ({
      file: file.name,
      worksheet: service.worksheet(uri)?.role === 'worksheet',
      findings: service.diagnostics(uri).map((diagnostic) => ({
        rule: String(diagnostic.code ?? ''),
        severity: SEVERITIES[(diagnostic.severity ?? 1) - 1] ?? 'error',
        message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
        range: diagnostic.range,
        fixable: ask.fixable && isFixable(service, uri, diagnostic),
        question: questionOf(service, uri, diagnostic),
        page: diagnostic.codeDescription?.href ?? null,
      })),
    })),
  );
}

function asKnowledge({ uri, text }: TextFile): Glossary | AnswerKey | [] {
  const document = parseMarkdown(text);
  const role = knowledgeRole(document);
  return role === null ? [] : knowledgeLibrary.parse(role, uri, document);
}

/** A fix that mends is the preferred one; the others only silence the rule. */
function isFixable(service: WorksheetService, uri: string, diagnostic: Diagnostic): boolean {
  return service.codeActions(uri, diagnostic.range, [diagnostic]).some(({ isPreferred }) => isPreferred === true);
}

function questionOf(service: WorksheetService, uri: string, { range }: Diagnostic): string | null {
  const start = service.document(uri)?.lines.offsetAt(range.start);
  return service.worksheet(uri)?.questions.find(({ span }) => span.start === start)?.text ?? null;
}
