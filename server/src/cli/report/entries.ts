import type { OutlineQuestion } from '../../service.ts';
import { InputError } from '../command.ts';
import { checkedAsJson, jsonArray } from '../formats/json.ts';
import { type Finding, type InspectedFile, isWorksheet } from '../inspect.ts';
import type { NamedFile } from '../operands.ts';
import type { Pieces } from '../output.ts';
import { readWhole } from '../read-files.ts';

/** A finding as `check --format json` prints it. */
export type PrintedFinding = Omit<Finding, 'question'>;

/** What a report knows of a file: what `check` or `outline` print as json, or both. */
export interface Entry {
  readonly file: string;
  readonly worksheet: boolean;
  /** `null` where only its questions are known. */
  readonly findings: readonly PrintedFinding[] | null;
  /** `null` where only its findings are known. */
  readonly questions: readonly OutlineQuestion[] | null;
}

/** A file as a report has it. */
export function entryOf(inspected: InspectedFile): Entry {
  const { file, findings, questions } = inspected;
  return { file, worksheet: isWorksheet(inspected), findings, questions };
}

/**
 * The entries of a file that `check`, `outline` or `report` have printed as json.
 *
 * @throws InputError where it is anything else
 */
export function readEntries(file: NamedFile): readonly Entry[] {
  const read = readWhole(file);
  if ('reason' in read) throw new InputError(`"${file.name}" cannot be read: ${read.reason}.`);
  const entries = asEntries(read.text);
  if (entries === null) {
    throw new InputError(`"${file.name}" is not what check, outline or report print with --format json.`);
  }
  return entries;
}

function asEntries(text: string): readonly Entry[] | null {
  let printed: unknown;
  try {
    printed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(printed) || !printed.every(isEntry)) return null;
  return printed.map(({ file, worksheet, findings = null, questions = null }) => ({
    file,
    worksheet,
    findings,
    questions,
  }));
}

type Printed = Pick<Entry, 'file' | 'worksheet'> & Partial<Entry>;

function isEntry(value: unknown): value is Printed {
  const { file, worksheet, findings, questions } = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof file === 'string' &&
    typeof worksheet === 'boolean' &&
    (findings !== undefined || questions !== undefined) &&
    (findings === undefined || (Array.isArray(findings) && findings.every(isFinding))) &&
    (questions === undefined || (Array.isArray(questions) && questions.every(isQuestion)))
  );
}

function isFinding(value: unknown): value is PrintedFinding {
  const { rule, severity, message, range } = (value ?? {}) as Partial<PrintedFinding>;
  const texts = [rule, severity, message].every((text) => typeof text === 'string');
  return texts && [range?.start?.line, range?.start?.character, range?.end?.line].every(Number.isInteger);
}

function isQuestion(value: unknown): value is OutlineQuestion {
  const { line, text, status } = (value ?? {}) as Partial<OutlineQuestion>;
  return Number.isInteger(line) && typeof text === 'string' && typeof status === 'string';
}

/** One entry a file, in the order in which the files are first named; what is known of it in several places is put together. */
export function merged(entries: readonly Entry[]): readonly Entry[] {
  const byFile = new Map<string, Entry>();
  for (const entry of entries) {
    const known = byFile.get(entry.file);
    byFile.set(entry.file, {
      ...entry,
      findings: known?.findings ?? entry.findings,
      questions: known?.questions ?? entry.questions,
    });
  }
  return [...byFile.values()];
}

/** The entries as json: what a run without shards would have printed. */
export function entriesAsJson(entries: readonly Entry[]): Pieces {
  return jsonArray(entries, ({ file, worksheet, findings, questions }) => ({
    ...(findings === null ? { file, worksheet } : checkedAsJson({ file, worksheet, findings })),
    ...(questions !== null && { questions }),
  }));
}

/** The entries as files whose findings can be printed in other formats. */
export async function* entriesAsFiles(entries: readonly Entry[]): AsyncGenerator<InspectedFile> {
  for (const { file, worksheet, findings, questions } of entries) {
    yield {
      file,
      role: worksheet ? 'worksheet' : 'none',
      reasons: [],
      findings: (findings ?? []).map((finding) => ({ ...finding, question: null })),
      questions: questions ?? [],
      fixed: 0,
    };
  }
}
