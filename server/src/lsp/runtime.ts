import type { Clock } from '../workspace/clock.ts';
import type { FileAccess } from '../workspace/file-access.ts';

/** What differs between the places a server runs in. */
export interface Runtime {
  readonly clock: Clock;
  /** URI of the folder with the files of the built-in knowledge, with a final slash; null where there is none to open. */
  readonly knowledgeFolder: string | null;
  /**
   * The files the server sees.
   *
   * @param client files by way of the client; `null` where the client doesn't offer that
   */
  files(client: FileAccess | null): FileAccess;
}

/** Real time. */
export const systemClock: Clock = {
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
