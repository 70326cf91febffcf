import {
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileSystemWatcher,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import type { KnowledgeLoader } from '../workspace/knowledge-loader.ts';
import { normalizeUri, resolvePath } from '../workspace/uri.ts';
import type { Session } from './session.ts';

const KNOWLEDGE_FILES = '**/*.{md,markdown,glossary.yml,glossary.yaml}';
const IGNORE_FILES = '**/.gitignore';

/** Who wants to know of changed files besides. */
export interface FileFollower {
  filesChanged(uris: Iterable<string>): void;
}

/** Tells the loader where knowledge is to be looked for, and what becomes of it there. */
export class KnowledgeSync {
  readonly #session: Session;
  readonly #loader: KnowledgeLoader;
  #folders: readonly string[];
  #paths: readonly string[] = [];
  /** null until the client is ready. */
  #places: string | null = null;
  #watching: Promise<Disposable> | null = null;

  constructor(
    session: Session,
    loader: KnowledgeLoader,
    followers: readonly FileFollower[],
    { workspaceFolders, rootUri }: InitializeParams,
  ) {
    this.#session = session;
    this.#loader = loader;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    session.connection.onDidChangeWatchedFiles(
      session.guard.notification('Following files', async ({ changes }) => {
        for (const follower of followers) follower.filesChanged(changes.map(({ uri }) => uri));
        if (changes.some(({ uri }) => uri.endsWith('/.gitignore'))) await loader.reload();
        else {
          await loader.filesChanged(
            changes.map(({ uri, type }) => ({ uri, deleted: type === FileChangeType.Deleted })),
          );
        }
      }),
    );
  }

  /** To be called when the client is ready to be asked. */
  start(): void {
    if (this.#session.client.workspaceFolders) {
      this.#session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        this.#look();
      });
    }
    this.#places = '';
    this.#look();
  }

  /** Whether a file is in one of the workspace's folders. */
  isInFolder(uri: string): boolean {
    return this.#folders.some((folder) => uri.startsWith(normalizeUri(folder).replace(/\/?$/, '/')));
  }

  /** @param paths the places a user named, absolute or relative to each workspace folder */
  setPaths(paths: readonly string[]): void {
    this.#paths = paths;
    this.#look();
  }

  /** Looks again where the places to look in have changed. */
  #look(): void {
    const bases = this.#folders.length > 0 ? this.#folders : [null];
    const named = this.#paths.flatMap((path) => bases.map((folder) => resolvePath(path, folder)));
    const outside = [...new Set(named)].filter((uri) => uri !== null);
    const places = [...this.#folders, ...outside];
    if (this.#places === null || this.#places === JSON.stringify(places)) return;
    this.#places = JSON.stringify(places);
    this.#session.guard.notification('Loading knowledge', () => this.#loader.load(places))();
    if (this.#session.client.watchFiles)
      this.#session.guard.notification('Watching files', () => this.#watch(outside))();
  }

  async #watch(outside: readonly string[]): Promise<void> {
    const watchers: FileSystemWatcher[] = [
      { globPattern: KNOWLEDGE_FILES },
      { globPattern: IGNORE_FILES },
      // That a folder comes or goes is told as such, often without a word about the files in it.
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ];
    if (this.#session.client.watchFilesOutside) {
      watchers.push(...outside.map((baseUri) => ({ globPattern: { baseUri, pattern: KNOWLEDGE_FILES } })));
    }
    const before = this.#watching;
    this.#watching = this.#session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await before)?.dispose();
  }
}
