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

/**
 * A clock for work that nobody waits for: it calls back when nothing else has been going on for a while, once in each turn of the
 * event loop, whatever delay it is asked for.
 */
export class Background implements Clock {
  readonly #clock: Clock;
  readonly #rest: number;
  readonly #waiting = new Set<() => void>();
  #cancel: (() => void) | null = null;

  /** @param rest milliseconds of quiet */
  constructor(clock: Clock, rest: number) {
    this.#clock = clock;
    this.#rest = rest;
  }

  after(_delay: number, callback: () => void): () => void {
    const call = () => callback();
    this.#waiting.add(call);
    if (this.#cancel === null) this.#schedule(0);
    return () => void this.#waiting.delete(call);
  }

  /** Something else is going on. */
  busy(): void {
    this.#schedule(this.#rest);
  }

  #schedule(delay: number): void {
    this.#cancel?.();
    this.#cancel = this.#clock.after(delay, () => {
      this.#cancel = null;
      const [next] = this.#waiting;
      if (next === undefined) return;
      this.#waiting.delete(next);
      next();
      if (this.#cancel === null && this.#waiting.size > 0) this.#schedule(0);
    });
  }
}
