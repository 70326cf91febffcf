import type { OverviewQuestion } from '../features/overview.ts';
import { isAnswered } from '../worksheet/status.ts';
import type { Clock } from '../workspace/clock.ts';
import { normalizeUri } from '../workspace/uri.ts';
import type { ListResult, StatusParams } from './protocol.ts';

/** How long changes are gathered before they are told, in milliseconds. */
const GATHERING = 200;

/** The worksheets of the workspace with their questions, and word of their changes to a client that has asked for them. */
export class WorksheetList {
  readonly #clock: Clock;
  readonly #reading: () => Pick<ListResult, 'state' | 'unread'>;
  readonly #tell: (changes: ListResult) => void;
  readonly #questions = new Map<string, readonly OverviewQuestion[]>();
  readonly #changed = new Set<string>();
  #asked = false;
  #gathering = false;

  /**
   * @param reading how far the files have been read
   * @param tell is told changes, some time after they happened
   */
  constructor(clock: Clock, reading: () => Pick<ListResult, 'state' | 'unread'>, tell: (changes: ListResult) => void) {
    this.#clock = clock;
    this.#reading = reading;
    this.#tell = tell;
  }

  /** How many worksheets there are. */
  get size(): number {
    return this.#questions.size;
  }

  /** @param questions null for a document that is no worksheet, or is gone */
  set(uri: string, questions: readonly OverviewQuestion[] | null): void {
    const key = normalizeUri(uri);
    if (JSON.stringify(this.#questions.get(key) ?? null) === JSON.stringify(questions)) return;
    if (questions === null) this.#questions.delete(key);
    else this.#questions.set(key, questions);
    this.#changed.add(key);
    this.gather();
  }

  /** All worksheets; changes are told from now on. */
  list(): ListResult {
    this.#asked = true;
    this.#changed.clear();
    return { worksheets: this.#summaries(this.#questions.keys()), ...this.#reading() };
  }

  /** The questions of one worksheet; empty for one that is not in the list. */
  questions(uri: string): readonly OverviewQuestion[] {
    return this.#questions.get(normalizeUri(uri)) ?? [];
  }

  /** Tells changes before long, of how far the files have been read too. */
  gather(): void {
    if (!this.#asked || this.#gathering) return;
    this.#gathering = true;
    this.#clock.after(GATHERING, () => {
      this.#gathering = false;
      const worksheets = this.#summaries(this.#changed);
      this.#changed.clear();
      this.#tell({ worksheets, ...this.#reading() });
    });
  }

  #summaries(uris: Iterable<string>): StatusParams[] {
    return Array.from(uris, (uri) => {
      const questions = this.#questions.get(uri);
      const answered = questions?.filter(isAnswered).length ?? 0;
      return { uri, answered, total: questions?.length ?? null };
    });
  }
}
