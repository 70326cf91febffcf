import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionItem, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';
import type { Settings } from './features/snapshot.ts';
import type { Knowledge } from './knowledge/model.ts';
import { type MarkdownDocument, parseMarkdown } from './markdown/document.ts';
import type { AnswerStatus, QuestionKind, Worksheet } from './worksheet/model.ts';

export interface ServiceOptions {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
}

/** A question as `worksheets outline` shows it. All lines are 1-based. */
export interface OutlineQuestion {
  readonly line: number;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly status: AnswerStatus;
  /** First and last line of the answer, inclusive. */
  readonly answerLines: readonly [first: number, last: number] | null;
  /** The key question it was recognised as: its wording, the key's name and how sure that is (0..1). */
  readonly match: { readonly question: string; readonly key: string; readonly score: number } | null;
  /** How much of the key answer the answer covers (0..1); null without a match. */
  readonly coverage: number | null;
}

/** What a document asks and how far it is answered. */
export interface Outline {
  readonly worksheet: boolean;
  /** Why the document is a worksheet, or why it is none; one short clause each. */
  readonly reasons: readonly string[];
  readonly questions: readonly OutlineQuestion[];
}

/** The one public API: documents in, LSP values out. No connection, no files, no clock. */
export interface WorksheetService {
  open(uri: string, version: number, text: string): void;
  /** Content changes as LSP sends them, applied in order. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** Replaces the knowledge in force; open documents see it from their next request on. */
  setKnowledge(knowledge: Knowledge): void;
  setSettings(settings: Settings): void;
  /** null where the document is not open, here and below. */
  version(uri: string): number | null;
  document(uri: string): MarkdownDocument | null;
  worksheet(uri: string): Worksheet | null;
  outline(uri: string): Outline | null;
  /** Where to write the next answer: the first open question after `position`, else the first of all; null where all are answered. */
  nextUnanswered(uri: string, position: Position): Range | null;
  diagnostics(uri: string): readonly Diagnostic[];
  hover(uri: string, position: Position): Hover | null;
  /** @param trigger the character just typed that asked; null where a person did. Only an open slot answers to a character. */
  completion(uri: string, position: Position, trigger: string | null): readonly CompletionItem[];
  codeActions(uri: string, range: Range, diagnostics: readonly Diagnostic[]): readonly CodeAction[];
}

/** A service without open documents. */
export function createWorksheetService(_options: ServiceOptions): WorksheetService {
  const documents = new Map<string, { version: number; document: MarkdownDocument }>();
  return {
    open: (uri, version, text) => void documents.set(uri, { version, document: parseMarkdown(text) }),
    change(uri, version, changes) {
      for (const change of changes) documents.set(uri, { version, document: parseMarkdown(change.text) });
    },
    close: (uri) => void documents.delete(uri),
    setKnowledge() {},
    setSettings() {},
    version: (uri) => documents.get(uri)?.version ?? null,
    document: (uri) => documents.get(uri)?.document ?? null,
    worksheet: () => null,
    outline: () => null,
    nextUnanswered: () => null,
    diagnostics: () => [],
    hover: () => null,
    completion: () => [],
    codeActions: () => [],
  };
}
