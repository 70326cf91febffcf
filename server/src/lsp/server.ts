import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { provideBuiltInKnowledge } from '../knowledge/built-in.ts';
import { createWorksheetService, type ServiceOptions, type WorksheetService } from '../service.ts';
import { Background, Debouncer } from '../workspace/clock.ts';
import { declaredFiles } from '../workspace/declared-files.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { type KnowledgeLibrary, KnowledgeLoader } from '../workspace/knowledge-loader.ts';
import { WorksheetArchive } from '../workspace/worksheet-archive.ts';
import { locations } from './built-in-locations.ts';
import { CalmedDiagnostics } from './calm-diagnostics.ts';
import { type ClientFeatures, clientFeatures, serverCapabilities } from './capabilities.ts';
import { clientFiles } from './client-files.ts';
import { followConfiguration } from './configuration.ts';
import { type EncodeDiagnostics, pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { encodeDiagnostics } from './encode.ts';
import { executeCommands } from './execute-commands.ts';
import { Guard } from './guard.ts';
import { KnowledgeSync } from './knowledge-sync.ts';
import { CHECK_ALL, CLEAR_FINDINGS, type ClientOptions, CURSOR, type CursorParams } from './protocol.ts';
import { answerRequests } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { DEFAULT_SETTINGS, type UserSettings } from './settings.ts';
import { StatusReporter } from './status.ts';
import { WorkspaceWorksheets } from './workspace-worksheets.ts';

/** How long typing has to pause, in milliseconds, before its outcome is sent. */
export const QUIET_TIME = 120;

/** How long the client has to be silent, in milliseconds, before files that are not open are read: longer than between two keystrokes. */
const REST = 300;

/** What the server is built from; tests put in their own. */
export interface Parts {
  createService(options: ServiceOptions): WorksheetService;
  readonly library: KnowledgeLibrary;
}

/** Serves one client over `connection` until it says goodbye. Starts listening at once. */
export function startServer(
  connection: Connection,
  runtime: Runtime,
  parts: Parts = { createService: createWorksheetService, library: knowledgeLibrary },
): void {
  connection.onInitialize((params) => serve(connection, runtime, parts, params));
  connection.listen();
}

function serve(connection: Connection, runtime: Runtime, parts: Parts, params: InitializeParams): InitializeResult {
  const options = clientOptions(params.initializationOptions);
  l10n.config({ contents: { ...options.texts } });
  if (options.builtInKnowledge) provideBuiltInKnowledge(options.builtInKnowledge);
  const client = clientFeatures(params.capabilities);
  const background = new Background(runtime.clock, REST);
  const guard = new Guard(connection.console, () => background.busy());
  const service = parts.createService({ knowledge: parts.library.combine([]), settings: DEFAULT_SETTINGS });
  const open = new Set<string>();

  const openable = locations(client, runtime);
  const encode: EncodeDiagnostics = (found) => encodeDiagnostics(found, client, openable);
  const calm = new CalmedDiagnostics(service, runtime.clock, DEFAULT_SETTINGS.check, (uri) =>
    diagnostics.released(uri),
  );
  const diagnostics = client.pullDiagnostics
    ? pullDiagnostics(connection, service, calm, encode, client, guard)
    : pushDiagnostics(connection, service, calm, encode);
  const status = client.extras.status ? new StatusReporter(connection, service) : null;
  /** Knowledge or settings have changed: all open documents are seen differently. */
  const lookAgain = (): void => {
    diagnostics.updateAll(open);
    for (const uri of open) status?.update(uri);
    worksheets.lookAgain();
    refreshLenses();
  };
  const refreshLenses = guard.notification('Refreshing code lenses', async () => {
    if (client.refreshCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  });
  const files = filesFor(connection, runtime, client);
  const archive = new WorksheetArchive(files, background, service);
  const loader = new KnowledgeLoader(
    files,
    parts.library,
    (knowledge) => {
      service.setKnowledge(knowledge);
      lookAgain();
    },
    (uris) => {
      archive.setFiles(uris);
      worksheets.setFiles([...uris].filter((uri) => knowledge.isInFolder(uri)));
    },
  );
  const worksheets = new WorkspaceWorksheets(
    connection,
    service,
    guard,
    encode,
    files,
    runtime.clock,
    background,
    (again) => (again ? loader.reload() : loader.settled()),
  );

  const settle = guard.notification('Looking at a document', (uri: string) => {
    const document = service.document(uri);
    if (document !== null) loader.documentChanged(uri, document);
    diagnostics.update(uri);
    status?.update(uri);
    worksheets.changed(uri);
  });
  const settling = new Debouncer<string>(runtime.clock, QUIET_TIME, settle);

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
  answerRequests(connection, service, client, guard, runtime);
  executeCommands(connection, service, client, guard, runtime, {
    [CHECK_ALL]: (token) => worksheets.checkAll(token),
    [CLEAR_FINDINGS]: () => worksheets.clearFindings(),
  });

  const knowledge = new KnowledgeSync(connection, client, guard, loader, [archive, worksheets], params);
  let settings: UserSettings | null = null;
  const startConfiguration = followConfiguration(connection, client, params.initializationOptions, guard, (changed) => {
    if (JSON.stringify(changed) === JSON.stringify(settings)) return;
    settings = changed;
    service.setSettings({
      ...settings,
      ruleDocs: options.ruleDocs ?? null,
      isDeclared: declaredFiles(settings.files, params.workspaceFolders?.map(({ uri }) => uri) ?? []),
    });
    calm.setCheck(settings.check);
    knowledge.setPaths(settings.knowledge);
    lookAgain();
  });
  connection.onShutdown(() => guard.close());
  connection.onInitialized(() => {
    startConfiguration();
    knowledge.start();
  });

  return {
    capabilities: serverCapabilities(client),
    serverInfo: { name: 'markdown-worksheets', version },
  };
}

/** What the client sent along with its first request; nothing of what is not of the right kind. */
function clientOptions(options: unknown): ClientOptions {
  const { ruleDocs, builtInKnowledge, texts } = (options ?? {}) as Record<keyof ClientOptions, unknown>;
  return {
    ...(typeof ruleDocs === 'string' && { ruleDocs }),
    ...(typeof builtInKnowledge === 'string' && { builtInKnowledge }),
    ...(typeof texts === 'object' && texts !== null && { texts: texts as Record<string, string> }),
  };
}

function filesFor(connection: Connection, runtime: Runtime, client: ClientFeatures) {
  return runtime.files(client.extras.files ? clientFiles(connection) : null);
}
