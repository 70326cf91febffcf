import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type Message,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { MessageValidator } from '../support/lsp-messages.ts';

/** The command line as it is delivered. */
export const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

class CheckedWriter extends StreamMessageWriter {
  constructor(
    stream: NodeJS.WritableStream,
    readonly check: (message: Message) => void,
  ) {
    super(stream);
  }

  override write(message: Message): Promise<void> {
    this.check(message);
    return super.write(message);
  }
}

/** A server in a process of its own, and a client to it. Every message between them is compared with the protocol. */
export class Session {
  readonly validator = new MessageValidator();
  readonly process: ChildProcessWithoutNullStreams = spawn(process.execPath, [cli, 'lsp', '--stdio']);
  readonly connection: MessageConnection = createMessageConnection(
    new StreamMessageReader(this.process.stdout),
    new CheckedWriter(this.process.stdin, (message) => this.validator.check('client', message)),
    undefined,
    { messageStrategy: { handleMessage: (message, next) => this.#receive(message, next) } },
  );
  /** The exit code, when there is one. */
  readonly exit: Promise<number> = once(this.process, 'exit').then(([code]) => code);
  /** What the server wrote where nothing should be written. */
  stderr = '';
  /** Whether the test sends what no client should; only the server's own messages are judged then. */
  sendsNonsense = false;
  #diagnostics: PublishDiagnosticsParams[] = [];
  readonly #received = new Map<string, number>();
  #waiting: (() => void)[] = [];

  constructor() {
    this.process.stderr.setEncoding('utf8').on('data', (data) => {
      this.stderr += data;
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#diagnostics.push(params);
    });
    this.connection.listen();
  }

  /** @param more besides the capabilities, such as `workspaceFolders` */
  async initialize(
    capabilities: ClientCapabilities = {},
    more: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
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
    const find = () => this.#diagnostics.find((each) => each.uri === uri && each.version === version);
    await this.until(() => find() !== undefined);
    return find()!;
  }

  /** As if no diagnostics of a document had come yet. */
  forget(uri: string): void {
    this.#diagnostics = this.#diagnostics.filter((each) => each.uri !== uri);
  }

  #receive(message: Message, handle: (message: Message) => void): void {
    this.validator.check('server', message);
    handle(message);
    const method = 'method' in message ? String(message.method) : 'response';
    this.#received.set(method, this.#count(method) + 1);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Comes with the next message of this method that the server sends. */
  next(method: string): Promise<void> {
    const before = this.#count(method);
    return this.until(() => this.#count(method) > before);
  }

  /** Comes when a condition holds; looked at after each message from the server. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #count(method: string): number {
    return this.#received.get(method) ?? 0;
  }

  /** Says goodbye; the exit code. */
  async end(): Promise<number> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return await this.exit;
  }

  /** Ends the process whatever its state. Throws where a message was not as the protocol wants it. */
  dispose(): void {
    this.connection.dispose();
    this.process.kill();
    const own = this.validator.problems.filter(
      (problem) => !this.sendsNonsense || problem.startsWith('From the server'),
    );
    assert.deepEqual(own, []);
  }
}
