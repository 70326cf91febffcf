import { createSnapshot, type Settings, type Snapshot } from '../features/snapshot.ts';
import { knowsBy } from '../knowledge/knows-by.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { withoutLabelLines } from '../knowledge/parse-key.ts';
import { rememberMatches } from '../knowledge/remembered.ts';
import { LIMITS, type MarkdownDocument, parseMarkdown, type SharedPieces } from '../markdown/document.ts';
import { readFrontMatter } from '../worksheet/front-matter.ts';
import type { KnowsQuestion } from '../worksheet/known-question.ts';
import type { Worksheet } from '../worksheet/model.ts';
import { readWorksheet } from '../worksheet/read-worksheet.ts';
import { readInPages } from './pages.ts';
import { normalizeUri } from './uri.ts';

/** A document in one version, and what was made of it. */
interface Entry {
  readonly version: number;
  readonly document: MarkdownDocument;
  /** Made when first asked for, and thrown away when knowledge or settings change. */
  snapshot: Snapshot | null;
  /** The worksheet of the last version that was looked at; what did not change since is taken from it. */
  lastRead: Worksheet | null;
}

/** The documents at hand: those that are open, and others for the answers and terms in them. An open one counts instead of its file. */
export class Documents {
  readonly #open = new Map<string, Entry>();
  readonly #archived = new Map<string, Entry>();
  readonly #shared: SharedPieces | null;
  #settings: Settings;
  #knowledge: Knowledge;
  #knows: KnowsQuestion;

  /** @param shared what documents that are opened have in common; null where each is read by itself */
  constructor(knowledge: Knowledge, settings: Settings, shared: SharedPieces | null) {
    this.#shared = shared;
    this.#settings = settings;
    this.#knowledge = rememberMatches(knowledge);
    this.#knows = knowsBy(this.#knowledge);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  get settings(): Settings {
    return this.#settings;
  }

  setKnowledge(knowledge: Knowledge): void {
    this.#knowledge = rememberMatches(knowledge);
    this.#knows = knowsBy(this.#knowledge);
    this.#forgetSnapshots();
  }

  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#forgetSnapshots();
  }

  open(uri: string, version: number, text: string): void {
    this.#open.set(uri, entryOf(parseMarkdown(text, LIMITS, this.#shared), version));
  }

  /** Nothing where the document is not open. */
  change(uri: string, version: number, change: (document: MarkdownDocument) => MarkdownDocument): void {
    const entry = this.#open.get(uri);
    if (entry)
      this.#open.set(uri, { version, document: change(entry.document), snapshot: null, lastRead: entry.lastRead });
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** Keeps a document that is not open. It is read in steps of a page or so, and there after the last. */
  *archive(uri: string, text: string): Iterable<unknown> {
    let read = parseMarkdown('');
    for (read of readInPages(text)) yield;
    this.#archived.set(uri, entryOf(read));
  }

  unarchive(uri: string): void {
    this.#archived.delete(uri);
  }

  /** null where the document is not open, here and below. */
  version(uri: string): number | null {
    return this.#open.get(uri)?.version ?? null;
  }

  document(uri: string): MarkdownDocument | null {
    return this.#open.get(uri)?.document ?? null;
  }

  snapshot(uri: string): Snapshot | null {
    const entry = this.#open.get(uri);
    return entry ? this.#snapshotOf(uri, entry) : null;
  }

  /** How a document would be seen if it had this text. */
  snapshotWith(uri: string, text: string): Snapshot {
    return this.#snapshotOf(uri, entryOf(parseMarkdown(text)));
  }

  /** How a document is seen that is read page by page: what there is of it after each, and at least one. Nothing of it is kept. */
  *snapshotsOfPages(uri: string, text: string): Generator<Snapshot> {
    let lastRead: Worksheet | null = null;
    for (const document of readInPages(text)) {
      const snapshot = this.#snapshotOf(uri, { ...entryOf(document), lastRead });
      lastRead = snapshot.worksheet;
      yield snapshot;
    }
  }

  /** The other documents at hand whose text has some words in it, in upper or lower case. */
  others(uri: string, mention = ''): Snapshot[] {
    const wanted = mention.toLowerCase();
    const open = new Set(Array.from(this.#open.keys(), normalizeUri));
    const closed = [...this.#archived].filter(([other]) => !open.has(normalizeUri(other)));
    return [...this.#open, ...closed]
      .filter(([other, { document }]) => other !== uri && document.text.toLowerCase().includes(wanted))
      .map(([other, entry]) => this.#snapshotOf(other, entry));
  }

  #snapshotOf(uri: string, entry: Entry): Snapshot {
    if (!entry.snapshot) {
      const { version, document, lastRead } = entry;
      const isKey = readFrontMatter(document).role === 'key';
      const source = isKey ? withoutLabelLines(document) : document;
      const declared = this.#settings.isDeclared?.(uri) ?? null;
      entry.lastRead = readWorksheet(source, { knows: this.#knows, declared }, lastRead);
      entry.snapshot = createSnapshot(uri, version, document, entry.lastRead, this.#knowledge, this.#settings);
    }
    return entry.snapshot;
  }

  #forgetSnapshots(): void {
    for (const entry of [...this.#open.values(), ...this.#archived.values()]) entry.snapshot = null;
  }
}

const entryOf = (document: MarkdownDocument, version = 0): Entry => ({
  version,
  document,
  snapshot: null,
  lastRead: null,
});
