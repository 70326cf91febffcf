import { Debouncer } from '../workspace/clock.ts';
import type { KnowledgeLoader } from '../workspace/knowledge-loader.ts';
import type { CalmedDiagnostics } from './calm-diagnostics.ts';
import type { DiagnosticsChannel } from './diagnostics.ts';
import { CURSOR, type CursorParams } from './protocol.ts';
import type { Session } from './session.ts';
import type { StatusReporter } from './status.ts';
import type { WorkspaceWorksheets } from './workspace-worksheets.ts';

/** How long typing has to pause, in milliseconds, before its outcome is sent. */
export const QUIET_TIME = 120;

/** Who is told what happens to open documents. */
export interface DocumentFollowers {
  readonly calm: CalmedDiagnostics;
  readonly diagnostics: DiagnosticsChannel;
  /** null for a client that shows no status. */
  readonly status: StatusReporter | null;
  readonly worksheets: WorkspaceWorksheets;
  readonly loader: KnowledgeLoader;
}

/**
 * Keeps the service's documents as the client has them.
 *
 * @returns the URIs of those that are open, at any time
 */
export function followDocuments(
  { connection, service, guard, clock }: Session,
  { calm, diagnostics, status, worksheets, loader }: DocumentFollowers,
): ReadonlySet<string> {
  const open = new Set<string>();
  const settle = guard.notification('Looking at a document', (uri: string) => {
    const document = service.document(uri);
    if (document !== null) loader.documentChanged(uri, document);
    diagnostics.update(uri);
    status?.update(uri);
    worksheets.changed(uri);
  });
  const settling = new Debouncer<string>(clock, QUIET_TIME, settle);

  connection.onDidOpenTextDocument(
    guard.notification('Opening a document', ({ textDocument: { uri, version, text } }) => {
      service.open(uri, version, text);
      open.add(uri);
      worksheets.opened(uri);
      settle(uri);
    }),
  );
  connection.onDidChangeTextDocument(
    guard.notification('Changing a document', ({ textDocument: { uri, version }, contentChanges }) => {
      calm.changes(uri, contentChanges);
      service.change(uri, version, contentChanges);
      settling.schedule(uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guard.notification('Saving a document', ({ textDocument: { uri } }) => calm.release(uri)),
  );
  connection.onNotification(
    CURSOR,
    guard.notification('Following the cursor', ({ textDocument: { uri }, position }: CursorParams) => {
      if (open.has(uri)) calm.cursorMoved(uri, position);
    }),
  );
  connection.onDidCloseTextDocument(
    guard.notification('Closing a document', ({ textDocument: { uri } }) => {
      settling.cancel(uri);
      open.delete(uri);
      service.close(uri);
      calm.close(uri);
      diagnostics.clear(uri);
      status?.clear(uri);
      worksheets.closed(uri);
      return loader.documentClosed(uri);
    }),
  );
  return open;
}
