import type { Clock } from './clock.ts';
import { type FileAccess, isMarkdownPath } from './file-access.ts';
import { normalizeUri } from './uri.ts';
import { MOST_TEXT } from './worksheet-archive.ts';

/** Who watches a survey that goes on for a while. */
export interface SurveyProgress {
  /** Whether it is to be stopped. */
  readonly cancelled: boolean;
  report(read: number, total: number): void;
}

/** More files are left alone. */
const MOST_FILES = 5000;

interface Watcher {
  readonly progress: SurveyProgress;
  readonly total: number;
  readonly end: (complete: boolean) => void;
}

/**
 * Goes through the Markdown files of a workspace that no editor has open: once when asked to, and from then on whenever one of
 * them changes. One file at a time, in between other work; nothing of a file is kept here.
 */
export class WorksheetSurvey {
  readonly #files: FileAccess;
  readonly #clock: Clock;
  readonly #take: (uri: string, text: string | null) => void;
  readonly #open = new Set<string>();
  readonly #waiting = new Set<string>();
  /** Left out when a survey was stopped. */
  readonly #skipped = new Set<string>();
  readonly #watchers = new Set<Watcher>();
  #known: ReadonlySet<string> = new Set();
  #started = false;
  #reading = false;

  /** @param take is told each file's text, and null for one that is gone, unreadable or too long */
  constructor(files: FileAccess, clock: Clock, take: (uri: string, text: string | null) => void) {
    this.#files = files;
    this.#clock = clock;
    this.#take = take;
  }

  /** Whether anybody has asked for a survey yet. Before, nothing is read. */
  get started(): boolean {
    return this.#started;
  }

  /** How many files there are. */
  get size(): number {
    return this.#known.size;
  }

  /** How many files have not been read yet, or have changed since. */
  get unread(): number {
    return this.#waiting.size + this.#skipped.size;
  }

  /** The files of the workspace, from now on. */
  setFiles(uris: Iterable<string>): void {
    const before = this.#known;
    this.#known = new Set([...uris].filter(isMarkdownPath).map(normalizeUri).slice(0, MOST_FILES));
    for (const uri of before) if (!this.#known.has(uri)) this.#forget(uri);
    for (const uri of this.#known) if (!before.has(uri)) this.#read(uri);
  }

  /** Some files have changed on disk. */
  filesChanged(uris: Iterable<string>): void {
    for (const uri of uris) this.#read(normalizeUri(uri));
  }

  /** An open document counts instead of its file. */
  documentOpened(uri: string): void {
    const key = normalizeUri(uri);
    this.#open.add(key);
    this.#waiting.delete(key);
    this.#skipped.delete(key);
  }

  /** The file counts again; there is none for a document that was never saved. */
  documentClosed(uri: string): void {
    const key = normalizeUri(uri);
    this.#open.delete(key);
    if (this.#known.has(key)) this.#read(key);
    else this.#take(key, null);
  }

  /**
   * Reads all files, whatever was read before.
   *
   * @returns whether it came to its end; false where it was stopped
   */
  start(progress: SurveyProgress): Promise<boolean> {
    this.#started = true;
    for (const uri of this.#known) this.#read(uri);
    return new Promise((end) => {
      this.#watchers.add({ progress, total: this.#waiting.size, end });
      this.#look();
      this.#goOn();
    });
  }

  #read(uri: string): void {
    if (!this.#started || !this.#known.has(uri) || this.#open.has(uri)) return;
    this.#skipped.delete(uri);
    this.#waiting.add(uri);
    this.#goOn();
  }

  #forget(uri: string): void {
    this.#waiting.delete(uri);
    this.#skipped.delete(uri);
    if (!this.#open.has(uri)) this.#take(uri, null);
  }

  #goOn(): void {
    if (this.#reading || this.#waiting.size === 0) return;
    this.#reading = true;
    // The editor comes first: what it has asked for meanwhile is answered before the next file is read.
    this.#clock.after(0, async () => {
      const [uri] = this.#waiting;
      if (uri !== undefined) await this.#readOne(uri);
      this.#reading = false;
      this.#look();
      this.#goOn();
    });
  }

  async #readOne(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    const text = await this.#files.read(uri).catch(() => null);
    // It may have been opened, or may have gone, while it was read.
    if (!this.#known.has(uri) || this.#open.has(uri)) return;
    this.#take(uri, text === null || text.length > MOST_TEXT ? null : text);
  }

  /** Tells those who watch how far it is; stops where one of them wants to. */
  #look(): void {
    const stopped = [...this.#watchers].some(({ progress }) => progress.cancelled);
    if (stopped) {
      for (const uri of this.#waiting) this.#skipped.add(uri);
      this.#waiting.clear();
    }
    for (const watcher of this.#watchers) {
      const { progress, total, end } = watcher;
      progress.report(Math.max(0, total - this.#waiting.size), total);
      if (this.#waiting.size > 0) continue;
      this.#watchers.delete(watcher);
      end(!stopped);
    }
  }
}
