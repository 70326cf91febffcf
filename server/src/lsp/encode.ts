import {
  type CodeAction,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClientFeatures } from './capabilities.ts';

/** A hover in the form the client can show. */
export function encodeHover(hover: Hover | null, client: ClientFeatures): Hover | null {
  if (hover === null || client.markdownHover || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: { kind: MarkupKind.PlainText, value: hover.contents.value } };
}

/**
 * Diagnostics with as much as the client can show of each.
 *
 * @param openable makes locations such as the client can open; none of one that it cannot
 */
export function encodeDiagnostics(
  diagnostics: readonly Diagnostic[],
  client: ClientFeatures,
  openable: (found: readonly Location[]) => Location[],
): Diagnostic[] {
  return diagnostics.map(({ tags, codeDescription, relatedInformation, ...diagnostic }) => {
    const known = tags?.filter((tag) => client.diagnosticTags.includes(tag)) ?? [];
    const related = client.relatedInformation ? (relatedInformation ?? []) : [];
    const places = related.flatMap(({ location, message }) =>
      openable([location]).map((place) => ({ location: place, message })),
    );
    return {
      ...diagnostic,
      ...(known.length > 0 && { tags: known }),
      ...(codeDescription && client.codeDescriptions && { codeDescription }),
      ...(places.length > 0 && { relatedInformation: places }),
    };
  });
}

/**
 * A code action in the form the client can apply: edits carry the version they were made for wherever the client
 * knows versioned edits.
 *
 * @param versionOf the version of an open document, else `null`
 */
export function encodeCodeAction(
  action: CodeAction,
  client: ClientFeatures,
  versionOf: (uri: string) => number | null,
): CodeAction {
  return action.edit === undefined ? action : { ...action, edit: encodeEdit(action.edit, client, versionOf) };
}

/** An edit in the form the client can apply; see {@link encodeCodeAction}. */
export function encodeEdit(
  edit: WorkspaceEdit,
  client: ClientFeatures,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  return client.versionedEdits ? versioned(edit, versionOf) : unversioned(edit);
}

/** The questions of a worksheet in the form the client can show: without their sections where it only knows lists. */
export function encodeSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  client: ClientFeatures,
): DocumentSymbol[] | SymbolInformation[] {
  if (client.nestedSymbols) return [...symbols];
  return symbols.flatMap(({ children = [], name, kind, range }) => [
    { name, kind, location: { uri, range } },
    ...(encodeSymbols(children, uri, client) as SymbolInformation[]),
  ]);
}

function versioned(edit: WorkspaceEdit, versionOf: (uri: string) => number | null): WorkspaceEdit {
  if (edit.changes === undefined) return edit;
  const { changes, ...rest } = edit;
  const documentChanges = Object.entries(changes).map(([uri, edits]) => ({
    textDocument: { uri, version: versionOf(uri) },
    edits,
  }));
  return { ...rest, documentChanges };
}

function unversioned(edit: WorkspaceEdit): WorkspaceEdit {
  if (edit.documentChanges === undefined) return edit;
  const changes: Record<string, TextEdit[]> = {};
  for (const change of edit.documentChanges.filter(TextDocumentEdit.is)) {
    changes[change.textDocument.uri] = change.edits as TextEdit[];
  }
  return { changes };
}
