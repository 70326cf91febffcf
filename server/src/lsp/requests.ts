import { CodeActionKind, type Location } from 'vscode-languageserver';
import { FIX_ALL } from '../service.ts';
import { commandsFor } from './capabilities.ts';
import { encodeCodeAction, encodeHover, encodeSymbols } from './encode.ts';
import type { Session } from './session.ts';

/** Answers what LSP has a client ask about open documents, and about the knowledge in force. */
export function answerRequests({ connection, service, client, guard, encodeLocations }: Session): void {
  connection.onHover(
    guard.request('Hover', null, ({ textDocument, position }) =>
      encodeHover(service.hover(textDocument.uri, position), client),
    ),
  );
  connection.onCompletion(
    guard.request('Completion', null, ({ textDocument, position, context }) => [
      ...service.completion(textDocument.uri, position, context?.triggerCharacter ?? null),
    ]),
  );
  connection.onCodeAction(
    guard.request('Code actions', null, ({ textDocument, range, context }) => {
      const quickFixes = wants(context.only, CodeActionKind.QuickFix)
        ? service.codeActions(textDocument.uri, range, context.diagnostics)
        : [];
      // What changes a whole file is for those who ask for it by its kind.
      const all = context.only && wants(context.only, FIX_ALL) ? service.fixAll(textDocument.uri) : null;
      return [...quickFixes, ...(all ? [all] : [])]
        .filter(({ command }) => command === undefined || client.extras.addToGlossary)
        .map((action) => encodeCodeAction(action, client, (uri) => service.version(uri)));
    }),
  );
  connection.languages.inlineCompletion.on(
    guard.request('Ghost text', null, ({ textDocument, position }) => [
      ...service.inlineCompletion(textDocument.uri, position),
    ]),
  );
  connection.onDefinition(
    guard.request('Definition', null, ({ textDocument, position }) => [
      ...encodeLocations(service.definition(textDocument.uri, position)),
    ]),
  );
  connection.onReferences(
    guard.request('References', null, ({ textDocument, position, context }) => [
      ...encodeLocations(service.references(textDocument.uri, position, context.includeDeclaration)),
    ]),
  );
  connection.onDocumentHighlight(
    guard.request('Highlights', null, ({ textDocument, position }) => [
      ...service.documentHighlights(textDocument.uri, position),
    ]),
  );
  const commands = new Set(commandsFor(client));
  connection.onCodeLens(
    guard.request('Code lenses', null, ({ textDocument }) =>
      service.codeLenses(textDocument.uri).filter(({ command }) => command && commands.has(command.command)),
    ),
  );
  connection.onFoldingRanges(
    guard.request('Folding', null, ({ textDocument }) => [...service.foldingRanges(textDocument.uri)]),
  );
  connection.onDocumentSymbol(
    guard.request('Document symbols', null, ({ textDocument: { uri } }) =>
      encodeSymbols(service.documentSymbols(uri), uri, client),
    ),
  );
  connection.onDocumentLinks(
    guard.request('Links', null, ({ textDocument }) => [...service.documentLinks(textDocument.uri)]),
  );
  connection.onWorkspaceSymbol(
    guard.request('Workspace symbols', null, ({ query }) =>
      service.workspaceSymbols(query).flatMap((symbol) => {
        const [location] = encodeLocations([symbol.location as Location]);
        return location ? [{ ...symbol, location }] : [];
      }),
    ),
  );
}

/** @param only kinds as a client lists them: each stands for its sub-kinds too */
function wants(only: readonly string[] | undefined, wanted: string): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === wanted || wanted.startsWith(`${kind}.`));
}
