import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-types';
import type { Knowledge } from './knowledge/model.ts';
import type { Settings } from './features/snapshot.ts';
import type { Worksheet } from './worksheet/model.ts';

export interface ServiceOptions {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
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
  worksheet(uri: string): Worksheet | null;
  diagnostics(uri: string): readonly Diagnostic[];
  hover(uri: string, position: Position): Hover | null;
  completion(uri: string, position: Position): readonly CompletionItem[];
  codeActions(uri: string, range: Range, diagnostics: readonly Diagnostic[]): readonly CodeAction[];
}
