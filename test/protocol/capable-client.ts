import type { ClientCapabilities, WorkspaceFolder } from 'vscode-languageserver/node';
import type { Session } from './support.ts';

/** What a client can do that can do everything the server has a use for. */
export const everything: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { didSave: true, dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    codeLens: {},
    inlineCompletion: {},
  },
  window: { workDoneProgress: true },
};

/** What the server has asked its client for. */
export interface ClientSide {
  readonly registered: Set<string>;
  /** The settings below `worksheets`, as the client will say them when asked. */
  settings: Record<string, unknown>;
}

/** Lets a session answer what a server asks a client that can do everything. */
export function answerEverything({ connection }: Session, folders: readonly WorkspaceFolder[] = []): ClientSide {
  const client: ClientSide = { registered: new Set(), settings: {} };
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    for (const { method } of registrations) client.registered.add(method);
    return null;
  });
  connection.onRequest('client/unregisterCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === 'worksheets' ? client.settings : null)),
  );
  connection.onRequest('workspace/workspaceFolders', () => folders);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.onRequest('workspace/foldingRange/refresh', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/applyEdit', () => ({ applied: true }));
  return client;
}
