import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlineCompletionItem,
  Location,
  Position,
  Range,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { addToGlossary } from './features/add-to-glossary.ts';
import { blankWorksheet } from './features/blank-worksheet.ts';
import { answerAround, type Calm, calmly, type Lines, type Writing } from './features/calm.ts';
import { type CheckedAnswer, checkAnswer, questionOnLine, withAnswer, withoutAnswer } from './features/check-answer.ts';
import { codeActions } from './features/code-actions.ts';
import { answerQuestion, codeLenses, keyPlace, questionHint } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentLinks } from './features/document-links.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { fixAll } from './features/fix-all.ts';
import { foldingRanges } from './features/folding-ranges.ts';
import { hover } from './features/hover.ts';
import { inlineCompletion } from './features/inline-completion.ts';
import { type LookedUpTerm, lookUp } from './features/look-up.ts';
import { type Direction, nextUnanswered } from './features/next-unanswered.ts';
import { type Outline, outline } from './features/outline.ts';
import { type OverviewQuestion, overview } from './features/overview.ts';
import { type PreviewMarks, previewMarks } from './features/preview.ts';
import type { QuestionPlace } from './features/question-places.ts';
import { documentHighlights, references } from './features/references.ts';
import type { Settings, Snapshot } from './features/snapshot.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { Knowledge } from './knowledge/model.ts';
import { type MarkdownDocument, parseMarkdown, type SharedPieces, updateMarkdown } from './markdown/document.ts';
import type { Worksheet } from './worksheet/model.ts';
import { Documents } from './workspace/documents.ts';

export type { Calm, Lines, Writing } from './features/calm.ts';
export { FIX_ALL } from './features/fix-all.ts';
export type { Outline, OutlineQuestion } from './features/outline.ts';

/** What a document asks that isn't open. */
export interface Survey {
  /** The questions of a worksheet; null for any other document. */
  readonly overview: readonly OverviewQuestion[] | null;
  /** Empty where it was not checked. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a service starts with; both can be replaced later. */
export interface ServiceOptions {
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  /** Where given, documents that are opened one after the other have in common what is alike in them: to check a class takes less time. */
  readonly shared?: SharedPieces;
}

/** The one public API: documents in, LSP values out. No connection, no files, no clock. */
export interface WorksheetService {
  open(uri: string, version: number, text: string): void;
  /** Content changes as LSP sends them, applied in order. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /**
   * Keeps a document at hand that is not open, for the answers and terms in it; an open one of the same URI counts instead. It is
   * read in steps of a page or so, and there after the last.
   */
  archive(uri: string, text: string): Iterable<unknown>;
  unarchive(uri: string): void;
  /** Replaces the knowledge in force; open documents see it from their next request on. */
  setKnowledge(knowledge: Knowledge): void;
  setSettings(settings: Settings): void;
  /** null where the document is not open, here and below. */
  version(uri: string): number | null;
  document(uri: string): MarkdownDocument | null;
  worksheet(uri: string): Worksheet | null;
  outline(uri: string): Outline | null;
  /** The questions of an open worksheet, as lists of worksheets show them; null for any other document. */
  overview(uri: string): readonly OverviewQuestion[] | null;
  /** Reads a document that isn't open, in steps of a page or so, and keeps nothing of it. */
  survey(uri: string, text: string, checked: boolean): Generator<void, Survey>;
  /** Where to write the next answer, or the previous one; round at the ends; null where all are answered. */
  nextUnanswered(uri: string, position: Position, direction?: Direction): Range | null;
  diagnostics(uri: string): readonly Diagnostic[];
  /**
   * The diagnostics to be shown while somebody writes: what is new about the answer being written waits.
   *
   * @param before what this said the last time; null at first
   */
  calmDiagnostics(uri: string, writing: Writing, before: Calm | null): CalmDiagnostics | null;
  /** The lines of the question and answer that a position is in. */
  answerAround(uri: string, position: Position): Lines | null;
  hover(uri: string, position: Position): Hover | null;
  /** @param trigger the character just typed that asked; null where a person did. Only an open slot answers to a character. */
  completion(uri: string, position: Position, trigger: string | null): readonly CompletionItem[];
  /** Ghost text for an empty slot. */
  inlineCompletion(uri: string, position: Position): readonly InlineCompletionItem[];
  definition(uri: string, position: Position): readonly Location[];
  references(uri: string, position: Position, withDefinition: boolean): readonly Location[];
  documentHighlights(uri: string, position: Position): readonly DocumentHighlight[];
  codeLenses(uri: string): readonly CodeLens[];
  /** The edit that answers a question, for the current version; null where answers are not given away, or none is known. */
  answer(place: QuestionPlace): WorkspaceEdit | null;
  /** The hint for a question, in Markdown; null where there is none. */
  hint(place: QuestionPlace): string | null;
  /** The question of a key that a question was recognised as; null where there is none, or answers are not given away. */
  keyPlace(place: QuestionPlace): Location | null;
  foldingRanges(uri: string): readonly FoldingRange[];
  documentSymbols(uri: string): readonly DocumentSymbol[];
  /** What a rendered worksheet shows besides its text; null where it is not open. */
  previewMarks(uri: string): PreviewMarks | null;
  /** What a term means in each glossary that has it, best first; empty where none has. */
  lookUp(query: string): readonly LookedUpTerm[];
  /**
   * Checks an answer of an open worksheet, as it stands or as somebody would write it.
   *
   * @param line a 0-based line of the question or its answer
   * @param answer Markdown that is tried in place of the answer; nothing is changed. null for the answer that is there
   * @returns null where no question stands there
   */
  checkAnswer(uri: string, line: number, answer: string | null): CheckedAnswer | null;
  documentLinks(uri: string): readonly DocumentLink[];
  workspaceSymbols(query: string): readonly WorkspaceSymbol[];
  /** The worksheet of an answer key that is open, or has this text, without its answers; null for any other document. */
  blankWorksheet(uri: string, text?: string): string | null;
  codeActions(uri: string, range: Range, diagnostics: readonly Diagnostic[]): readonly CodeAction[];
  /** One action with all fixes that need no look, `source.fixAll.worksheets`; null where there is nothing to fix so. */
  fixAll(uri: string): CodeAction | null;
}

/** What a person is shown of a document while somebody writes. */
export interface CalmDiagnostics extends Calm {
  readonly diagnostics: readonly Diagnostic[];
}

/** A service without open documents. */
export function createWorksheetService({ knowledge, settings, shared }: ServiceOptions): WorksheetService {
  const documents = new Documents(knowledge, settings, shared ?? null);
  const ask = <T>(uri: string, fallback: T, answer: (snapshot: Snapshot) => T): T => {
    const current = documents.snapshot(uri);
    return current ? answer(current) : fallback;
  };
  return Object.freeze<WorksheetService>({
    open: (uri, version, text) => documents.open(uri, version, text),
    change: (uri, version, changes) =>
      documents.change(uri, version, (document) => changes.reduce(applyChange, document)),
    close: (uri) => documents.close(uri),
    archive: (uri, text) => documents.archive(uri, text),
    unarchive: (uri) => documents.unarchive(uri),
    setKnowledge: (changed) => documents.setKnowledge(changed),
    setSettings: (changed) => documents.setSettings(changed),
    version: (uri) => documents.version(uri),
    document: (uri) => documents.document(uri),
    worksheet: (uri) => ask(uri, null, ({ worksheet }) => worksheet),
    outline: (uri) => ask(uri, null, outline),
    overview: (uri) => ask(uri, null, overview),
    *survey(uri, text, checked) {
      let whole: Snapshot | null = null;
      for (whole of documents.snapshotsOfPages(uri, text)) {
        if (checked) diagnostics(whole);
        yield;
      }
      return { overview: overview(whole!), diagnostics: checked ? diagnostics(whole!) : [] };
    },
    nextUnanswered: (uri, position, direction) =>
      ask(uri, null, (current) => nextUnanswered(current, position, direction)),
    diagnostics: (uri) => ask(uri, [], (current) => diagnostics(current)),
    calmDiagnostics: (uri, writing, before) =>
      ask(uri, null, (current) => {
        const calm = calmly(current, writing, before);
        return { ...calm, diagnostics: diagnostics(current, calm.findings) };
      }),
    answerAround: (uri, position) => ask(uri, null, (current) => answerAround(current, position)),
    hover: (uri, position) => ask(uri, null, (current) => hover(current, position)),
    completion: (uri, position, trigger) =>
      ask(uri, [], (current) => completion(current, position, trigger, (mention) => documents.others(uri, mention))),
    inlineCompletion: (uri, position) => ask(uri, [], (current) => inlineCompletion(current, position)),
    definition: (uri, position) => ask(uri, [], (current) => definition(current, position)),
    references: (uri, position, withDefinition) =>
      ask(uri, [], (current) => references(current, position, documents.others(uri), withDefinition)),
    documentHighlights: (uri, position) => ask(uri, [], (current) => documentHighlights(current, position)),
    codeLenses: (uri) => (documents.settings.codeLens === false ? [] : ask(uri, [], codeLenses)),
    answer: (place) => ask(place.uri, null, (current) => answerQuestion(current, place)),
    hint: (place) => ask(place.uri, null, (current) => questionHint(current, place)),
    keyPlace: (place) => ask(place.uri, null, (current) => keyPlace(current, place)),
    foldingRanges: (uri) => ask(uri, [], foldingRanges),
    documentSymbols: (uri) => ask(uri, [], documentSymbols),
    previewMarks: (uri) => ask(uri, null, previewMarks),
    lookUp: (query) => lookUp(documents.knowledge, query),
    checkAnswer: (uri, line, answer) =>
      ask(uri, null, (current) => {
        const question = questionOnLine(current, line);
        if (!question || answer === null) return question && checkAnswer(current, question);
        const blank = documents.snapshotWith(uri, withoutAnswer(current.document, question));
        const open = questionOnLine(blank, question.line);
        const tried = open && documents.snapshotWith(uri, withAnswer(blank.document, open, answer));
        const answered = tried && questionOnLine(tried, question.line);
        return answered && checkAnswer(tried, answered);
      }),
    documentLinks: (uri) => ask(uri, [], documentLinks),
    workspaceSymbols: (query) => workspaceSymbols(documents.knowledge, query),
    blankWorksheet(uri, text) {
      const key = text === undefined ? documents.snapshot(uri) : documents.snapshotWith(uri, text);
      return key?.worksheet.role === 'key' ? blankWorksheet(key.document) : null;
    },
    fixAll: (uri) => ask(uri, null, fixAll),
    codeActions: (uri, range, reported) =>
      ask(uri, [], (current) => [...codeActions(current, range, reported), ...addToGlossary(current, range)]),
  });
}

function applyChange(document: MarkdownDocument, change: TextDocumentContentChangeEvent): MarkdownDocument {
  if (!('range' in change)) return parseMarkdown(change.text);
  const from = document.lines.offsetAt(change.range.start);
  const to = document.lines.offsetAt(change.range.end);
  // Some clients send a selection made backwards as it was made.
  const span = { start: Math.min(from, to), end: Math.max(from, to) };
  return updateMarkdown(document, [{ span, newText: change.text }]);
}
