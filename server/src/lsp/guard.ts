import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where the server writes what a developer wants to know; users don't see it unless they open the log. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Keeps handlers from taking the server down or showing a stack trace: what goes wrong is logged. */
export class Guard {
  readonly #log: Log;
  readonly #onWork: () => void;
  #closed = false;

  /** @param onWork is told whenever a handler begins */
  constructor(log: Log, onWork: () => void = () => {}) {
    this.#log = log;
    this.#onWork = onWork;
  }

  /** From now on requests are refused, as LSP wants it after `shutdown`. */
  close(): void {
    this.#closed = true;
  }

  /** A request's handler. A cancelled request is answered as cancelled, one that fails, now or later, with `fallback`. */
  request<Params, Result>(
    name: string,
    fallback: Awaited<Result>,
    handle: (params: Params, token: CancellationToken) => Result,
  ): (
    params: Params,
    token: CancellationToken,
  ) => Result | Awaited<Result> | Promise<Awaited<Result>> | ResponseError<never> {
    const fail = (error: unknown): Awaited<Result> => {
      this.#failed(name, error);
      return fallback;
    };
    return (params, token) => {
      if (this.#closed) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has been shut down');
      if (token.isCancellationRequested)
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Request cancelled');
      this.#onWork();
      try {
        const result = handle(params, token);
        return result instanceof Promise ? result.catch(fail) : result;
      } catch (error) {
        return fail(error);
      }
    };
  }

  /** A handler of something nobody waits for: a notification, a timer, a promise left alone. */
  notification<Params extends unknown[]>(
    name: string,
    handle: (...params: Params) => void | Promise<void>,
  ): (...params: Params) => void {
    return (...params) => {
      this.#onWork();
      try {
        handle(...params)?.catch((error) => this.#failed(name, error));
      } catch (error) {
        this.#failed(name, error);
      }
    };
  }

  /** Work that goes on step by step, behind everything else; it ends where it fails. */
  steps<Params extends unknown[]>(
    name: string,
    work: (...params: Params) => Iterable<unknown>,
  ): (...params: Params) => Iterable<unknown> {
    const failed = (error: unknown) => this.#failed(name, error);
    return function* (...params) {
      try {
        yield* work(...params);
      } catch (error) {
        failed(error);
      }
    };
  }

  #failed(name: string, error: unknown): void {
    this.#log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
