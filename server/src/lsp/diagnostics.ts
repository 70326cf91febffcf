import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { CalmedDiagnostics } from './calm-diagnostics.ts';
import type { Session } from './session.ts';

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

/** For a client that waits to be sent diagnostics. */
export function pushDiagnostics(
  { connection, service, encodeDiagnostics }: Session,
  calm: CalmedDiagnostics,
): DiagnosticsChannel {
  const update = (uri: string): void => {
    const version = service.version(uri);
    if (version === null) return;
    void connection.sendDiagnostics({ uri, version, diagnostics: encodeDiagnostics(calm.of(uri)) });
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

/** The last full report on a document. */
interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** What it was found to be true of last: the document's version, the generation of settings and knowledge, and what waits. */
  readonly of: string;
}

/**
 * For a client that asks for diagnostics when it wants them. Where they are those it has, as they are after most keystrokes in
 * an answer, it is told no more than that.
 */
export function pullDiagnostics(
  { connection, service, client, guard, encodeDiagnostics }: Session,
  calm: CalmedDiagnostics,
): DiagnosticsChannel {
  let generation = 0;
  const reports = new Map<string, Report>();
  const refresh = guard.notification('Refreshing diagnostics', async () => {
    if (client.refreshDiagnostics) await connection.languages.diagnostics.refresh();
  });
  connection.languages.diagnostics.on(
    guard.request('Diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] }, (params) => {
      const { uri } = params.textDocument;
      const version = service.version(uri);
      if (version === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const of = `${version}.${generation}.${calm.generation(uri)}`;
      const last = reports.get(uri);
      const isHeld = last !== undefined && last.resultId === params.previousResultId;
      const items = isHeld && last.of === of ? last.items : calm.of(uri);
      const isUnchanged = isHeld && areSame(last.items, items);
      const resultId = isUnchanged ? last.resultId : of;
      reports.set(uri, { resultId, items, of });
      if (isUnchanged) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: encodeDiagnostics(items) };
    }),
  );
  return {
    update() {},
    updateAll() {
      generation++;
      refresh();
    },
    released: refresh,
    clear: (uri) => void reports.delete(uri),
  };
}

/** Most diagnostics that stay where they are are the same objects. */
function areSame(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    after.every((diagnostic, index) => {
      const other = before[index]!;
      return diagnostic === other || JSON.stringify(diagnostic) === JSON.stringify(other);
    })
  );
}
