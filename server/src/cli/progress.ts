import type { Io } from './command.ts';

/** Fewer files are done before anybody reads a line. */
const WORTHWHILE = 50;
/** Goes to the start of the line and empties it (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[K';

/** A line on the terminal that says how many files are done; nothing where there is no terminal. */
export class Progress {
  readonly #io: Io;
  readonly #total: number;
  #done = 0;
  #shown = '';

  /** @param total how many files there are */
  constructor(io: Io, total: number) {
    this.#io = io;
    this.#total = total;
  }

  /** The same files; each is counted. */
  async *over<File>(files: AsyncIterable<File>): AsyncGenerator<File> {
    for await (const file of files) {
      this.#done++;
      this.#show();
      yield file;
    }
    this.hide();
  }

  /** Makes room for something else; the line comes back with the next file. */
  hide(): void {
    if (this.#shown !== '') this.#io.err(CLEAR);
    this.#shown = '';
  }

  #show(): void {
    if (!this.#io.interactive || this.#total < WORTHWHILE) return;
    const percent = Math.floor((100 * this.#done) / this.#total);
    const line = `${percent} % of ${this.#total} files`;
    if (line !== this.#shown) this.#io.err(`${CLEAR}${line}`);
    this.#shown = line;
  }
}
