import {
  type ClientCapabilities,
  CodeActionKind,
  type DiagnosticTag,
  MarkupKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FIX_ALL } from '../service.ts';
import { ANSWER, CHECK_ALL, CLEAR_FINDINGS, type ClientExtras, HINT, OPEN_KEY } from './protocol.ts';

/**
 * The characters that ask for completion: the last one of a fresh `- `, `A:` or `____`. Whether the cursor then really
 * stands where an answer belongs is for the service to tell.
 */
const COMPLETION_TRIGGERS: readonly string[] = [' ', ':', '_'];

/** What the server has to know about its client; everything a client doesn't say is false. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly watchFilesOutside: boolean;
  readonly workspaceFolders: boolean;
  /** Asks for diagnostics itself; another client is sent them. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  /** Shows places that explain a diagnostic. */
  readonly relatedInformation: boolean;
  /** Opens the page of a diagnostic's code. */
  readonly codeDescriptions: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  readonly refreshCodeLenses: boolean;
  readonly versionedEdits: boolean;
  /** Applies edits that the server sends. */
  readonly applyEdit: boolean;
  /** Opens documents for the server. */
  readonly showDocument: boolean;
  /** Knows document symbols inside each other. */
  readonly nestedSymbols: boolean;
  readonly markdownHover: boolean;
  readonly extras: ClientExtras;
}

/** Reads a client's capabilities. */
export function clientFeatures({ workspace, textDocument, window, experimental }: ClientCapabilities): ClientFeatures {
  // Clients that pull diagnostics say what they can show of them here or there, or in both places.
  const shown = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  return {
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchFilesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: shown.some((each) => each?.relatedInformation === true),
    codeDescriptions: shown.some((each) => each?.codeDescriptionSupport === true),
    diagnosticTags: shown.flatMap((each) => each?.tagSupport?.valueSet ?? []),
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    applyEdit: workspace?.applyEdit === true,
    showDocument: window?.showDocument?.support === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    // A client that doesn't say is shown Markdown: plain text would be a guess as well, and a poorer one.
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    extras: experimental?.worksheets ?? {},
  };
}

/** What the server offers such a client. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    inlineCompletionProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    ...(!client.extras.list && { documentSymbolProvider: { label: 'Worksheets' } }),
    executeCommandProvider: { commands: [...commandsFor(client)] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    ...(client.pullDiagnostics && {
      diagnosticProvider: { identifier: 'worksheets', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

/** The commands that the server can do for such a client. */
export function commandsFor({ applyEdit, showDocument }: ClientFeatures): readonly string[] {
  return [...(applyEdit ? [ANSWER] : []), HINT, ...(showDocument ? [OPEN_KEY] : []), CHECK_ALL, CLEAR_FINDINGS];
}
