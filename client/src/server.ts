import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { hasEnded, offerRestart } from './error-handler.ts';

/** The language server as commands and views use it: it may still be on its way, or gone. */
export class Server {
  readonly client: BaseLanguageClient;
  readonly #log: vscode.LogOutputChannel;
  #started: Promise<void> = Promise.resolve();

  constructor(client: BaseLanguageClient, log: vscode.LogOutputChannel) {
    this.client = client;
    this.#log = log;
  }

  /**
   * Starts the server, in the background: the editor doesn't wait for it.
   *
   * @param prepare what has to be done before
   */
  start(prepare: () => Promise<void>): void {
    this.#started = this.#start(prepare);
  }

  /** Starts the server anew. */
  async restart(): Promise<void> {
    await this.#started;
    if (this.client.needsStop()) await this.client.stop();
    await this.#start();
  }

  /** Asks the server once it is there; `undefined` where it is not running. */
  async ask<Result>(method: string, params: unknown): Promise<Result | undefined> {
    await this.#started;
    return this.client.state === State.Stopped ? undefined : await this.client.sendRequest<Result>(method, params);
  }

  /** As {@link ask}, for a person: says so where the server is not running. */
  async askFor<Result>(method: string, params: unknown): Promise<Result | undefined> {
    await this.#started;
    if (this.client.state === State.Stopped) {
      await offerRestart(vscode.l10n.t('Markdown Worksheets is not running.'), this.#log);
      return undefined;
    }
    return await this.ask<Result>(method, params);
  }
  async #start(prepare?: () => Promise<void>): Promise<void> {
    try {
      await prepare?.();
      await this.client.start();
    } catch (error) {
      this.#log.error(String(error));
      if (!hasEnded(error)) void offerRestart(vscode.l10n.t('Markdown Worksheets could not start.'), this.#log);
    }
  }
}
