import { type Connection, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { Guard } from './guard.ts';

/** Brings the client the diagnostics of open documents, in the one way it understands. */
export interface DiagnosticsChannel {
  /** A document was opened, has changed, or is seen differently. */
  update(uri: string): void;
  /** All documents are to be seen differently: settings or knowledge changed. */
  updateAll(uris: Iterable<string>): void;
  /** A document was closed. */
  clear(uri: string): void;
}

/** For a client that waits to be sent diagnostics. */
export function pushDiagnostics(connection: Connection, service: WorksheetService): DiagnosticsChannel {
  const update = (uri: string): void => {
    const version = service.version(uri);
    if (version === null) return;
    void connection.sendDiagnostics({ uri, version, diagnostics: [...service.diagnostics(uri)] });
  };
  return {
    update,
    updateAll: (uris) => {
      for (const uri of uris) update(uri);
    },
    clear: (uri) => void connection.sendDiagnostics({ uri, diagnostics: [] }),
  };
}

/**
 * For a client that asks for diagnostics when it wants them. A report is named after the document's version and the
 * generation of settings and knowledge, so that asking again about the same costs nothing.
 */
export function pullDiagnostics(
  connection: Connection,
  service: WorksheetService,
  client: ClientFeatures,
  guard: Guard,
): DiagnosticsChannel {
  let generation = 0;
  connection.languages.diagnostics.on(
    guard.request('Diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] }, (params) => {
      const { uri } = params.textDocument;
      const version = service.version(uri);
      if (version === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${version}.${generation}`;
      if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...service.diagnostics(uri)] };
    }),
  );
  return {
    update() {},
    updateAll: guard.notification('Refreshing diagnostics', async () => {
      generation++;
      if (client.refreshDiagnostics) await connection.languages.diagnostics.refresh();
    }),
    clear() {},
  };
}
