import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/lsp/server.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';
import type { WorksheetService } from '../../../server/src/service.ts';
import { FakeClock, MemoryFiles, titles } from '../workspace/support.ts';

/** A notification that came in. */
export interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is what the tests are about
  readonly params: any;
}

/** The client's side of a server in the same process. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  readonly clock: FakeClock;
  readonly files: MemoryFiles;
  readonly service: WorksheetService;
  /** What the server has sent that no `next` has taken yet. */
  readonly received: Received[];
  /** The next notification of this method, taken out of `received`. */
  next(method: string): Promise<Received['params']>;
  /** Comes when the server has read all that was sent to it, and the client all that the server said before it. */
  settled(): Promise<void>;
  open(uri: string, text: string, version?: number): Promise<void>;
}

/** A service that keeps documents and knows nothing about them, except for what `parts` says. */
export function fakeService(parts: Partial<WorksheetService> = {}): WorksheetService {
  const documents = new Map<string, { version: number; text: string }>();
  const service: WorksheetService = {
    open: (uri, version, text) => void documents.set(uri, { version, text }),
    change: (uri, version, [change]) => void documents.set(uri, { version, text: change?.text ?? '' }),
    close: (uri) => void documents.delete(uri),
    archive: () => [],
    unarchive() {},
    setKnowledge() {},
    setSettings() {},
    version: (uri) => documents.get(uri)?.version ?? null,
    document: (uri) => {
      const text = documents.get(uri)?.text;
      return text === undefined ? null : parseMarkdown(text);
    },
    worksheet: () => null,
    outline: () => null,
    overview: () => null,
    *survey() {
      yield* [];
      return { overview: null, diagnostics: [] };
    },
    nextUnanswered: () => null,
    diagnostics: () => [],
    calmDiagnostics: (uri) => ({
      ...{ findings: [], waiting: false, place: null, known: () => new Set() },
      diagnostics: service.diagnostics(uri),
    }),
    answerAround: () => null,
    hover: () => null,
    completion: () => [],
    inlineCompletion: () => [],
    definition: () => [],
    references: () => [],
    documentHighlights: () => [],
    codeLenses: () => [],
    answer: () => null,
    hint: () => null,
    keyPlace: () => null,
    foldingRanges: () => [],
    documentSymbols: () => [],
    previewMarks: () => null,
    lookUp: () => [],
    checkAnswer: () => null,
    documentLinks: () => [],
    workspaceSymbols: () => [],
    blankWorksheet: () => null,
    codeActions: () => [],
    fixAll: () => null,
    ...parts,
  };
  return service;
}

/** Starts a server and says hello to it. */
export async function connect({
  service = fakeService(),
  capabilities = {},
  texts = {},
  initialize = {},
  answers = {},
}: {
  service?: WorksheetService;
  capabilities?: ClientCapabilities;
  /** The files the server sees, by URI. */
  texts?: Record<string, string>;
  initialize?: Partial<InitializeParams>;
  /** How the client answers the server's requests, by method. */
  answers?: Record<string, (params: Received['params']) => unknown>;
} = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const clock = new FakeClock();
  const files = new MemoryFiles(texts);
  const serverConnection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(
    serverConnection,
    { clock, files: () => files, knowledgeFolder: 'file:///extension/knowledge/' },
    { createService: () => service, library: titles },
  );

  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const received: Received[] = [];
  const waiting = new Map<string, ((params: Received['params']) => void)[]>();
  connection.onNotification((method, params) => {
    const waiter = waiting.get(method)?.shift();
    if (waiter === undefined) received.push({ method, params });
    else waiter(params);
  });
  connection.onUnhandledProgress((params) => received.push({ method: '$/progress', params }));
  connection.onRequest((method, params) => answers[method]?.(params) ?? null);
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...initialize,
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    clock,
    files,
    service,
    received,
    next: (method) =>
      new Promise((resolve) => {
        const index = received.findIndex((each) => each.method === method);
        if (index !== -1) resolve(received.splice(index, 1)[0]?.params);
        else waiting.set(method, [...(waiting.get(method) ?? []), resolve]);
      }),
    // Any request will do: messages are handled in order, and an unknown method is answered with an error.
    settled: () => connection.sendRequest('test/unknown').then(undefined, () => {}),
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      }),
  };
}
