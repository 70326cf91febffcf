import type { Clock } from './clock.ts';
import { type FileAccess, isMarkdownPath } from './file-access.ts';
import { normalizeUri } from './uri.ts';

/** Where the archive puts what it reads. */
export interface ArchiveService {
  /** Takes its time for a document: there is one step after the other. */
  archive(uri: string, text: string): Iterable<unknown>;
  unarchive(uri: string): void;
}

/** More files are left alone: a class has dozens of worksheets, not thousands. */
const MOST_FILES = 300;
/** Longer files are left alone too, in UTF-16 code units. */
export const MOST_TEXT = 200_000;

/**
 * Keeps the workspace's Markdown files at hand that no editor has open, so that answers and terms in them are found. They are read
 * one at a time and step by step, in between other work.
 */
export class WorksheetArchive {
  readonly #files: FileAccess;
  readonly #clock: Clock;
  readonly #service: ArchiveService;
  readonly #waiting = new Set<string>();
  #known: ReadonlySet<string> = new Set();
  #reading = false;

  constructor(files: FileAccess, clock: Clock, service: ArchiveService) {
    this.#files = files;
    this.#clock = clock;
    this.#service = service;
  }

  /** The files of the workspace, from now on. New ones are read, those that are gone are forgotten. */
  setFiles(uris: Iterable<string>): void {
    const wanted = new Set([...uris].filter(isMarkdownPath).map(normalizeUri).slice(0, MOST_FILES));
    for (const uri of this.#known) if (!wanted.has(uri)) this.#forget(uri);
    for (const uri of wanted) if (!this.#known.has(uri)) this.#waiting.add(uri);
    this.#known = wanted;
    this.#goOn();
  }

  /** Some files have changed on disk: those that are known are read again. */
  filesChanged(uris: Iterable<string>): void {
    for (const uri of uris) if (this.#known.has(normalizeUri(uri))) this.#waiting.add(normalizeUri(uri));
    this.#goOn();
  }

  #forget(uri: string): void {
    this.#waiting.delete(uri);
    this.#service.unarchive(uri);
  }

  #goOn(): void {
    if (this.#reading || this.#waiting.size === 0) return;
    this.#reading = true;
    this.#clock.after(0, async () => {
      const [uri] = this.#waiting;
      if (uri !== undefined) await this.#read(uri);
      this.#reading = false;
      this.#goOn();
    });
  }

  async #read(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    // A file that cannot be read, for whatever reason, is as good as gone.
    const text = await this.#files.read(uri).catch(() => null);
    if (!this.#known.has(uri)) return;
    if (text === null || text.length > MOST_TEXT) return this.#service.unarchive(uri);
    for (const _ of this.#service.archive(uri, text)) {
      await new Promise<void>((next) => this.#clock.after(0, next));
      if (!this.#known.has(uri)) return;
    }
  }
}
