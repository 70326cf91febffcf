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
import { declaredFiles } from '../workspace/declared-files.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { type KnowledgeLibrary, KnowledgeLoader } from '../workspace/knowledge-loader.ts';
import { WorksheetArchive } from '../workspace/worksheet-archive.ts';
import { CalmedDiagnostics } from './calm-diagnostics.ts';
import { serverCapabilities } from './capabilities.ts';
import { followConfiguration } from './configuration.ts';
import { pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { followDocuments } from './document-sync.ts';
import { executeCommands } from './execute-commands.ts';
import { KnowledgeSync } from './knowledge-sync.ts';
import { answerOwnRequests } from './own-requests.ts';
import { CHECK_ALL, CLEAR_FINDINGS, type ClientOptions } from './protocol.ts';
import { answerRequests } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { createSession } from './session.ts';
import { DEFAULT_SETTINGS, type UserSettings } from './settings.ts';
import { StatusReporter } from './status.ts';
import { WorkspaceWorksheets } from './workspace-worksheets.ts';

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
  const service = parts.createService({ knowledge: parts.library.combine([]), settings: DEFAULT_SETTINGS });
  const session = createSession(connection, runtime, service, params);
  const { client, guard } = session;

  const calm = new CalmedDiagnostics(service, runtime.clock, DEFAULT_SETTINGS.check, (uri) =>
    diagnostics.released(uri),
  );
  const diagnostics = client.pullDiagnostics ? pullDiagnostics(session, calm) : pushDiagnostics(session, calm);
  const status = client.extras.status ? new StatusReporter(connection, service) : null;
  const archive = new WorksheetArchive(session.files, session.background, service);
  const loader = new KnowledgeLoader(
    session.files,
    parts.library,
    (found) => {
      service.setKnowledge(found);
      lookAgain();
    },
    (uris) => {
      archive.setFiles(uris);
      worksheets.setFiles([...uris].filter((uri) => knowledge.isInFolder(uri)));
    },
  );
  const worksheets = new WorkspaceWorksheets(session, (again) => (again ? loader.reload() : loader.settled()));
  const knowledge = new KnowledgeSync(session, loader, [archive, worksheets], params);
  const open = followDocuments(session, { calm, diagnostics, status, worksheets, loader });
  answerRequests(session);
  answerOwnRequests(session);
  executeCommands(session, {
    [CHECK_ALL]: (token) => worksheets.checkAll(token),
    [CLEAR_FINDINGS]: () => worksheets.clearFindings(),
  });

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
  let settings: UserSettings | null = null;
  const startConfiguration = followConfiguration(session, params.initializationOptions, (changed) => {
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
  return { capabilities: serverCapabilities(client), serverInfo: { name: 'markdown-worksheets', version } };
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
