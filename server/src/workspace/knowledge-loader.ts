import type { AnswerKey, Glossary, Knowledge } from '../knowledge/model.ts';
import { type MarkdownDocument, parseMarkdown } from '../markdown/document.ts';
import { type FileAccess, isMarkdownPath } from './file-access.ts';
import { HEAD_LENGTH, type KnowledgeRole, knowledgeRole, mayBeKnowledge } from './knowledge-role.ts';
import { normalizeUri } from './uri.ts';

/** How files become knowledge. */
export interface KnowledgeLibrary {
  parse(role: KnowledgeRole, uri: string, document: MarkdownDocument): Glossary | AnswerKey;
  /** The built-in knowledge together with these files. */
  combine(files: readonly (Glossary | AnswerKey)[]): Knowledge;
}

/** A change of a file on disk, or of a folder with all that is in it. */
export interface FileChange {
  readonly uri: string;
  readonly deleted: boolean;
}

interface FileEntry {
  /** What `parsed` was made from: it is made anew only when this changes. */
  readonly source: string | MarkdownDocument;
  /** `null` for a file that is no knowledge. */
  readonly parsed: Glossary | AnswerKey | null;
}

/** How many files are read at a time. */
const PARALLEL_READS = 16;

/**
 * Keeps the knowledge of a workspace up to date: its glossaries and keys on disk, and above those the ones open in an
 * editor, saved or not. Each file is parsed once for each of its states.
 */
export class KnowledgeLoader {
  readonly #files: FileAccess;
  readonly #library: KnowledgeLibrary;
  readonly #onChange: (knowledge: Knowledge) => void;
  readonly #onDisk = new Map<string, FileEntry>();
  /** Every open document, so that one that is no knowledge any more hides the file on disk that still is. */
  readonly #open = new Map<string, FileEntry>();
  #folders: readonly string[] = [];
  #inForce: readonly (Glossary | AnswerKey)[] = [];
  /** Reading files takes turns, so that an older state never overwrites a newer one. */
  #turn: Promise<void> = Promise.resolve();

  /** @param onChange is told the knowledge whenever it differs from what it was; at first it is the built-in one */
  constructor(files: FileAccess, library: KnowledgeLibrary, onChange: (knowledge: Knowledge) => void) {
    this.#files = files;
    this.#library = library;
    this.#onChange = onChange;
  }

  /**
   * Looks for knowledge in these folders, and in no others from now on.
   *
   * @param folders URIs of folders, or of single files
   */
  load(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    return this.reload();
  }

  /** Looks for knowledge in the folders once more. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      const found = (await Promise.all(this.#folders.map((folder) => this.#files.findMarkdown(folder)))).flat();
      const uris = new Set(found.map(normalizeUri));
      for (const known of this.#onDisk.keys()) if (!uris.has(known)) this.#onDisk.delete(known);
      await this.#readAll(uris);
    });
  }

  /** Takes in what happened to files on disk. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    return this.#inTurn(async () => {
      const changed = new Set<string>();
      for (const { uri, deleted } of changes.map((change) => ({ ...change, uri: normalizeUri(change.uri) }))) {
        if (deleted) {
          for (const known of this.#onDisk.keys()) {
            if (known === uri || known.startsWith(`${uri}/`)) this.#onDisk.delete(known);
          }
        } else if (isMarkdownPath(uri)) changed.add(uri);
      }
      await this.#readAll(changed);
    });
  }

  /** A document was opened, or has changed: it counts instead of the file on disk. */
  documentChanged(uri: string, document: MarkdownDocument): void {
    const key = normalizeUri(uri);
    if (this.#open.get(key)?.source === document) return;
    this.#open.set(key, { source: document, parsed: this.#parse(uri, document) });
    this.#publish();
  }

  /** A document was closed: the file on disk counts again. */
  documentClosed(uri: string): void {
    this.#open.delete(normalizeUri(uri));
    this.#publish();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work).then(() => this.#publish());
    this.#turn = done.catch(() => {});
    return done;
  }

  async #readAll(uris: Iterable<string>): Promise<void> {
    const waiting = [...uris];
    const worker = async (): Promise<void> => {
      for (let uri = waiting.pop(); uri !== undefined; uri = waiting.pop()) await this.#readOne(uri);
    };
    await Promise.all(Array.from({ length: PARALLEL_READS }, worker));
  }

  async #readOne(uri: string): Promise<void> {
    const head = await this.#files.read(uri, HEAD_LENGTH);
    const source = head !== null && mayBeKnowledge(head) ? await this.#files.read(uri) : null;
    if (source === null) this.#onDisk.delete(uri);
    else if (this.#onDisk.get(uri)?.source !== source) {
      this.#onDisk.set(uri, { source, parsed: this.#parse(uri, parseMarkdown(source)) });
    }
  }

  #parse(uri: string, document: MarkdownDocument): Glossary | AnswerKey | null {
    const role = knowledgeRole(document);
    return role === null ? null : this.#library.parse(role, uri, document);
  }

  #publish(): void {
    const entries = new Map([...this.#onDisk, ...this.#open]);
    const inForce = [...entries.keys()].sort().flatMap((uri) => entries.get(uri)?.parsed ?? []);
    if (inForce.length === this.#inForce.length && inForce.every((file, index) => file === this.#inForce[index]))
      return;
    this.#inForce = inForce;
    this.#onChange(this.#library.combine(inForce));
  }
}
