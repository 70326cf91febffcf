import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { LineIndex } from '../../server/src/text/line-index.ts';
import type { Keystroke } from './measure.ts';

const uri = 'file:///bench/worksheet.md';

/** A server in a process of its own, driven as an editor drives it that asks for diagnostics after each keystroke. */
export class Server {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  #version = 0;
  #resultId: string | null = null;
  #count = 0;

  /** @param script with its arguments, run by Node.js */
  constructor(script: readonly string[]) {
    this.process = spawn(process.execPath, [...script, '--stdio']);
    const { stdout, stdin } = this.process;
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.listen();
  }

  /** @param folder URI of the workspace's folder; `null` where there is none */
  async start(folder: string | null): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          diagnostic: {},
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { documentationFormat: ['markdown'] } },
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  /** Opens the document and waits for its diagnostics. */
  async open(text: string): Promise<number> {
    const textDocument = { uri, languageId: 'markdown', version: ++this.#version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return this.#diagnostics();
  }

  /** Makes a keystroke and waits for the diagnostics. */
  async type(lines: LineIndex, [offset, deleted, inserted]: Keystroke): Promise<number> {
    const range = { start: lines.positionAt(offset), end: lines.positionAt(offset + deleted) };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text: inserted }],
    });
    return this.#diagnostics();
  }

  /** Asks for something at a place of the document. */
  ask(method: string, lines: LineIndex, offset: number): Promise<unknown> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position: lines.positionAt(offset) });
  }

  /** The memory that the process holds, in MB; NaN where the system doesn't say. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }

  /** Names the last report, as editors do, so that the same one need not be sent again. */
  async #diagnostics(): Promise<number> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(this.#resultId !== null && { previousResultId: this.#resultId }),
    });
    this.#resultId = report.resultId ?? null;
    if (report.kind === 'full') this.#count = report.items.length;
    return this.#count;
  }
}
