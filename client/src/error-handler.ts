import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  type ErrorHandlerResult,
  ResponseError,
} from 'vscode-languageclient';
import { offerRestart } from './server.ts';

/** So many ends within so many milliseconds, and the server is left alone. */
const MOST_CRASHES = 5;
const CRASH_WINDOW = 3 * 60 * 1000;
/** So many unreadable messages in a row, and the server is started anew. */
const MOST_ERRORS = 3;

/** Restarts a server that has gone, quietly; says so once when it keeps going, with a way to the log. */
export function errorHandler(log: vscode.LogOutputChannel): ErrorHandler {
  let crashes: number[] = [];
  return {
    error(_error, _message, count): ErrorHandlerResult {
      const action = count !== undefined && count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown;
      return { action, handled: true };
    },
    closed(): CloseHandlerResult {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < CRASH_WINDOW), now];
      if (crashes.length < MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
      crashes = [];
      void offerRestart(
        vscode.l10n.t('Markdown Worksheets has stopped: its server ended five times within three minutes.'),
        log,
      );
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/**
 * Keeps to the log what the client library would tell people: of a server that ends before it has answered, four messages in words of
 * its own. What a person has to know is said by {@link errorHandler}, and where the server cannot be started.
 */
export function logErrors(client: BaseLanguageClient): void {
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
}

/** Whether a start has failed because the server has ended: then it is for {@link errorHandler} to start it again. */
export function hasEnded(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}
