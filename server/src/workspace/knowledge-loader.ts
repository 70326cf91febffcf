import type { AnswerKey, Glossary, Knowledge } from '../knowledge/model.ts';
import { isContextivePath } from '../knowledge/parse-contextive.ts';
import { type MarkdownDocument, parseMarkdown } from '../markdown/document.ts';
import { sameElements } from '../text/same-elements.ts';
import { type FileAccess, hasExtension, mayHoldKnowledge } from './file-access.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { HEAD_LENGTH, type KnowledgeRole, knowledgeRole, mayBeKnowledge } from './knowledge-role.ts';
import { normalizeUri } from './uri.ts';

/** How files become knowledge. */
export interface KnowledgeLibrary {
  parse(role: KnowledgeRole, uri: string, document: MarkdownDocument): Glossary | AnswerKey;
  /** Reads a glossary of Contextive's. */
  parseContextive(uri: string, text: string): Glossary;
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

/** With more than so many changes at once, what looks like a file by its name is not looked at. */
const FEW_CHANGES = 10;

/** How many files are read at a time. */
const PARALLEL_READS = 16;
/** Tells the files that no search finds, whatever `.gitignore` files say. */
const neverSearched = new IgnoreRules();

/**
 * Keeps the knowledge of a workspace up to date: its glossaries and keys on disk, and above those the ones open in an
 * editor, saved or not. Each file is parsed once for each of its states.
 */
export class KnowledgeLoader {
  readonly #files: FileAccess;
  readonly #library: KnowledgeLibrary;
  readonly #onChange: (knowledge: Knowledge) => void;
  readonly #onFound: (uris: ReadonlySet<string>) => void;
  readonly #onDisk = new Map<string, FileEntry>();
  /** Every open document, so that one that is no knowledge any more hides the file on disk that still is. */
  readonly #open = new Map<string, FileEntry>();
  #folders: readonly string[] = [];
  /** The Markdown files of the folders. */
  #found = new Set<string>();
  /** Files that were heard of and not found: they are no reason to search again. */
  readonly #passedOver = new Set<string>();
  #inForce: readonly (Glossary | AnswerKey)[] = [];
  /** Reading files takes turns, so that an older state never overwrites a newer one. */
  #turn: Promise<void> = Promise.resolve();

  /**
   * @param onChange is told the knowledge whenever it differs from what it was; at first it is the built-in one
   * @param onFound is told the files below the folders, whatever is in them, after each search
   */
  constructor(
    files: FileAccess,
    library: KnowledgeLibrary,
    onChange: (knowledge: Knowledge) => void,
    onFound: (uris: ReadonlySet<string>) => void = () => {},
  ) {
    this.#onFound = onFound;
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
    return this.#inTurn(() => {
      this.#passedOver.clear();
      return this.#search();
    });
  }

  /** Comes when all that was to be looked for or read up to now has been. */
  settled(): Promise<void> {
    return this.#turn;
  }

  /** Takes in what happened to files on disk. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    return this.#inTurn(async () => {
      const changed = new Set<string>();
      let gone = false;
      for (const { uri, deleted } of changes.map((change) => ({ ...change, uri: normalizeUri(change.uri) }))) {
        if (deleted) gone = this.#forget(uri) || gone;
        else if (mayHoldKnowledge(uri)) changed.add(uri);
        // A name doesn't tell a folder from a file, but many files come at once where few folders do.
        else if (changes.length <= FEW_CHANGES || !hasExtension(uri)) {
          for (const file of await this.#filesIn(uri)) changed.add(file);
        }
      }
      if (gone) this.#onFound(this.#found);
      const unheardOf = [...changed].filter(
        (uri) => !this.#found.has(uri) && !this.#passedOver.has(uri) && !neverSearched.ignores(uri),
      );
      // Whether a new file counts (is it ignored? in one of the folders?) is for the search to tell.
      if (unheardOf.length > 0) {
        await this.#search(changed);
        for (const uri of unheardOf) if (!this.#found.has(uri)) this.#passedOver.add(uri);
      } else await this.#readAll([...changed].filter((uri) => this.#found.has(uri)));
    });
  }

  /** A document was opened, or has changed: it counts instead of the file on disk. */
  documentChanged(uri: string, document: MarkdownDocument): void {
    const key = normalizeUri(uri);
    if (this.#open.get(key)?.source === document) return;
    this.#open.set(key, { source: document, parsed: this.#parse(uri, document) });
    this.#publish();
  }

  /** A document was closed: the file on disk counts again, and is read again for clients that don't watch files. */
  documentClosed(uri: string): Promise<void> {
    this.#open.delete(normalizeUri(uri));
    this.#publish();
    return mayHoldKnowledge(uri) ? this.filesChanged([{ uri, deleted: false }]) : this.settled();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work).then(() => this.#publish());
    this.#turn = done.catch(() => {});
    return done;
  }

  /** @param changed what is to be read again of the files that were found before; all of them where it is left out */
  async #search(changed?: ReadonlySet<string>): Promise<void> {
    const before = this.#found;
    const found = await Promise.all(this.#folders.map((folder) => this.#files.findFiles(folder)));
    this.#found = new Set(found.flat().map(normalizeUri));
    this.#onFound(this.#found);
    for (const known of this.#onDisk.keys()) if (!this.#found.has(known)) this.#onDisk.delete(known);
    const isNew = (uri: string) => changed?.has(uri) || !before.has(uri);
    await this.#readAll(changed ? [...this.#found].filter(isNew) : this.#found);
  }

  /** The files of a folder that was made, or moved to where it is: of these nothing else is heard. */
  async #filesIn(uri: string): Promise<readonly string[]> {
    if (neverSearched.ignores(`${uri}/`)) return [];
    const files = await this.#files.findFiles(uri);
    return files.filter(mayHoldKnowledge).map(normalizeUri);
  }

  async #readAll(uris: Iterable<string>): Promise<void> {
    const waiting = [...uris];
    const worker = async (): Promise<void> => {
      for (let uri = waiting.pop(); uri !== undefined; uri = waiting.pop()) await this.#readOne(uri);
    };
    await Promise.all(Array.from({ length: PARALLEL_READS }, worker));
  }

  async #readOne(uri: string): Promise<void> {
    const source = (await this.#mayBeKnowledge(uri)) ? await this.#files.read(uri) : null;
    if (source === null) this.#onDisk.delete(uri);
    else if (this.#onDisk.get(uri)?.source !== source) {
      const parsed = isContextivePath(uri)
        ? this.#library.parseContextive(uri, source)
        : this.#parse(uri, parseMarkdown(source));
      this.#onDisk.set(uri, { source, parsed });
    }
  }

  async #mayBeKnowledge(uri: string): Promise<boolean> {
    if (isContextivePath(uri)) return true;
    const head = await this.#files.read(uri, HEAD_LENGTH);
    return head !== null && mayBeKnowledge(head);
  }

  /**
   * @param uri a file, or a folder with all that was in it
   * @returns whether any file of the folders is gone
   */
  #forget(uri: string): boolean {
    this.#passedOver.delete(uri);
    this.#onDisk.delete(uri);
    if (this.#found.delete(uri)) return true;
    const inside = [...this.#found].filter((known) => known.startsWith(`${uri}/`));
    for (const known of inside) {
      this.#found.delete(known);
      this.#onDisk.delete(known);
    }
    return inside.length > 0;
  }

  #parse(uri: string, document: MarkdownDocument): Glossary | AnswerKey | null {
    const role = knowledgeRole(document);
    return role === null ? null : this.#library.parse(role, uri, document);
  }

  #publish(): void {
    const entries = new Map([...this.#onDisk, ...this.#open]);
    const inForce = [...entries.keys()].sort().flatMap((uri) => entries.get(uri)?.parsed ?? []);
    if (sameElements(inForce, this.#inForce)) return;
    this.#inForce = inForce;
    this.#onChange(this.#library.combine(inForce));
  }
}
