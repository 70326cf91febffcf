/** The passing of time, as a port: tests turn the hands themselves. */
export interface Clock {
  /**
   * Calls back once.
   *
   * @param delay milliseconds
   * @returns takes the call back; without effect once it was made
   */
  after(delay: number, callback: () => void): () => void;
}

/** Runs something once for a key, when the key has been left alone for a while. */
export class Debouncer<Key> {
  readonly #clock: Clock;
  readonly #delay: number;
  readonly #run: (key: Key) => void;
  readonly #pending = new Map<Key, () => void>();

  /** @param delay milliseconds of quiet */
  constructor(clock: Clock, delay: number, run: (key: Key) => void) {
    this.#clock = clock;
    this.#delay = delay;
    this.#run = run;
  }

  /** Starts the wait for `key`, or starts it again. */
  schedule(key: Key): void {
    this.cancel(key);
    const cancel = this.#clock.after(this.#delay, () => {
      this.#pending.delete(key);
      this.#run(key);
    });
    this.#pending.set(key, cancel);
  }

  /** Forgets what is scheduled for `key`. */
  cancel(key: Key): void {
    this.#pending.get(key)?.();
    this.#pending.delete(key);
  }
}
