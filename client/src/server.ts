import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The client library's side of the server. */
export interface LoadedClient {
  readonly client: BaseLanguageClient;
  /** Starts the server, and starts it again where it ends. @throws where it cannot be started */
  start(): Promise<void>;
  /** Whether the server has ended, or could not start. */
  isStopped(): boolean;
}

/** The language server as commands and views use it: it may still be on its way, or gone. */
export class Server {
  readonly #log: vscode.LogOutputChannel;
  readonly #loaded: Promise<LoadedClient>;
  readonly #started: Promise<LoadedClient>;

  /**
   * Starts the server in the background: neither the editor nor other extensions wait for it.
   *
   * @param load loads the client library, which is most of the extension's code
   */
  constructor(log: vscode.LogOutputChannel, load: () => Promise<LoadedClient>) {
    this.#log = log;
    // In a turn of its own: what waits for the activation comes first.
    this.#loaded = new Promise((resolve) => setTimeout(resolve)).then(load);
    this.#started = this.#loaded.then(async (loaded) => {
      await this.#start(loaded);
      return loaded;
    });
    this.#loaded.catch((error: unknown) => this.#failed(error));
    // That it could not be loaded is said above.
    this.#started.catch(() => {});
  }

  /** Where to listen to what the server says by itself; it may not have started yet. */
  get client(): Promise<BaseLanguageClient> {
    return this.#loaded.then(({ client }) => client);
  }

  /** Starts the server anew. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start(await this.#loaded);
  }

  /** Stops the server. */
  async stop(): Promise<void> {
    const { client } = await this.#started;
    if (client.needsStop()) await client.stop();
  }

  /** Asks the server once it is there; `undefined` where it is not running. */
  async ask<Result>(method: string, params: unknown): Promise<Result | undefined> {
    const { client, isStopped } = await this.#started;
    return isStopped() ? undefined : await client.sendRequest<Result>(method, params);
  }

  /** As {@link ask}, for a person: says so where the server is not running. */
  async askFor<Result>(method: string, params: unknown): Promise<Result | undefined> {
    const { isStopped } = await this.#started;
    if (isStopped()) {
      await offerRestart(vscode.l10n.t('Markdown Worksheets is not running.'), this.#log);
      return undefined;
    }
    return await this.ask<Result>(method, params);
  }

  async #start(loaded: LoadedClient): Promise<void> {
    try {
      await loaded.start();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.#log.error(String(error));
    void offerRestart(vscode.l10n.t('Markdown Worksheets could not start.'), this.#log);
  }
}

/** Says what has happened to the server, with a way to the log and one to go on. */
export async function offerRestart(message: string, log: vscode.LogOutputChannel): Promise<void> {
  const showLog = vscode.l10n.t('Open Log');
  const restart = vscode.l10n.t('Restart');
  const chosen = await vscode.window.showErrorMessage(message, showLog, restart);
  if (chosen === showLog) log.show();
  else if (chosen === restart) await vscode.commands.executeCommand('worksheets.restart');
}
