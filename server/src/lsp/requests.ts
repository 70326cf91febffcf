import { CodeActionKind, type Connection } from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import type { ClientFeatures } from './capabilities.ts';
import { encodeCodeAction, encodeHover } from './encode.ts';
import type { Guard } from './guard.ts';
import { NEXT_UNANSWERED, type NextUnansweredParams, type NextUnansweredResult } from './protocol.ts';

/** Answers what a client asks about an open document. */
export function answerRequests(
  connection: Connection,
  service: WorksheetService,
  client: ClientFeatures,
  guard: Guard,
): void {
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
    guard.request('Code actions', null, ({ textDocument, range, context }) =>
      wantsQuickFixes(context.only)
        ? service
            .codeActions(textDocument.uri, range, context.diagnostics)
            .map((action) => encodeCodeAction(action, client, (uri) => service.version(uri)))
        : [],
    ),
  );
  connection.onRequest(
    NEXT_UNANSWERED,
    guard.request<NextUnansweredParams, NextUnansweredResult>(
      'Next unanswered question',
      null,
      ({ textDocument, position }) => service.nextUnanswered(textDocument.uri, position),
    ),
  );
}

/** @param only kinds as a client lists them: each stands for its sub-kinds too */
function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
