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
 * them changes. One file at a time and step by step, in between other work; nothing of a file is kept here.
 */
export class WorksheetSurvey {
  readonly #files: FileAccess;
  readonly #clock: Clock;
  readonly #take: (uri: string, text: string | null) => Iterable<unknown>;
  readonly #open = new Set<string>();
  readonly #waiting = new Set<string>();
  /** Left out when a survey was stopped. */
  readonly #skipped = new Set<string>();
  readonly #watchers = new Set<Watcher>();
  #known: ReadonlySet<string> = new Set();
  #started = false;
  #reading = false;
  /** The file that is being looked at, and the steps that are left of it. */
  #current: { readonly uri: string; readonly steps: Iterator<unknown> } | null = null;

  /**
   * @param clock calls back when there is time for a step
   * @param take is told each file's text, and null for one that is gone, unreadable or too long; looks at it step by step
   */
  constructor(files: FileAccess, clock: Clock, take: (uri: string, text: string | null) => Iterable<unknown>) {
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
    else this.#gone(key);
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
    if (!this.#open.has(uri)) this.#gone(uri);
  }

  #gone(uri: string): void {
    for (const _ of this.#take(uri, null));
  }

  #goOn(): void {
    if (this.#reading || (this.#waiting.size === 0 && this.#current === null)) return;
    this.#reading = true;
    this.#clock.after(0, async () => {
      const [uri] = this.#waiting;
      if (this.#current === null && uri !== undefined) await this.#begin(uri);
      this.#step();
      this.#reading = false;
      this.#look();
      this.#goOn();
    });
  }

  async #begin(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    const text = await this.#files.read(uri).catch(() => null);
    const steps = this.#take(uri, text === null || text.length > MOST_TEXT ? null : text)[Symbol.iterator]();
    this.#current = { uri, steps };
  }

  #step(): void {
    if (this.#current === null) return;
    const { uri, steps } = this.#current;
    // It may have been opened, or may have gone, meanwhile.
    if (!this.#known.has(uri) || this.#open.has(uri) || steps.next().done) this.#current = null;
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
      const left = this.#waiting.size + (this.#current === null ? 0 : 1);
      progress.report(Math.max(0, total - left), total);
      if (left > 0) continue;
      this.#watchers.delete(watcher);
      end(!stopped);
    }
  }
}
