import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The command line as it is delivered. */
export const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** A server in a process of its own, and a client to it. */
export class Session {
  readonly process: ChildProcessWithoutNullStreams = spawn(process.execPath, [cli, 'lsp', '--stdio']);
  readonly connection: MessageConnection = createMessageConnection(
    new StreamMessageReader(this.process.stdout),
    new StreamMessageWriter(this.process.stdin),
  );
  /** The exit code, when there is one. */
  readonly exit: Promise<number> = once(this.process, 'exit').then(([code]) => code);
  /** What the server wrote where nothing should be written. */
  stderr = '';
  readonly #diagnostics: PublishDiagnosticsParams[] = [];
  #waiting: (() => void)[] = [];

  constructor() {
    this.process.stderr.setEncoding('utf8').on('data', (data) => {
      this.stderr += data;
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#diagnostics.push(params);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'markdown', version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** The diagnostics of a version of a document, as soon as they are there. */
  async diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.#diagnostics.find((each) => each.uri === uri && each.version === version);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Says goodbye; the exit code. */
  async end(): Promise<number> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return await this.exit;
  }

  /** Ends the process whatever its state. */
  dispose(): void {
    this.connection.dispose();
    this.process.kill();
  }
}
