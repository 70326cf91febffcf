import { type Connection, type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import type { CalmedDiagnostics } from './calm-diagnostics.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { Guard } from './guard.ts';

/** Brings the client the diagnostics of open documents, in the one way it understands. */
export interface DiagnosticsChannel {
  /** A document was opened, has changed, or is seen differently. */
  update(uri: string): void;
  /** All documents are to be seen differently: settings or knowledge changed. */
  updateAll(uris: Iterable<string>): void;
  /** More is to be shown of the same version of a document. */
  released(uri: string): void;
  /** A document was closed. */
  clear(uri: string): void;
}

/** Diagnostics in the form the client can show. */
export type EncodeDiagnostics = (diagnostics: readonly Diagnostic[]) => Diagnostic[];

/** For a client that waits to be sent diagnostics. */
export function pushDiagnostics(
  connection: Connection,
  service: WorksheetService,
  calm: CalmedDiagnostics,
  encode: EncodeDiagnostics,
): DiagnosticsChannel {
  const update = (uri: string): void => {
    const version = service.version(uri);
    if (version === null) return;
    void connection.sendDiagnostics({ uri, version, diagnostics: encode(calm.of(uri)) });
  };
  return {
    update,
    released: update,
    updateAll: (uris) => {
      for (const uri of uris) update(uri);
    },
    clear: (uri) => void connection.sendDiagnostics({ uri, diagnostics: [] }),
  };
}

/**
 * For a client that asks for diagnostics when it wants them. A report is named after the document's version, the
 * generation of settings and knowledge, and what waits to be shown, so that asking again about the same costs nothing.
 */
export function pullDiagnostics(
  connection: Connection,
  service: WorksheetService,
  calm: CalmedDiagnostics,
  encode: EncodeDiagnostics,
  client: ClientFeatures,
  guard: Guard,
): DiagnosticsChannel {
  let generation = 0;
  const refresh = guard.notification('Refreshing diagnostics', async () => {
    if (client.refreshDiagnostics) await connection.languages.diagnostics.refresh();
  });
  connection.languages.diagnostics.on(
    guard.request('Diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] }, (params) => {
      const { uri } = params.textDocument;
      const version = service.version(uri);
      if (version === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${version}.${generation}.${calm.generation(uri)}`;
      if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: encode(calm.of(uri)) };
    }),
  );
  return {
    update() {},
    updateAll() {
      generation++;
      refresh();
    },
    released: refresh,
    clear() {},
  };
}
