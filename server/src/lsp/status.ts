import type { Connection } from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import { isAnswered } from '../worksheet/status.ts';
import { STATUS, type StatusParams } from './protocol.ts';

/** Tells the client how far each open worksheet is answered, when that has changed. */
export class StatusReporter {
  readonly #connection: Connection;
  readonly #service: WorksheetService;
  readonly #sent = new Map<string, string>();

  constructor(connection: Connection, service: WorksheetService) {
    this.#connection = connection;
    this.#service = service;
  }

  update(uri: string): void {
    const questions = this.#service.worksheet(uri)?.questions ?? [];
    this.#send({
      uri,
      answered: questions.filter(isAnswered).length,
      total: questions.length > 0 ? questions.length : null,
    });
  }

  clear(uri: string): void {
    this.#send({ uri, answered: 0, total: null });
    this.#sent.delete(uri);
  }

  #send(params: StatusParams): void {
    const content = JSON.stringify(params);
    if (this.#sent.get(params.uri) === content) return;
    this.#sent.set(params.uri, content);
    void this.#connection.sendNotification(STATUS, params);
  }
}
